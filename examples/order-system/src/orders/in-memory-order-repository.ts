import { CatgaError, type UnitOfWork } from 'catga';
import type { OrderStatus } from './messages.ts';
import type { Order } from './order.ts';
import type { OrderRepository } from './order-repository.ts';

/**
 * Keeps orders in this process, with optimistic concurrency: a change applies to the version it was made from, or not
 * at all.
 *
 * @service
 */
export class InMemoryOrderRepository implements OrderRepository {
  readonly #orders = new Map<string, Order>();
  #lastNumber = 1000;

  nextId(): string {
    return `o-${++this.#lastNumber}`;
  }

  async find(orderId: string): Promise<Order | undefined> {
    return this.#orders.get(orderId);
  }

  async list(filter: { readonly customerId?: string; readonly status?: OrderStatus }): Promise<readonly Order[]> {
    return [...this.#orders.values()].filter(
      (order) =>
        (filter.customerId === undefined || order.customerId === filter.customerId) &&
        (filter.status === undefined || order.status === filter.status),
    );
  }

  save(order: Order, unitOfWork: UnitOfWork): void {
    unitOfWork.enlist({ commit: () => this.#commit(order) });
  }

  #commit(order: Order): void {
    const stored = this.#orders.get(order.orderId)?.version ?? 0;
    if (stored !== order.version - 1) {
      throw new CatgaError('CONFLICT', `order ${order.orderId} was changed by somebody else: read it again`);
    }
    this.#orders.set(order.orderId, order);
  }
}
