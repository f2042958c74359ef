import type { DeliveryOptions, EnqueueReceipt, PublishReceipt, SendOptions } from '../messages/context.ts';
import type { CommandLike, EventMessage, RequestMessage, ResponseOf } from '../messages/contract.ts';
import type { Result } from '../messages/result.ts';
import type { BatchOptions, PublishBatchOptions, PublishOutcome } from './batch.ts';

/**
 * Sends messages from the edges of a program: HTTP routes, timers, `main`. Inside a handler use its {@link MessageContext},
 * which carries correlation, deadline and unit of work on.
 */
export interface Mediator {
  /**
   * Sends a command or query to its one handler and answers with the handler's `Result`. Never rejects.
   *
   * @example
   * ```ts
   * import type { Command, Mediator } from 'catga';
   *
   * interface PlaceOrder extends Command<{ orderId: string }> {
   *   readonly customerId: string;
   * }
   * export async function place(mediator: Mediator, command: PlaceOrder): Promise<string> {
   *   const result = await mediator.send(command, { timeoutMs: 2_000 });
   *   return result.ok ? result.value.orderId : `${result.error.code}: ${result.error.message}`;
   * }
   * ```
   */
  send<M extends RequestMessage>(message: M, options?: SendOptions): Promise<Result<ResponseOf<M>>>;
  /**
   * Publishes an event. QoS 0 resolves when all handlers have run, every error kept in the receipt; QoS 1 and 2 (and
   * whatever is delayed) when stored. In memory "stored" means within this process: it is lost when the process ends.
   *
   * @throws CatgaError where the event was not accepted: `UNKNOWN_MESSAGE`, `STOPPED`, `OVERLOADED`, `CONFIGURATION_INVALID`
   * for options that contradict each other; with `verifyWire` also `ENCODE_FAILED`. Never for a handler that failed.
   */
  publish<E extends EventMessage>(event: E, options?: DeliveryOptions): Promise<PublishReceipt>;
  /**
   * Stores a command for its handler and does not wait for it.
   *
   * @throws CatgaError where it was not accepted, as {@link Mediator.publish}, and `HANDLER_NOT_FOUND`.
   */
  enqueue<C extends CommandLike>(command: C, options?: DeliveryOptions): Promise<EnqueueReceipt>;
  /** Sends many, so many at a time; the results in the order of the messages. Never rejects. */
  sendBatch<M extends RequestMessage>(
    messages: readonly M[],
    options?: BatchOptions,
  ): Promise<readonly Result<ResponseOf<M>>[]>;
  /** Publishes many, so many at a time; for each, in order, its receipt or why it was not accepted. Never rejects. */
  publishBatch<E extends EventMessage>(
    events: readonly E[],
    options?: PublishBatchOptions,
  ): Promise<readonly PublishOutcome[]>;
  /**
   * Sends what `messages` yields and yields the results in the same order. Lazy: pulls only as the results are consumed,
   * at most `concurrency` ahead, and stops pulling when the consumer stops. An error of the source is thrown once the
   * results before it have been yielded.
   *
   * @throws CatgaError `CONFIGURATION_INVALID`, on the first pull, for a `concurrency` below 1.
   */
  sendStream<M extends RequestMessage>(
    messages: AsyncIterable<M> | Iterable<M>,
    options?: BatchOptions,
  ): AsyncGenerator<Result<ResponseOf<M>>, void, undefined>;
}
