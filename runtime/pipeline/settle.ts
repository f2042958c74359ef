import type { MessageContext } from '../messages/context.ts';
import { CatgaError } from '../messages/error.ts';
import type { Result } from '../messages/result.ts';
import type { Arrival } from '../ports/index.ts';
import type { Arriving } from './arrival.ts';
import { DispatchContext } from './dispatch-context.ts';
import { asResult, failureOf, notAPromise } from './failure.ts';

const handled: Result<unknown> = Object.freeze({ ok: true, value: undefined });

/**
 * Ends a request whose handler and behaviors do not take the context: errors become failures, there is nothing to commit.
 *
 * One `.then`, no closure and no context: watched by `bench dispatch send/8`.
 */
export function guard(promise: Promise<Result<unknown>>, arrival: Arrival | MessageContext): Promise<Result<unknown>> {
  // Emitted code passes on what the mediator gave it.
  const { engine } = arrival as Arriving;
  if (isThenable(promise)) return promise.then(engine.endGuarded, engine.failGuarded);
  engine.inFlight.leave();
  return Promise.resolve(notAPromise(promise));
}

/** Ends a request: commits or rolls back the unit of work of `context` by what `promise` comes to. Never rejects. */
export function settle(promise: Promise<Result<unknown>>, context: MessageContext): Promise<Result<unknown>> {
  const own = context as DispatchContext;
  // Closures measure better here than an async function, a bound method or a field on the context.
  if (isThenable(promise)) {
    return promise.then(
      (result) => (own.unit === undefined ? endWithoutUnit(own, asResult(result)) : endUnit(own, asResult(result))),
      (thrown: unknown) => endThrown(own, thrown),
    );
  }
  return endUnit(own, notAPromise(promise));
}

/**
 * Ends one delivery of an event: as {@link settle}, for handlers that answer with nothing. A failure that a behavior
 * answered with counts as one.
 */
export function settleEvent(promise: Promise<unknown>, context: MessageContext): Promise<Result<unknown>> {
  const own = context as DispatchContext;
  if (!isThenable(promise)) return endUnit(own, promise === undefined ? handled : asResult(promise));
  return promise.then(
    (result) => endUnit(own, result === undefined ? handled : asResult(result)),
    (thrown: unknown) => endThrown(own, thrown),
  );
}

/**
 * Ends a request from inside the async function that its pipeline is: gives what that function returns. Spares the promise
 * that {@link settle} needs; watched by `bench dispatch hooks/3`.
 */
export function finish(result: Result<unknown>, context: MessageContext): Result<unknown> | Promise<Result<unknown>> {
  const own = context as DispatchContext;
  const checked = asResult(result);
  return own.unit === undefined ? endWithoutUnit(own, checked) : endUnit(own, checked);
}

/** As {@link finish}, for what the pipeline's `catch` caught. */
export function finishThrown(thrown: unknown, context: MessageContext): Result<unknown> | Promise<Result<unknown>> {
  return finish(failureOf(thrown), context);
}

/** Ends a request whose pipeline threw before it returned a promise; `arrival` is its context where one was opened. */
export function endThrown(arrival: Arrival | MessageContext, thrown: unknown): Promise<Result<unknown>> {
  const failure = failureOf(thrown);
  if (arrival instanceof DispatchContext) return endUnit(arrival, failure);
  (arrival as Arriving).end();
  return Promise.resolve(failure);
}

function endWithoutUnit(context: DispatchContext, result: Result<unknown>): Result<unknown> {
  context.end();
  return result;
}

async function endUnit(context: DispatchContext, result: Result<unknown>): Promise<Result<unknown>> {
  try {
    return await conclude(context, result);
  } finally {
    context.end();
  }
}

/** Commits or rolls back what a message changed and holds back, by what it came to. */
export async function conclude(context: DispatchContext, result: Result<unknown>): Promise<Result<unknown>> {
  const { origin, unit } = context;
  if (unit === undefined) return result;
  const outer = origin?.outer;
  if (result.ok && context.isOpen && outer !== undefined) {
    outer.openUnit().absorb(unit);
    return result;
  }
  try {
    if (!result.ok) {
      await unit.rollback();
      return result;
    }
    if (!context.isOpen) {
      await unit.rollback();
      return { ok: false, error: dropped(context) };
    }
    context.phase = 'committing';
    const error = await unit.commit();
    return error === undefined ? result : { ok: false, error };
  } finally {
    await unit.dispose();
  }
}

function dropped(context: DispatchContext): CatgaError {
  return new CatgaError(
    'CANCELLED',
    `${context.messageType} was handled after its caller had given up: its changes were rolled back and nothing was released`,
  );
}

function isThenable(value: unknown): boolean {
  return typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
}
