import type { DomainEvent, EventHandler } from 'catga';

export interface OrderPlaced extends DomainEvent {
  readonly orderId: string;
  readonly total: number;
}

/** What the handlers saw: what the benchmark checks. */
export const tally: { total: number } = { total: 0 };

export class SendReceipt implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    tally.total += event.total;
  }
}

export class UpdateStock implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    tally.total += event.total;
  }
}

export class CountOrders implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    tally.total += event.total;
  }
}
