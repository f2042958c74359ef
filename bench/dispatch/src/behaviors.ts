import {
  ok,
  type Behavior,
  type Command,
  type Message,
  type MessageContext,
  type Next,
  type RequestHandler,
  type Result,
} from 'catga';

export interface PlaceOrder extends Command<number> {
  readonly orderId: string;
  readonly amount: number;
}

export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(command: PlaceOrder): Promise<Result<number>> {
    return ok(command.amount + 1);
  }
}

/** How often the behaviors were entered and left: what the benchmark checks. */
export const tally: { before: number; after: number } = { before: 0, after: 0 };

/** @order 10 */
export class OuterBehavior implements Behavior {
  async handle(_message: Message, _context: MessageContext, next: Next): Promise<Result<unknown>> {
    tally.before += 1;
    const result = await next();
    tally.after += 1;
    return result;
  }
}

/** @order 20 */
export class MiddleBehavior implements Behavior {
  async handle(_message: Message, _context: MessageContext, next: Next): Promise<Result<unknown>> {
    tally.before += 1;
    const result = await next();
    tally.after += 1;
    return result;
  }
}

/** @order 30 */
export class InnerBehavior implements Behavior {
  async handle(_message: Message, _context: MessageContext, next: Next): Promise<Result<unknown>> {
    tally.before += 1;
    const result = await next();
    tally.after += 1;
    return result;
  }
}
