import { type Instrumentation, noInstrumentation, type Operation } from '../instrumentation/index.ts';
import type { Behavior } from '../messages/behavior.ts';
import type { HandlerFailure, PublishReceipt } from '../messages/context.ts';
import type { Message } from '../messages/contract.ts';
import type { Result } from '../messages/result.ts';
import { asResult, compose, conclude, type DispatchContext, endThrown, failureOf } from '../pipeline/index.ts';
import type { Subscription } from '../ports/index.ts';
import type { Wire } from './wire.ts';

/** Runs what the registry has for a message; what the layers are put around. */
export type Inner = (message: object, context: DispatchContext) => Promise<Result<unknown>>;

/** Hands an event to one handler. Never rejects. */
export function deliverTo(subscription: Subscription): Inner {
  return (message, context) => {
    context.begin();
    try {
      // The registry pairs each subscription with its event.
      return subscription.deliver(message as never, context);
    } catch (thrown) {
      return endThrown(context, thrown);
    }
  };
}

/** One pass of a message through what was added at start-up. */
export interface Pass {
  readonly operation: Operation;
  readonly handler?: string | undefined;
  readonly context: DispatchContext;
  readonly message: object;
}

/**
 * What `createCatga`'s options put around every dispatch, outermost first: instrumentation, `verifyWire`, start-up
 * behaviors. The slower way through: without options none of it is there.
 */
export class Layers {
  readonly isEmpty: boolean;
  readonly #behaviors: readonly Behavior[];
  readonly #wire: Wire | undefined;
  readonly #instrumentation: Instrumentation;

  constructor(behaviors: readonly Behavior[], wire: Wire | undefined, instrumentation: Instrumentation) {
    this.#behaviors = behaviors;
    this.#wire = wire;
    this.#instrumentation = instrumentation;
    this.isEmpty = behaviors.length === 0 && wire === undefined && instrumentation === noInstrumentation;
  }

  /** Never rejects. */
  async run(pass: Pass, inner: Inner): Promise<Result<unknown>> {
    const { context, operation, handler } = pass;
    const { clock } = context.engine;
    const named = handler === undefined ? {} : { handler };
    const startedAt = clock.monotonic();
    this.#instrumentation.record({ kind: 'started', operation, context, ...named });
    const result = await this.#throughWire(pass, inner);
    const durationMs = clock.monotonic() - startedAt;
    const errors = result.ok ? [] : [result.error];
    this.#instrumentation.record({ kind: 'finished', operation, context, ...named, durationMs, errors });
    return result;
  }

  /** Each handler of an event is run by itself, in order: what is put around it is its own. */
  async publish(
    event: object,
    subscriptions: readonly Subscription[],
    context: DispatchContext,
  ): Promise<PublishReceipt> {
    const message = this.#wire?.message(event) ?? event;
    const { clock } = context.engine;
    const startedAt = clock.monotonic();
    const failures: HandlerFailure[] = [];
    context.begin();
    this.#instrumentation.record({ kind: 'started', operation: 'publish', context });
    try {
      for (const subscription of subscriptions) {
        const result = await this.#aroundHandler(message, context.branch(), deliverTo(subscription));
        if (!result.ok) failures.push({ handler: subscription.handler, error: result.error });
      }
    } finally {
      context.end();
      const durationMs = clock.monotonic() - startedAt;
      const errors = failures.map(({ error }) => error);
      this.#instrumentation.record({ kind: 'finished', operation: 'publish', context, durationMs, errors });
    }
    return { messageId: context.messageId, handlers: subscriptions.length, failures, stored: false };
  }

  /** Puts the start-up behaviors around one handler. Never rejects. */
  async #aroundHandler(message: object, context: DispatchContext, inner: Inner): Promise<Result<unknown>> {
    if (this.#behaviors.length === 0) return await inner(message, context);
    // Behaviors see every message; the registry has checked that it is one.
    const composed = compose(this.#behaviors, (each) => inner(each, context));
    const { inFlight } = context.engine;
    inFlight.count++;
    try {
      let result: Result<unknown>;
      try {
        result = asResult(await composed(message as Message, context));
      } catch (thrown) {
        result = failureOf(thrown);
      }
      // Still open: a behavior answered by itself, or the handler does not take the context and nobody has settled it.
      return context.phase === 'settled' ? result : await conclude(context, result);
    } finally {
      context.close();
      inFlight.leave();
    }
  }

  // Stored messages passed the wire when they were stored.
  async #throughWire(pass: Pass, inner: Inner): Promise<Result<unknown>> {
    const { context } = pass;
    const wire = pass.operation === 'send' ? this.#wire : undefined;
    if (wire === undefined) return await this.#aroundHandler(pass.message, context, inner);
    try {
      const message = wire.message(pass.message);
      return wire.response(message, await this.#aroundHandler(message, context, inner));
    } catch (thrown) {
      context.close();
      return failureOf(thrown);
    }
  }
}
