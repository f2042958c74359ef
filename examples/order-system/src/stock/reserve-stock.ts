import type { EventHandler } from 'catga';
import type { OrderCancelled, OrderPlaced } from '../orders/messages.ts';
import type { Stock } from './stock.ts';

export class ReserveStock implements EventHandler<OrderPlaced> {
  readonly #stock: Stock;

  constructor(stock: Stock) {
    this.#stock = stock;
  }

  async handle(event: OrderPlaced): Promise<void> {
    this.#stock.reserve(event.orderId, event.lines);
  }
}

export class ReleaseStock implements EventHandler<OrderCancelled> {
  readonly #stock: Stock;

  constructor(stock: Stock) {
    this.#stock = stock;
  }

  async handle(event: OrderCancelled): Promise<void> {
    this.#stock.release(event.orderId);
  }
}
