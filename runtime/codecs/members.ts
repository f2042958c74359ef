import { mistyped } from './mismatch.ts';
import { readMapHeader } from './read.ts';
import type { Reader } from './reader.ts';
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
 * the count alone shows that something else stands there, the reader moves to the first byte, so that no member is found:
 * whoever reads the usual order then turns to `readByShape`.
 */
export function openMap(reader: Reader, required: number, optional: number): number {
  const lead = reader.bytes[reader.at] ?? 0;
  const left = lead - 0x80 - required;
  if (lead > 0x8f || left < 0 || left > optional) return openUnusual(reader, required, optional);
  reader.at++;
  return left;
}

function openUnusual(reader: Reader, required: number, optional: number): number {
  const left = readMapHeader(reader) - required;
  if (left < 0 || left > optional) reader.at = 0;
  return left;
}
