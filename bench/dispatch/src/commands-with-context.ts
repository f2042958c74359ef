import { ok, type Command, type MessageContext, type RequestHandler, type Result } from 'catga';

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
  async handle(command: PlaceOrder, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt);
  }
}

export class CancelOrderHandler implements RequestHandler<CancelOrder> {
  async handle(command: CancelOrder, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 1);
  }
}

export class ShipOrderHandler implements RequestHandler<ShipOrder> {
  async handle(command: ShipOrder, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 2);
  }
}

export class PayInvoiceHandler implements RequestHandler<PayInvoice> {
  async handle(command: PayInvoice, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 3);
  }
}

export class RefundPaymentHandler implements RequestHandler<RefundPayment> {
  async handle(command: RefundPayment, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 4);
  }
}

export class ReserveStockHandler implements RequestHandler<ReserveStock> {
  async handle(command: ReserveStock, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 5);
  }
}

export class OpenAccountHandler implements RequestHandler<OpenAccount> {
  async handle(command: OpenAccount, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 6);
  }
}

export class CloseAccountHandler implements RequestHandler<CloseAccount> {
  async handle(command: CloseAccount, context: MessageContext): Promise<Result<number>> {
    return ok(command.amount + context.attempt + 7);
  }
}
