import {
  ok,
  type Behavior,
  type Command,
  type Message,
  type MessageContext,
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

/** How often the hooks ran: what the benchmark checks. */
export const tally: { before: number; after: number; error: number } = { before: 0, after: 0, error: 0 };

/** @order 10 */
export class OuterHooks implements Behavior {
  before(): void {
    tally.before += 1;
  }

  after(): void {
    tally.after += 1;
  }

  error(): void {
    tally.error += 1;
  }
}

/** @order 20 */
export class MiddleHooks implements Behavior {
  before(message: Message): void {
    if (message !== undefined) tally.before += 1;
  }

  after(_message: Message, result: Result<unknown>): void {
    if (result.ok) tally.after += 1;
  }

  error(): void {
    tally.error += 1;
  }
}

/** @order 30 */
export class InnerHooks implements Behavior {
  before(_message: Message, context: MessageContext): void {
    tally.before += context.attempt;
  }

  after(_message: Message, _result: Result<unknown>, context: MessageContext): void {
    tally.after += context.attempt;
  }

  error(): void {
    tally.error += 1;
  }
}
