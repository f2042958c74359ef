import type { UnitOfWork } from 'catga';
import type { OrderStatus } from './messages.ts';
import type { Order } from './order.ts';

/** Where orders are kept. */
export interface OrderRepository {
  /** A new, unused order number. */
  nextId(): string;
  find(orderId: string): Promise<Order | undefined>;
  /** Oldest first. */
  list(filter: { readonly customerId?: string; readonly status?: OrderStatus }): Promise<readonly Order[]>;
  /**
   * Stores the order when `unitOfWork` commits, together with the events that its handler published.
   *
   * The commit fails with `CONFLICT` if somebody else stored the same version first.
   */
  save(order: Order, unitOfWork: UnitOfWork): void;
}
