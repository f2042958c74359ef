import type { MessageContext } from './context.ts';
import type { Message } from './contract.ts';
import type { Failure, Result } from './result.ts';

/** Runs the rest of the pipeline. Call it at most once for each attempt that you want made. */
export type Next = () => Promise<Result<unknown>>;

/**
 * Runs around the handling of messages: either hooks (`before`, `after`, `error`), which are fused into one function, or
 * `handle` with `next()`, which is nested. A class that implements it is found by `catga generate`. It applies to every message
 * that is assignable to `M`; its place is set by `@order` (lower is further out; validation sits at 0).
 *
 * For events it runs once for each event handler.
 */
export interface Behavior<M extends Message = Message> {
  /** Before the handler. Returning a failure ends the pipeline with it. */
  readonly before?: (message: M, context: MessageContext) => void | Failure | Promise<void | Failure>;
  /** After the handler, in reverse order, with what it came to, failed or not. Not called when something threw. */
  readonly after?: (message: M, result: Result<unknown>, context: MessageContext) => void | Promise<void>;
  /** When the handler or an inner behavior threw. Returning a result replaces the failure. */
  readonly error?: (
    message: M,
    error: unknown,
    context: MessageContext,
  ) => void | Result<unknown> | Promise<void | Result<unknown>>;
  /** Full control: call `next()` and return its result, or do not. Excludes the hooks. */
  readonly handle?: (message: M, context: MessageContext, next: Next) => Promise<Result<unknown>>;
}
