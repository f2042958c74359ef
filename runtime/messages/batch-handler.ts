import type { BatchContext } from './batch-context.ts';
import type { Message, RequestMessage, ResponseOf } from './contract.ts';
import type { Result } from './result.ts';

/**
 * What handling a batch of `M` gives. Requests: one result for each message, in order, or one for all. Events: nothing, or
 * one result for each event, in order, where some may fail without the others. Any other number of results fails all of
 * the batch.
 */
export type BatchHandlerResult<M extends Message> = M extends RequestMessage
  ? Promise<Result<ResponseOf<M>> | readonly Result<ResponseOf<M>>[]>
  : Promise<void | readonly Result[]>;

/**
 * Handles messages by the array. Messages that arrive one by one, however they were sent, are collected until there are as
 * many as `@batch` says or the first has waited as long as it says; each sender gets the result of its own message. A
 * class that implements it is found by `catga generate`, and its constructor parameters are injected.
 *
 * A command or query has exactly one handler, which may be one of these; an event any number.
 */
export interface BatchHandler<M extends Message> {
  readonly handle: (messages: readonly M[], context: BatchContext) => BatchHandlerResult<M>;
}

/** A batch handler that is a function; made by {@link batchHandler}. */
export interface FunctionBatchHandler<M extends Message> {
  readonly handle: (messages: readonly M[], context: BatchContext, deps: never) => BatchHandlerResult<M>;
}

/**
 * Declares a batch handler as a function, as `handler` does for single messages. Dependencies are the members of the third
 * parameter's type.
 *
 * @example
 * ```ts
 * import { batchHandler, ok, type Command, type FunctionBatchHandler } from 'catga';
 *
 * export interface Ping extends Command<string> {
 *   readonly text: string;
 * }
 * export const onPings: FunctionBatchHandler<Ping> = batchHandler(async (pings) => pings.map(({ text }) => ok(text)));
 * ```
 */
export function batchHandler<M extends Message>(
  handle: (messages: readonly M[], context: BatchContext, deps: never) => BatchHandlerResult<M>,
): FunctionBatchHandler<M> {
  return { handle };
}
