import { pause } from '../async/index.ts';
import type { MessageContext } from '../messages/context.ts';
import type { RetryPolicy } from '../messages/descriptor.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { errorOf } from './failure.ts';

/**
 * `@retry`: runs again while the failure is retryable, the message is wanted and the next attempt would begin before its
 * deadline. What an attempt that failed had changed or published is dropped before the next. `run` may reject; the last
 * outcome is passed on as it was.
 */
export async function retrying<T>(policy: RetryPolicy, context: MessageContext, run: () => Promise<T>): Promise<T> {
  const own = context as DispatchContext;
  for (let repetition = 0; ; repetition++) {
    let outcome: { readonly value: T } | { readonly thrown: unknown };
    try {
      outcome = { value: await run() };
    } catch (thrown) {
      outcome = { thrown };
    }
    if (repetition < policy.retries && isRetryable(outcome)) {
      const delayMs = backoff(policy, repetition);
      if (await wait(own, delayMs)) {
        await own.unit?.rollback();
        own.attempt++;
        continue;
      }
    }
    if ('thrown' in outcome) throw outcome.thrown;
    return outcome.value;
  }
}

/** The wait before repetition `repetition` (from 0), in milliseconds, with up to 25 % jitter on top. */
export function backoff(policy: Pick<RetryPolicy, 'backoff' | 'delayMs'>, repetition: number): number {
  const base = policy.backoff === 'exponential' ? policy.delayMs * 2 ** repetition : policy.delayMs;
  return base * (1 + Math.random() / 4);
}

function isRetryable(outcome: { readonly value: unknown } | { readonly thrown: unknown }): boolean {
  if ('thrown' in outcome) return errorOf(outcome.thrown).retryable;
  const { value } = outcome;
  if (typeof value !== 'object' || value === null || !('ok' in value) || value.ok !== false) return false;
  return 'error' in value && errorOf(value.error).retryable;
}

/** Waits, and answers whether the next attempt is still wanted. */
async function wait(context: DispatchContext, delayMs: number): Promise<boolean> {
  const { clock } = context.engine;
  const { deadline } = context;
  if (!context.isOpen || (deadline !== undefined && clock.now() + delayMs >= deadline)) return false;
  const { signal } = context;
  if (signal.aborted) return false;
  await pause(clock, delayMs, signal);
  return !signal.aborted && context.isOpen;
}
