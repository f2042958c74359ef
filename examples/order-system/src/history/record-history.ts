import { handler, type FunctionHandler } from 'catga';
import type { OrderCancelled, OrderPaid, OrderPlaced, OrderShipped } from '../orders/messages.ts';
import type { OrderHistory } from './order-history.ts';

interface Deps {
  readonly history: OrderHistory;
}

export const recordPlaced: FunctionHandler<OrderPlaced> = handler(async (event, context, { history }: Deps) =>
  history.record(event.orderId, context.messageId, {
    what: 'placed',
    at: event.at,
    detail: `${event.lines.length} line(s), ${event.totalCents} cents`,
  }),
);

export const recordPaid: FunctionHandler<OrderPaid> = handler(async (event, context, { history }: Deps) =>
  history.record(event.orderId, context.messageId, {
    what: 'paid',
    at: event.at,
    detail: `${event.totalCents} cents, ${event.paymentReference}`,
  }),
);

export const recordShipped: FunctionHandler<OrderShipped> = handler(async (event, context, { history }: Deps) =>
  history.record(event.orderId, context.messageId, { what: 'shipped', at: event.at, detail: event.trackingNumber }),
);

export const recordCancelled: FunctionHandler<OrderCancelled> = handler(async (event, context, { history }: Deps) =>
  history.record(event.orderId, context.messageId, { what: 'cancelled', at: event.at, detail: event.reason }),
);
