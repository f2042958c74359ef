import { is, put, type Constant } from './constant.ts';
import { readMapHeader, readNumber } from './read.ts';
import type { Reader } from './reader.ts';
import { readString } from './text-decoding.ts';
import { mistyped, writeNumber, writeString } from './write.ts';
import { overflow, type Writer } from './writer.ts';

// What generated functions of objects begin with. Watched by the bench `codec`.

/** An object whose members are yet to be checked. */
export type Members = Readonly<Record<string, unknown>>;

/** A decoded object that is still being filled. */
export type Draft = Record<string, unknown>;

/** The value, if it is an object; makes sure of room for a header. */
export function members(writer: Writer, position: number, value: unknown): Members {
  if (typeof value !== 'object' || value === null) throw mistyped(position, 'an object', value);
  if (position > writer.limit) throw overflow;
  return value as Members;
}

/** How many members a value that may be absent adds. */
export function given(value: unknown): 0 | 1 {
  return value === undefined ? 0 : 1;
}

/**
 * Enters an object and answers with how many of its `optional` members must follow besides the `required` ones. Where
 * the count alone shows that something else stands there, the reader moves to the end, so that no member is found:
 * whoever reads the usual order then turns to `readByShape`.
 */
export function openMap(reader: Reader, required: number, optional: number): number {
  const left = readMapHeader(reader) - required;
  if (left < 0 || left > optional) reader.at = reader.bytes.length;
  return left;
}

/** As {@link is}, for a member that must come next: without it, none is found after it. */
export function need(reader: Reader, constant: Constant): boolean {
  if (is(reader, constant)) return true;
  reader.at = reader.bytes.length;
  return false;
}

// The usual members in one call each: shorter to parse, and a call less.

export function putString(writer: Writer, position: number, constant: Constant, value: unknown): number {
  return writeString(writer, put(writer, position, constant), value);
}

export function putNumber(writer: Writer, position: number, constant: Constant, value: unknown): number {
  return writeNumber(writer, put(writer, position, constant), value);
}

export function needString(reader: Reader, constant: Constant): string | undefined {
  return need(reader, constant) ? readString(reader) : undefined;
}

export function needNumber(reader: Reader, constant: Constant): number | undefined {
  return need(reader, constant) ? readNumber(reader) : undefined;
}
