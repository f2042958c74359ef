import { Mediator, RequestData, requestHandler, type RequestHandler } from 'mediatr-ts';
import type { Subject } from '../measure.ts';

/** The request of the loop: a number in, a number out. */
abstract class AmountRequest extends RequestData<number> {
  readonly amount: number;

  constructor(amount: number) {
    super();
    this.amount = amount;
  }
}

class PlaceOrder extends AmountRequest {}
class CancelOrder extends AmountRequest {}
class ShipOrder extends AmountRequest {}
class PayInvoice extends AmountRequest {}
class RefundPayment extends AmountRequest {}
class ReserveStock extends AmountRequest {}
class OpenAccount extends AmountRequest {}
class CloseAccount extends AmountRequest {}

class PlaceOrderHandler implements RequestHandler<PlaceOrder, number> {
  async handle(request: PlaceOrder): Promise<number> {
    return request.amount + 1;
  }
}

class CancelOrderHandler implements RequestHandler<CancelOrder, number> {
  async handle(request: CancelOrder): Promise<number> {
    return request.amount + 2;
  }
}

class ShipOrderHandler implements RequestHandler<ShipOrder, number> {
  async handle(request: ShipOrder): Promise<number> {
    return request.amount + 3;
  }
}

class PayInvoiceHandler implements RequestHandler<PayInvoice, number> {
  async handle(request: PayInvoice): Promise<number> {
    return request.amount + 4;
  }
}

class RefundPaymentHandler implements RequestHandler<RefundPayment, number> {
  async handle(request: RefundPayment): Promise<number> {
    return request.amount + 5;
  }
}

class ReserveStockHandler implements RequestHandler<ReserveStock, number> {
  async handle(request: ReserveStock): Promise<number> {
    return request.amount + 6;
  }
}

class OpenAccountHandler implements RequestHandler<OpenAccount, number> {
  async handle(request: OpenAccount): Promise<number> {
    return request.amount + 7;
  }
}

class CloseAccountHandler implements RequestHandler<CloseAccount, number> {
  async handle(request: CloseAccount): Promise<number> {
    return request.amount + 8;
  }
}

requestHandler(PlaceOrder)(PlaceOrderHandler);
requestHandler(CancelOrder)(CancelOrderHandler);
requestHandler(ShipOrder)(ShipOrderHandler);
requestHandler(PayInvoice)(PayInvoiceHandler);
requestHandler(RefundPayment)(RefundPaymentHandler);
requestHandler(ReserveStock)(ReserveStockHandler);
requestHandler(OpenAccount)(OpenAccountHandler);
requestHandler(CloseAccount)(CloseAccountHandler);

const requests = [
  PlaceOrder,
  CancelOrder,
  ShipOrder,
  PayInvoice,
  RefundPayment,
  ReserveStock,
  OpenAccount,
  CloseAccount,
] as const;

/** `Mediator.send` with the same eight commands. */
export function mediatrCommands(): Subject {
  const mediator = new Mediator();
  const messages: readonly AmountRequest[] = [...requests, ...requests].map((type, index) => new type(index));
  return {
    name: 'mediatr-ts',
    async run(iterations) {
      let sum = 0;
      // In range by the mask: there are sixteen messages.
      for (let i = 0; i < iterations; i++) sum += await mediator.send(messages[i & 15] as AmountRequest);
      return sum;
    },
  };
}
