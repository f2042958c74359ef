import type { Behavior, MessageContext, Next, RequestMessage, Result } from 'catga';
import type { Timings } from './timings.ts';

/**
 * Measures every request from the outside of all other behaviors: the full form of a behavior, with `next()`.
 *
 * @order -100
 */
export class RequestTimings implements Behavior<RequestMessage> {
  readonly #timings: Timings;

  constructor(timings: Timings) {
    this.#timings = timings;
  }

  async handle(_request: RequestMessage, context: MessageContext, next: Next): Promise<Result<unknown>> {
    const start = performance.now();
    try {
      return await next();
    } finally {
      this.#timings.add(context.messageType, performance.now() - start);
    }
  }
}
