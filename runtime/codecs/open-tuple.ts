import { mistyped } from './mismatch.ts';
import { makeArray, readArrayHeader, unexpected } from './read.ts';
import type { Read, Reader } from './reader.ts';
import { writeArrayHeader } from './write.ts';
import { overflow, type Write, type Writer } from './writer.ts';

// Tuples whose length is not fixed: the last of the fixed elements may be left out, or others stand between them.

/** How long such a tuple is, in words; `undefined` if `length` is right. */
export function wrongLength(
  length: number,
  fixed: number,
  optional: number,
  hasRest: boolean,
  trailing: number,
): string | undefined {
  const least = fixed - optional + trailing;
  if (length >= least && (hasRest || length <= fixed)) return undefined;
  return hasRest ? `at least ${least}` : `${least} to ${fixed}`;
}

/** What stands at a place: the fixed elements come first, the trailing ones last. */
export function elementAt<T>(
  at: number,
  length: number,
  fixed: readonly T[],
  rest: T | undefined,
  trailing: readonly T[],
): T {
  const behind = at - (length - trailing.length);
  // Lengths have been checked: where there is no rest, nothing else is left.
  return (behind >= 0 && trailing.length > 0 ? trailing[behind] : (fixed[at] ?? rest)) as T;
}

export function writeOpenTuple(
  writer: Writer,
  position: number,
  value: unknown,
  fixed: readonly Write[],
  optional: number,
  rest?: Write,
  trailing: readonly Write[] = [],
): number {
  if (!Array.isArray(value)) throw mistyped(position, 'a tuple', value);
  const values: readonly unknown[] = value;
  const { length } = values;
  const wrong = wrongLength(length, fixed.length, optional, rest !== undefined, trailing.length);
  if (wrong !== undefined) throw mistyped(position, `a tuple of ${wrong}`, value);
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) {
    if (at > writer.limit) throw overflow;
    at = elementAt(index, length, fixed, rest, trailing)(writer, at, values[index]);
  }
  return at;
}

export function readOpenTuple(
  reader: Reader,
  fixed: readonly Read[],
  optional: number,
  rest?: Read,
  trailing: readonly Read[] = [],
): unknown[] {
  const start = reader.at;
  const length = readArrayHeader(reader);
  const wrong = wrongLength(length, fixed.length, optional, rest !== undefined, trailing.length);
  if (wrong !== undefined) throw unexpected(reader, start, `an array of ${wrong}`);
  const values = makeArray<unknown>(length);
  for (let index = 0; index < length; index++) {
    values[index] = elementAt(index, length, fixed, rest, trailing)(reader);
  }
  return values;
}
