import { fail, ok, type Result } from 'catga';
import type { OrderLine, OrderStatus, OrderView } from './messages.ts';

/** An order as it is stored: plain data, changed by the functions below, each of which raises the version. */
export interface Order {
  readonly orderId: string;
  readonly customerId: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly lines: readonly OrderLine[];
  readonly placedAt: Date;
  readonly note: string | undefined;
  readonly paymentReference: string | undefined;
  readonly trackingNumber: string | undefined;
}

export function placeNewOrder(order: Pick<Order, 'orderId' | 'customerId' | 'lines' | 'placedAt' | 'note'>): Order {
  return { ...order, status: 'placed', version: 1, paymentReference: undefined, trackingNumber: undefined };
}

export function markPaid(order: Order, paymentReference: string): Order {
  return { ...order, status: 'paid', version: order.version + 1, paymentReference };
}

export function markShipped(order: Order, trackingNumber: string): Order {
  return { ...order, status: 'shipped', version: order.version + 1, trackingNumber };
}

export function markCancelled(order: Order): Order {
  return { ...order, status: 'cancelled', version: order.version + 1 };
}

/** What a caller may not know: whether the order is there, is as it last saw it, and can take this step. */
export function mayChange(
  order: Order | undefined,
  request: { readonly orderId: string; readonly expectedVersion?: number },
  from: readonly OrderStatus[],
): Result<Order> {
  if (order === undefined) return fail('NOT_FOUND', `there is no order ${request.orderId}`);
  if (request.expectedVersion !== undefined && request.expectedVersion !== order.version) {
    return fail(
      'CONFLICT',
      `order ${order.orderId} is at version ${order.version}, not ${request.expectedVersion}: read it again`,
    );
  }
  if (!from.includes(order.status)) {
    return fail('CONFLICT', `order ${order.orderId} is ${order.status}; this needs one that is ${from.join(' or ')}`);
  }
  return ok(order);
}

export function totalCents(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
}

export function viewOf(order: Order): OrderView {
  const { note, paymentReference, trackingNumber, ...rest } = order;
  return {
    ...rest,
    totalCents: totalCents(order.lines),
    ...(note === undefined ? {} : { note }),
    ...(paymentReference === undefined ? {} : { paymentReference }),
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
  };
}
