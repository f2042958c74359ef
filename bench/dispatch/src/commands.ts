import { ok, type Command, type RequestHandler, type Result } from 'catga';

export interface PlaceOrder extends Command<number> {
  readonly orderId: string;
  readonly amount: number;
}

export interface CancelOrder extends Command<number> {
  readonly orderId: string;
  readonly amount: number;
  readonly reason?: string;
}

export interface ShipOrder extends Command<number> {
  readonly amount: number;
  readonly address: string;
}

export interface PayInvoice extends Command<number> {
  readonly invoiceId: string;
  readonly amount: number;
  readonly method: 'card' | 'transfer';
}

export interface RefundPayment extends Command<number> {
  readonly paymentId: string;
  readonly amount: number;
}

export interface ReserveStock extends Command<number> {
  readonly sku: string;
  readonly warehouse: string;
  readonly amount: number;
}

export interface OpenAccount extends Command<number> {
  readonly owner: string;
  readonly amount: number;
}

export interface CloseAccount extends Command<number> {
  readonly accountId: string;
  readonly amount: number;
}

export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(command: PlaceOrder): Promise<Result<number>> {
    return ok(command.amount + 1);
  }
}

export class CancelOrderHandler implements RequestHandler<CancelOrder> {
  async handle(command: CancelOrder): Promise<Result<number>> {
    return ok(command.amount + 2);
  }
}

export class ShipOrderHandler implements RequestHandler<ShipOrder> {
  async handle(command: ShipOrder): Promise<Result<number>> {
    return ok(command.amount + 3);
  }
}

export class PayInvoiceHandler implements RequestHandler<PayInvoice> {
  async handle(command: PayInvoice): Promise<Result<number>> {
    return ok(command.amount + 4);
  }
}

export class RefundPaymentHandler implements RequestHandler<RefundPayment> {
  async handle(command: RefundPayment): Promise<Result<number>> {
    return ok(command.amount + 5);
  }
}

export class ReserveStockHandler implements RequestHandler<ReserveStock> {
  async handle(command: ReserveStock): Promise<Result<number>> {
    return ok(command.amount + 6);
  }
}

export class OpenAccountHandler implements RequestHandler<OpenAccount> {
  async handle(command: OpenAccount): Promise<Result<number>> {
    return ok(command.amount + 7);
  }
}

export class CloseAccountHandler implements RequestHandler<CloseAccount> {
  async handle(command: CloseAccount): Promise<Result<number>> {
    return ok(command.amount + 8);
  }
}
