import { CatgaError, isCatgaError } from '../messages/error.ts';
import type { Failure, Result } from '../messages/result.ts';

/** What a thrown value becomes: a `CatgaError` stays itself, anything else is `HANDLER_FAILED` with its cause. */
export function errorOf(thrown: unknown): CatgaError {
  if (isCatgaError(thrown)) return thrown;
  const reason = thrown instanceof Error && thrown.message !== '' ? thrown.message : describe(thrown);
  return new CatgaError('HANDLER_FAILED', reason, { cause: thrown });
}

/** As {@link errorOf}, as a failure. */
export function failureOf(thrown: unknown): Failure {
  return { ok: false, error: errorOf(thrown) };
}

/** `value` if it is a `Result`, else the failure that says that it is not. */
export function asResult(value: unknown): Result<unknown> {
  const result = value as { readonly ok?: unknown; readonly error?: unknown } | null | undefined;
  if (result?.ok === true) return value as Result<unknown>;
  if (result?.ok === false) {
    if (isCatgaError(result.error)) return value as Failure;
    return garbage('a failure whose `error` is not a CatgaError: make failures with fail(code, message)');
  }
  return garbage(`${describe(value)} instead of a Result: return ok(value) or fail(code, message)`);
}

/** The failure of a handler that did not even return a promise. */
export function notAPromise(value: unknown): Failure {
  return garbage(`${describe(value)} instead of a promise: declare it async`);
}

function garbage(what: string): Failure {
  return {
    ok: false,
    error: new CatgaError('HANDLER_FAILED', `the handler returned ${what}`, { retryable: false }),
  };
}

// Says what kind of value it is, not what is in it: values may hold personal data.
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return `a ${typeof value}`;
}
