import { makeArray, readArrayHeader, readNumber } from './read.ts';
import type { Reader } from './reader.ts';
import { mistyped, writeArrayHeader, writeNumber } from './write.ts';
import { overflow, type Writer } from './writer.ts';

/** An array of numbers. Room for all is made sure of at once. Watched by the bench `codec`, case `series`. */
export function writeNumbers(writer: Writer, position: number, value: unknown): number {
  if (!Array.isArray(value)) throw mistyped(position, 'an array', value);
  const values: readonly unknown[] = value;
  const length = values.length;
  const { bytes, view } = writer;
  if (position + 9 * length > writer.limit) throw overflow;
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) {
    const item = values[index];
    if (typeof item === 'number' && (item | 0) !== item && item < 0x80000000 && item > -0x80000000) {
      bytes[at] = 0xcb;
      view.setFloat64(at + 1, item);
      at += 9;
    } else at = writeNumber(writer, at, item);
  }
  return at;
}

export function readNumbers(reader: Reader): number[] {
  const length = readArrayHeader(reader);
  const { bytes } = reader;
  const values = makeArray<number>(length);
  if (length < 8) {
    for (let index = 0; index < length; index++) values[index] = readNumber(reader);
    return values;
  }
  const { view } = reader;
  const last = bytes.length - 9;
  let at = reader.at;
  for (let index = 0; index < length; index++) {
    if (at <= last && bytes[at] === 0xcb) {
      values[index] = view.getFloat64(at + 1);
      at += 9;
    } else {
      reader.at = at;
      values[index] = readNumber(reader);
      at = reader.at;
    }
  }
  reader.at = at;
  return values;
}
