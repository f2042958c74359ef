import type { Next } from '../messages/behavior.ts';
import type { MessageContext } from '../messages/context.ts';
import type { Result } from '../messages/result.ts';

// How generated pipelines see behaviors and validators. A class may declare fewer parameters, and narrower ones, than
// `Behavior` has, `{ tenant: string }` for one: so these are methods over any object, which TypeScript compares both ways;
// the generator has checked which messages each one takes. `R` is what the hook returns, with or without a promise.

/** Something with a `before` hook. */
export interface BeforeHook<R> {
  before(message: object, context: MessageContext): R;
}

/** Something with an `after` hook. */
export interface AfterHook<R> {
  after(message: object, result: Result<unknown>, context: MessageContext): R;
}

/** Something with an `error` hook. */
export interface ErrorHook<R> {
  error(message: object, error: unknown, context: MessageContext): R;
}

/** A behavior that is nested around the rest of the pipeline. */
export interface AroundHook {
  handle(message: object, context: MessageContext, next: Next): Promise<Result<unknown>>;
}

/** A validator. */
export interface ValidateHook<R> {
  validate(message: object, context: MessageContext): R;
}
