import type { HandlerFailure, MessageContext } from '../messages/context.ts';
import type { RetryPolicy } from '../messages/descriptor.ts';
import type { Failure, Result } from '../messages/result.ts';
import type { ValidationIssue } from '../messages/validator.ts';

// CONTRACT (to be implemented by the runtime helper; signatures are what emitted code calls)

// Every path through `Dispatcher.send` and `Subscription.deliver` ends in exactly one `guard`, `settle` or `settleEvent`
// (that is also how a stopping application knows what is in flight). `timed` goes around it, `retrying` inside it:
//   return timed(context, 5000, () => settle(retrying(policy, context, () => sendPlaceOrder(message, context)), context));

/** Ends a request whose handler and behaviors do not take the context: errors become failures, there is nothing to commit. */
export declare function guard(promise: Promise<Result<unknown>>, context: MessageContext): Promise<Result<unknown>>;

/** Ends a request: commits or rolls back the unit of work of `context` by what `promise` comes to. Never rejects. */
export declare function settle(promise: Promise<Result<unknown>>, context: MessageContext): Promise<Result<unknown>>;

/** Ends one delivery of an event (`Subscription.deliver`): as `settle`, for handlers that answer with nothing. */
export declare function settleEvent(promise: Promise<unknown>, context: MessageContext): Promise<Result<unknown>>;

/**
 * Inside `Dispatcher.publish`: runs one event handler that takes the context, with a unit of work of its own, and
 * rejects if it failed: `try { await isolated(context, (own) => h.handle(event, own)); } catch (error) { failures = failed(…) }`.
 * A handler (and its behaviors) that takes no context is awaited directly.
 */
export declare function isolated(
  context: MessageContext,
  run: (own: MessageContext) => Promise<unknown>,
): Promise<void>;

/** Scoped services: disposes of them, in reverse, once the unit of work of `context` has been committed or rolled back. */
export declare function disposeWith(context: MessageContext, resources: readonly unknown[]): void;

/** What a thrown value becomes: a `CatgaError` stays itself, anything else is `HANDLER_FAILED` with its cause. */
export declare function failureOf(thrown: unknown): Failure;

/** The failure of a message that validators refused; `undefined` when there are no issues. */
export declare function invalid(
  messageType: string,
  issues: readonly (readonly ValidationIssue[])[],
): Failure | undefined;

/** `@timeout`: gives up after `timeoutMs` unless the caller set its own limit. */
export declare function timed(
  context: MessageContext,
  timeoutMs: number,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>>;

/** `@retry`: runs again while the failure is retryable. `run` may reject; the last rejection is passed on. */
export declare function retrying<T>(policy: RetryPolicy, context: MessageContext, run: () => Promise<T>): Promise<T>;

/** Adds one more failed event handler to the list, made on first use. */
export declare function failed(
  failures: readonly HandlerFailure[] | undefined,
  handler: string,
  thrown: unknown,
): readonly HandlerFailure[];

/** The list that `publish` answers with when nothing failed: one frozen array for all. */
export declare const noFailures: readonly HandlerFailure[];

/** Sets `$type` on the prototype of a class message; refuses with `REGISTRY_INVALID` where another registry named it differently. */
export declare function nameClass(type: abstract new (...args: never) => object, name: string): void;

/** Disposes of `resources` in reverse order: `Symbol.asyncDispose`, else `Symbol.dispose`, else nothing. All errors are kept. */
export declare function disposeAll(resources: readonly unknown[]): Promise<void>;
