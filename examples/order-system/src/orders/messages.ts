import { CatgaError, CommandMessage, type Command, type Query, type ReliableEvent } from 'catga';

export type OrderStatus = 'placed' | 'paid' | 'shipped' | 'cancelled';

export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
}

/** An order as callers see it. */
export interface OrderView {
  readonly orderId: string;
  readonly customerId: string;
  readonly status: OrderStatus;
  /** Raised by every change; send it back as `expectedVersion` to change only what you have seen. */
  readonly version: number;
  readonly lines: readonly OrderLine[];
  readonly totalCents: number;
  readonly placedAt: Date;
  readonly note?: string;
  readonly paymentReference?: string;
  readonly trackingNumber?: string;
}

/**
 * Places an order.
 *
 * @timeout 5s
 */
export interface PlaceOrder extends Command<OrderView> {
  readonly customerId: string;
  readonly lines: readonly OrderLine[];
  readonly note?: string;
}

/**
 * Pays a placed order. The payment provider may be out of reach for a moment, so it is tried again.
 *
 * @timeout 5s
 * @retry 3 exponential 20ms
 */
export interface PayOrder extends Command<OrderView> {
  readonly orderId: string;
  readonly cardNumber: string;
  readonly expectedVersion?: number;
}

/** Ships a paid order. */
export interface ShipOrder extends Command<OrderView> {
  readonly orderId: string;
  readonly trackingNumber: string;
  readonly expectedVersion?: number;
}

/** Cancels an order that has not been shipped. A class, because it has an invariant: nobody cancels without a reason. */
export class CancelOrder extends CommandMessage<OrderView> {
  readonly orderId: string;
  readonly reason: string;

  constructor(orderId: string, reason: string) {
    super();
    if (reason.trim() === '') throw new CatgaError('VALIDATION_FAILED', 'a cancellation needs a reason');
    this.orderId = orderId;
    this.reason = reason;
  }
}

/** One order, if it exists. */
export interface GetOrder extends Query<OrderView | undefined> {
  readonly orderId: string;
}

/** Orders, oldest first. */
export interface ListOrders extends Query<readonly OrderView[]> {
  readonly customerId?: string;
  readonly status?: OrderStatus;
}

export interface OrderPlaced extends ReliableEvent {
  readonly orderId: string;
  readonly customerId: string;
  readonly lines: readonly OrderLine[];
  readonly totalCents: number;
  readonly at: Date;
}

export interface OrderPaid extends ReliableEvent {
  readonly orderId: string;
  readonly customerId: string;
  readonly totalCents: number;
  readonly paymentReference: string;
  readonly at: Date;
}

export interface OrderShipped extends ReliableEvent {
  readonly orderId: string;
  readonly trackingNumber: string;
  readonly at: Date;
}

export interface OrderCancelled extends ReliableEvent {
  readonly orderId: string;
  readonly lines: readonly OrderLine[];
  readonly reason: string;
  readonly at: Date;
}
