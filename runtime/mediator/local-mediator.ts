import type { DeliveryOptions, EnqueueReceipt, PublishReceipt, SendOptions } from '../messages/context.ts';
import type { CommandLike, EventMessage, RequestMessage, ResponseOf } from '../messages/contract.ts';
import type { Result } from '../messages/result.ts';
import { failureOf } from '../pipeline/index.ts';
import {
  type BatchOptions,
  concurrencyOf,
  eachOptions,
  mapBounded,
  mapStream,
  type PublishBatchOptions,
  type PublishOutcome,
} from './batch.ts';
import type { LocalEngine } from './engine.ts';
import type { Mediator } from './mediator.ts';

/** The mediator of one process. */
export class LocalMediator implements Mediator {
  readonly #engine: LocalEngine;

  constructor(engine: LocalEngine) {
    this.#engine = engine;
  }

  // Not async: one more layer would cost more than all else together. Watched by `bench dispatch send/8`.
  send<M extends RequestMessage>(message: M, options?: SendOptions): Promise<Result<ResponseOf<M>>> {
    const engine = this.#engine;
    // The registry pairs each message with a handler of its response type; the emitted switch cannot express it.
    return options === undefined && engine.isPlain
      ? engine.sendPlain(message)
      : engine.send(message, options, undefined);
  }

  publish<E extends EventMessage>(event: E, options?: DeliveryOptions): Promise<PublishReceipt> {
    const engine = this.#engine;
    return options === undefined && engine.isPlain
      ? engine.publishPlain(event)
      : engine.publish(event, options, undefined);
  }

  enqueue<C extends CommandLike>(command: C, options?: DeliveryOptions): Promise<EnqueueReceipt> {
    return this.#engine.enqueue(command, options, undefined);
  }

  async sendBatch<M extends RequestMessage>(
    messages: readonly M[],
    options?: BatchOptions,
  ): Promise<readonly Result<ResponseOf<M>>[]> {
    let concurrency: number;
    try {
      concurrency = concurrencyOf(options);
    } catch (error) {
      return messages.map(() => failureOf(error));
    }
    const each = eachOptions(options);
    return await mapBounded(messages, concurrency, (message) => this.send(message, each));
  }

  async publishBatch<E extends EventMessage>(
    events: readonly E[],
    options?: PublishBatchOptions,
  ): Promise<readonly PublishOutcome[]> {
    let concurrency: number;
    try {
      concurrency = concurrencyOf(options);
    } catch (error) {
      return events.map(() => failureOf(error));
    }
    const each = options?.correlationId === undefined ? undefined : { correlationId: options.correlationId };
    return await mapBounded(events, concurrency, async (event): Promise<PublishOutcome> => {
      try {
        return { ok: true, value: await this.publish(event, each) };
      } catch (error) {
        return failureOf(error);
      }
    });
  }

  async *sendStream<M extends RequestMessage>(
    messages: AsyncIterable<M> | Iterable<M>,
    options?: BatchOptions,
  ): AsyncGenerator<Result<ResponseOf<M>>, void, undefined> {
    const each = eachOptions(options);
    yield* mapStream(messages, concurrencyOf(options), (message) => this.send(message, each));
  }
}
