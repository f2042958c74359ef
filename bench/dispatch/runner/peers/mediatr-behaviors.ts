import {
  Mediator,
  pipelineBehavior,
  RequestData,
  requestHandler,
  type PipelineBehavior,
  type RequestHandler,
} from 'mediatr-ts';
import type { Subject } from '../measure.ts';

class PlaceOrder extends RequestData<number> {
  readonly amount: number;

  constructor(amount: number) {
    super();
    this.amount = amount;
  }
}

class PlaceOrderHandler implements RequestHandler<PlaceOrder, number> {
  async handle(request: PlaceOrder): Promise<number> {
    return request.amount + 1;
  }
}

const tally = { before: 0, after: 0 };

class OuterBehavior implements PipelineBehavior {
  async handle(_request: RequestData<unknown>, next: () => unknown): Promise<unknown> {
    tally.before += 1;
    const result = await next();
    tally.after += 1;
    return result;
  }
}

class MiddleBehavior implements PipelineBehavior {
  async handle(_request: RequestData<unknown>, next: () => unknown): Promise<unknown> {
    tally.before += 1;
    const result = await next();
    tally.after += 1;
    return result;
  }
}

class InnerBehavior implements PipelineBehavior {
  async handle(_request: RequestData<unknown>, next: () => unknown): Promise<unknown> {
    tally.before += 1;
    const result = await next();
    tally.after += 1;
    return result;
  }
}

/** `Mediator.send` through three pipeline behaviors, the only kind there: what hooks are compared with as well. */
export function mediatrBehaviors(): Subject {
  requestHandler(PlaceOrder)(PlaceOrderHandler);
  for (const behavior of [OuterBehavior, MiddleBehavior, InnerBehavior]) pipelineBehavior()(behavior);
  const mediator = new Mediator();
  const messages: readonly PlaceOrder[] = Array.from({ length: 16 }, (_, index) => new PlaceOrder(index));
  return {
    name: 'mediatr-ts',
    async run(iterations) {
      tally.before = 0;
      tally.after = 0;
      let sum = 0;
      // In range by the mask: there are sixteen messages.
      for (let i = 0; i < iterations; i++) sum += await mediator.send(messages[i & 15] as PlaceOrder);
      return tally.before === 3 * iterations && tally.after === 3 * iterations ? sum : Number.NaN;
    },
  };
}
