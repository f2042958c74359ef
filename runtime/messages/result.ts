import { CatgaError, type CatgaErrorOptions, type ErrorCode } from './error.ts';

/** A success. */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

/** A failure. */
export interface Failure {
  readonly ok: false;
  readonly error: CatgaError;
}

/**
 * What handling a request came to. `send` never rejects: look at `ok` before `value`.
 *
 * @example
 * ```ts
 * import { fail, ok, type Result } from 'catga';
 *
 * export function half(n: number): Result<number> {
 *   return n % 2 === 0 ? ok(n / 2) : fail('VALIDATION_FAILED', `${n} is odd`);
 * }
 * ```
 */
export type Result<T = void> = Success<T> | Failure;

const nothing: Success<void> = Object.freeze({ ok: true, value: undefined });

/** A success with nothing to say. */
export function ok(): Success<void>;
/** A success with a value. */
export function ok<T>(value: T): Success<T>;
export function ok(value?: unknown): Success<unknown> {
  return value === undefined ? nothing : { ok: true, value };
}

/**
 * A failure, expected and typed: for what a caller has to deal with. Throw for everything else.
 *
 * @param code - Why, from the closed set.
 * @param message - What is wrong, because of what, and what to do, for a person.
 */
export function fail(code: ErrorCode, message: string, options?: CatgaErrorOptions): Failure {
  return { ok: false, error: new CatgaError(code, message, options) };
}
