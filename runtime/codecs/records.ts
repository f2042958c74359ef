import { memberOf, setMember } from './member.ts';
import { Mismatch, mistyped } from './mismatch.ts';
import { readMapHeader } from './read.ts';
import type { Read, Reader } from './reader.ts';
import { readString } from './text-decoding.ts';
import { writeString } from './text-encoding.ts';
import { writeMapHeader } from './write.ts';
import type { Write, Writer } from './writer.ts';

/** Keys of `Record<number, …>` are numbers as JavaScript prints them. */
function checkKey(numeric: boolean, key: string, offset: number): void {
  if (numeric && String(Number(key)) !== key) throw new Mismatch('a number as key', 'another key', offset);
}

/** The keys of a record that are written: own, and neither declared as members nor `undefined`. */
export function indexKeys(value: object, declared: readonly string[]): readonly string[] {
  return Object.keys(value).filter((key) => !declared.includes(key) && memberOf(value, key) !== undefined);
}

export function writeEntries(
  writer: Writer,
  position: number,
  value: object,
  keys: readonly string[],
  numeric: boolean,
  write: Write,
): number {
  let at = position;
  for (const key of keys) {
    checkKey(numeric, key, at);
    at = write(writer, writeString(writer, at, key), memberOf(value, key));
  }
  return at;
}

export function writeRecord(writer: Writer, position: number, value: unknown, numeric: boolean, write: Write): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistyped(position, 'an object', value);
  const keys = indexKeys(value, []);
  return writeEntries(writer, writeMapHeader(writer, position, keys.length), value, keys, numeric, write);
}

export function readRecord(reader: Reader, numeric: boolean, read: Read): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (let left = readMapHeader(reader); left > 0; left--) readEntry(reader, record, readString(reader), numeric, read);
  return record;
}

/** One entry of an index signature, after its key. */
export function readEntry(reader: Reader, record: object, key: string, numeric: boolean, read: Read): void {
  checkKey(numeric, key, reader.at);
  setMember(record, key, read(reader));
}
