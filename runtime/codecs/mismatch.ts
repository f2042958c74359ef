import { MAX_BIGINT_BYTES, MAX_DEPTH, MAX_VALUES } from './limits.ts';

/**
 * What primitives throw when a value or input does not fit. It knows neither the codec nor the path: the codec's entry
 * point adds both, so that nothing is spent on paths unless something is wrong.
 */
export class Mismatch {
  readonly expected: string;
  readonly actual: string;
  /** MessagePack: where it was noticed. JSON: unused, the path is collected while unwinding. */
  readonly offset: number;
  /** The rest of the path below the place that the offset tells, for example a member that is missing. */
  readonly member: string | undefined;
  readonly cause: unknown;
  /** JSON: the path, innermost part first. MessagePack: the path below the offset, where that tells nothing. */
  readonly path: string[] = [];

  constructor(expected: string, actual: string, offset = 0, member?: string, cause?: unknown) {
    this.expected = expected;
    this.actual = actual;
    this.offset = offset;
    this.member = member;
    this.cause = cause;
  }

  /** The same at a place of MessagePack: what is said of a value below a place, with the path from there. */
  at(offset: number): Mismatch {
    const moved = new Mismatch(this.expected, this.actual, offset, this.member, this.cause);
    moved.path.push(...this.path);
    return moved;
  }
}

/** A value in a few words, for an error message; never its contents, which may be personal. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number')
    return Number.isInteger(value) ? 'an integer' : String(value === value ? 'a number' : value);
  if (typeof value !== 'object') return value === undefined ? 'undefined' : `a ${typeof value}`;
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date';
  if (value instanceof Map) return 'a Map';
  if (value instanceof Set) return 'a Set';
  if (ArrayBuffer.isView(value)) return 'bytes';
  return 'an object';
}

/** A value that does not fit. */
export function mistyped(position: number, expected: string, value: unknown): Mismatch {
  return new Mismatch(expected, describe(value), position);
}

/** What an error of depth says is there. */
export const TOO_DEEP = 'deeper nesting';

/** A value that nests too deep. */
export function tooDeep(position = 0): Mismatch {
  return new Mismatch(`at most ${MAX_DEPTH} levels`, TOO_DEEP, position);
}

/** A bigint of more bytes than a bigint may take. */
export function tooLarge(position = 0): Mismatch {
  return new Mismatch(`a bigint of at most ${MAX_BIGINT_BYTES} bytes`, 'a larger one', position);
}

/** A value of more values than one may hold. */
export function tooMany(position = 0): Mismatch {
  return new Mismatch(`at most ${MAX_VALUES} values`, 'more', position);
}
