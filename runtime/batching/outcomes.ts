import { CatgaError } from '../messages/error.ts';
import type { Failure, Result } from '../messages/result.ts';
import { asResult } from '../pipeline/index.ts';
import type { Item } from './lane.ts';

/** What an event comes to when its handler answers with nothing. */
export const handled: Result<unknown> = Object.freeze({ ok: true, value: undefined });

/** The result of each of `count` messages, from what a batch handler returned. */
export function outcomesOf(returned: unknown, count: number, isEvent: boolean): readonly Result<unknown>[] {
  if (!Array.isArray(returned)) {
    return each(count, isEvent && returned === undefined ? handled : asResult(returned));
  }
  if (returned.length === count) return returned.map(asResult);
  return each(count, {
    ok: false,
    error: new CatgaError(
      'HANDLER_FAILED',
      `the batch handler returned ${returned.length} results for ${count} messages: return one for each, in order, or one for all`,
      { retryable: false, details: { messages: count, results: returned.length } },
    ),
  });
}

function each(count: number, outcome: Result<unknown>): readonly Result<unknown>[] {
  return Array.from({ length: count }, () => outcome);
}

/**
 * What each message comes to when the batch as a whole failed. Where it held several, a stored one is worth another delivery
 * whatever the reason, since it will be alone then and may not have been the cause.
 */
export function allFailed(items: readonly Item[], failure: Failure): readonly Failure[] {
  const { code, details, message, retryable } = failure.error;
  if (items.length === 1 || retryable) return items.map(() => failure);
  const options = { retryable: true, details, cause: failure.error };
  const again: Failure = { ok: false, error: new CatgaError(code, `its whole batch failed: ${message}`, options) };
  return items.map(({ context }) => (context.origin?.isStored === true ? again : failure));
}
