import type { Query } from 'catga';

export interface HistoryEntry {
  readonly what: 'placed' | 'paid' | 'shipped' | 'cancelled';
  readonly at: Date;
  readonly detail: string;
}

/** What happened to an order, oldest first; nothing if there is no such order. */
export interface GetOrderHistory extends Query<readonly HistoryEntry[]> {
  readonly orderId: string;
}
