import type { MessageContext } from './context.ts';
import type { EventMessage, Message, RequestMessage, ResponseOf } from './contract.ts';
import type { Result } from './result.ts';

/**
 * Handles a command or a query; exactly one for each. A class that implements it is found by `catga generate`, and its
 * constructor parameters are injected.
 *
 * `handle` is a property in the type, so that a handler that takes a narrower message does not compile; write it as a
 * method all the same.
 */
export interface RequestHandler<M extends RequestMessage> {
  readonly handle: (message: M, context: MessageContext) => Promise<Result<ResponseOf<M>>>;
}

/** Handles an event; any number for each. A rejection is kept in the receipt (QoS 0) or leads to redelivery (QoS 1). */
export interface EventHandler<E extends EventMessage> {
  readonly handle: (event: E, context: MessageContext) => Promise<void>;
}

/** What handling `M` gives: a `Result` for requests, nothing for events. */
export type HandlerResult<M extends Message> = M extends RequestMessage
  ? Promise<Result<ResponseOf<M>>>
  : Promise<void>;

/** A handler that is a function; made by {@link handler}. */
export interface FunctionHandler<M extends Message> {
  readonly handle: (message: M, context: MessageContext, deps: never) => HandlerResult<M>;
}

/**
 * Declares a handler as a function. Dependencies are the members of the third parameter's type; `catga generate` reads
 * them and passes them in.
 *
 * @example
 * ```ts
 * import { handler, ok, type Command, type FunctionHandler } from 'catga';
 *
 * export interface Ping extends Command<string> {
 *   readonly text: string;
 * }
 * export const onPing: FunctionHandler<Ping> = handler(async (command) => ok(command.text));
 * ```
 */
export function handler<M extends Message>(
  handle: (message: M, context: MessageContext, deps: never) => HandlerResult<M>,
): FunctionHandler<M> {
  return { handle };
}
