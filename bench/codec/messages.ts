import type { ReliableEvent } from 'catga';

/** The five messages of the codec bench, in shapes that services send: small, nested, textual, numeric, mixed. */
export interface Small extends ReliableEvent {
  readonly orderId: string;
  readonly amount: number;
  readonly quantity: number;
}

export interface OrderItem {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly category: 'book' | 'food' | 'tool' | 'toy';
  readonly discount?: number;
  readonly note?: string;
}

export interface Order extends ReliableEvent {
  readonly orderId: string;
  readonly customerId: string;
  readonly status: 'cancelled' | 'paid' | 'pending' | 'shipped';
  readonly currency: string;
  readonly createdAt: number;
  readonly note?: string;
  readonly items: readonly OrderItem[];
}

export interface Doc extends ReliableEvent {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly body: string;
  readonly tags: readonly string[];
}

export interface Series extends ReliableEvent {
  readonly seriesId: string;
  readonly samples: readonly number[];
}

export interface Card {
  readonly method: 'card';
  readonly last4: string;
  readonly brand: string;
}

export interface Transfer {
  readonly method: 'transfer';
  readonly iban: string;
}

export interface Created {
  readonly kind: 'created';
  readonly by: string;
}

export interface Paid {
  readonly kind: 'paid';
  readonly amount: number;
  readonly means: Card | Transfer;
  readonly paidAt: Date;
}

export interface Cancelled {
  readonly kind: 'cancelled';
  readonly reason: string;
}

export interface Event extends ReliableEvent {
  readonly id: string;
  readonly at: Date;
  readonly seq: bigint;
  readonly attributes: ReadonlyMap<string, number>;
  readonly payload: Uint8Array;
  readonly change: Cancelled | Created | Paid;
}

// The first two as arrays in MessagePack: what schema-driven peers write.

/** @wire positional */
export interface SmallPositional extends ReliableEvent {
  readonly orderId: string;
  readonly amount: number;
  readonly quantity: number;
}

/** @wire positional */
export interface OrderItemPositional {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly category: 'book' | 'food' | 'tool' | 'toy';
  readonly discount?: number;
  readonly note?: string;
}

/** @wire positional */
export interface OrderPositional extends ReliableEvent {
  readonly orderId: string;
  readonly customerId: string;
  readonly status: 'cancelled' | 'paid' | 'pending' | 'shipped';
  readonly currency: string;
  readonly createdAt: number;
  readonly note?: string;
  readonly items: readonly OrderItemPositional[];
}
