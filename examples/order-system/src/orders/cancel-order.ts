import { ok, type MessageContext, type RequestHandler, type Result } from 'catga';
import { orderCancelled } from '../catga/messages.ts';
import type { Clock } from '../clock.ts';
import type { CancelOrder, OrderView } from './messages.ts';
import type { OrderRepository } from './order-repository.ts';
import { markCancelled, mayChange, viewOf } from './order.ts';

export class CancelOrderHandler implements RequestHandler<CancelOrder> {
  readonly #orders: OrderRepository;
  readonly #clock: Clock;

  constructor(orders: OrderRepository, clock: Clock) {
    this.#orders = orders;
    this.#clock = clock;
  }

  async handle(command: CancelOrder, context: MessageContext): Promise<Result<OrderView>> {
    const found = mayChange(await this.#orders.find(command.orderId), command, ['placed', 'paid']);
    if (!found.ok) return found;
    const cancelled = markCancelled(found.value);
    this.#orders.save(cancelled, context.unitOfWork);
    await context.publish(
      orderCancelled({
        orderId: cancelled.orderId,
        lines: cancelled.lines,
        reason: command.reason,
        at: this.#clock.now(),
      }),
    );
    return ok(viewOf(cancelled));
  }
}
