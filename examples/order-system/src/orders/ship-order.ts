import { ok, type MessageContext, type RequestHandler, type Result } from 'catga';
import { orderShipped } from '../catga/messages.ts';
import type { Clock } from '../clock.ts';
import type { OrderView, ShipOrder } from './messages.ts';
import type { OrderRepository } from './order-repository.ts';
import { markShipped, mayChange, viewOf } from './order.ts';

export class ShipOrderHandler implements RequestHandler<ShipOrder> {
  readonly #orders: OrderRepository;
  readonly #clock: Clock;

  constructor(orders: OrderRepository, clock: Clock) {
    this.#orders = orders;
    this.#clock = clock;
  }

  async handle(command: ShipOrder, context: MessageContext): Promise<Result<OrderView>> {
    const found = mayChange(await this.#orders.find(command.orderId), command, ['paid']);
    if (!found.ok) return found;
    const shipped = markShipped(found.value, command.trackingNumber);
    this.#orders.save(shipped, context.unitOfWork);
    await context.publish(
      orderShipped({
        orderId: shipped.orderId,
        trackingNumber: command.trackingNumber,
        at: this.#clock.now(),
      }),
    );
    return ok(viewOf(shipped));
  }
}
