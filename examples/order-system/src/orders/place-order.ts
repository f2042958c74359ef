import { ok, type MessageContext, type RequestHandler, type Result } from 'catga';
import { orderPlaced } from '../catga/messages.ts';
import type { Clock } from '../clock.ts';
import type { OrderView, PlaceOrder } from './messages.ts';
import type { OrderRepository } from './order-repository.ts';
import { placeNewOrder, totalCents, viewOf } from './order.ts';

export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  readonly #orders: OrderRepository;
  readonly #clock: Clock;

  constructor(orders: OrderRepository, clock: Clock) {
    this.#orders = orders;
    this.#clock = clock;
  }

  async handle(command: PlaceOrder, context: MessageContext): Promise<Result<OrderView>> {
    const { customerId, lines, note } = command;
    const order = placeNewOrder({
      orderId: this.#orders.nextId(),
      customerId,
      lines,
      note,
      placedAt: this.#clock.now(),
    });
    this.#orders.save(order, context.unitOfWork);
    // Released when the order is committed, and not before.
    await context.publish(
      orderPlaced({ orderId: order.orderId, customerId, lines, totalCents: totalCents(lines), at: order.placedAt }),
    );
    return ok(viewOf(order));
  }
}
