import type { OrderLine } from '../orders/messages.ts';
import type { StockLevel } from './messages.ts';

/**
 * Which orders hold how much of what. Both operations say what shall be, so that doing them twice changes nothing.
 *
 * @service
 */
export class Stock {
  readonly #reservations = new Map<string, readonly OrderLine[]>();
  readonly #released = new Set<string>();

  reserve(orderId: string, lines: readonly OrderLine[]): void {
    // No order is promised between events: a cancellation may be handled first.
    if (!this.#released.has(orderId)) this.#reservations.set(orderId, lines);
  }

  release(orderId: string): void {
    this.#released.add(orderId);
    this.#reservations.delete(orderId);
  }

  levels(): readonly StockLevel[] {
    const reserved = new Map<string, number>();
    for (const line of [...this.#reservations.values()].flat()) {
      reserved.set(line.sku, (reserved.get(line.sku) ?? 0) + line.quantity);
    }
    return [...reserved].map(([sku, quantity]) => ({ sku, reserved: quantity }));
  }
}
