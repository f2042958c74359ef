import { readKeyText } from './known-keys.ts';
import { mistyped } from './mismatch.ts';
import { makeArray, readArrayHeader, readString, unexpected } from './read.ts';
import type { Read, Reader } from './reader.ts';
import { writeString } from './text-encoding.ts';
import { writeArrayHeader } from './write.ts';
import { overflow, type Write, type Writer } from './writer.ts';

export function writeArray(writer: Writer, position: number, value: unknown, write: Write): number {
  if (!Array.isArray(value)) throw mistyped(position, 'an array', value);
  const values: readonly unknown[] = value;
  const { length } = values;
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) {
    if (at > writer.limit) throw overflow;
    at = write(writer, at, values[index]);
  }
  return at;
}

export function readArray(reader: Reader, read: Read): unknown[] {
  const length = readArrayHeader(reader);
  const values = makeArray<unknown>(length);
  for (let index = 0; index < length; index++) values[index] = read(reader);
  return values;
}

export function writeStrings(writer: Writer, position: number, value: unknown): number {
  if (!Array.isArray(value)) throw mistyped(position, 'an array', value);
  const values: readonly unknown[] = value;
  const { length } = values;
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) at = writeString(writer, at, values[index]);
  return at;
}

export function readStrings(reader: Reader): string[] {
  const length = readArrayHeader(reader);
  const values = makeArray<string>(length);
  for (let index = 0; index < length; index++) values[index] = readString(reader);
  return values;
}

export function writeSet(writer: Writer, position: number, value: unknown, write: Write): number {
  if (!(value instanceof Set)) throw mistyped(position, 'a Set', value);
  let at = writeArrayHeader(writer, position, value.size);
  for (const item of value) {
    if (at > writer.limit) throw overflow;
    at = write(writer, at, item);
  }
  return at;
}

export function readSet(reader: Reader, read: Read): Set<unknown> {
  const values = new Set<unknown>();
  for (let left = readArrayHeader(reader); left > 0; left--) values.add(read(reader));
  return values;
}

/** An array of pairs. */
export function writeMap(writer: Writer, position: number, value: unknown, writeKey: Write, write: Write): number {
  if (!(value instanceof Map)) throw mistyped(position, 'a Map', value);
  let at = writeArrayHeader(writer, position, value.size);
  // Two iterators take a third less time than one that makes pairs.
  const items: Iterator<unknown> = value.values();
  for (const key of value.keys()) {
    if (at > writer.limit) throw overflow;
    writer.bytes[at] = 0x92;
    at = writeKey(writer, at + 1, key);
    if (at > writer.limit) throw overflow;
    at = write(writer, at, items.next().value);
  }
  return at;
}

export function readMap(reader: Reader, readKey: Read, read: Read): Map<unknown, unknown> {
  const values = new Map<unknown, unknown>();
  const readOne = readKey === readString ? readKeyText : readKey;
  for (let left = readArrayHeader(reader); left > 0; left--) {
    const start = reader.at;
    if (readArrayHeader(reader) !== 2) throw unexpected(reader, start, 'a pair');
    values.set(readOne(reader), read(reader));
  }
  return values;
}

export function writeTuple(writer: Writer, position: number, value: unknown, writes: readonly Write[]): number {
  const { length } = writes;
  if (!Array.isArray(value) || value.length !== length) throw mistyped(position, `a tuple of ${length}`, value);
  const values: readonly unknown[] = value;
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) {
    if (at > writer.limit) throw overflow;
    at = (writes[index] as Write)(writer, at, values[index]);
  }
  return at;
}

export function readTuple(reader: Reader, reads: readonly Read[]): unknown[] {
  const { length } = reads;
  const start = reader.at;
  if (readArrayHeader(reader) !== length) throw unexpected(reader, start, `an array of ${length}`);
  const values = makeArray<unknown>(length);
  for (let index = 0; index < length; index++) values[index] = (reads[index] as Read)(reader);
  return values;
}
