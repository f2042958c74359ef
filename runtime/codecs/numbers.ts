import { mistyped } from './mismatch.ts';
import { makeArray, readArrayHeader, readNumber } from './read.ts';
import type { Reader } from './reader.ts';
import { writeArrayHeader, writeNumber } from './write.ts';
import { overflow, type Writer } from './writer.ts';

/** Bytes of a double and what announces it. */
const DOUBLE = 9;

/** An array of numbers. Room for all is made sure of at once. Watched by the bench `codec`, case `series`. */
export function writeNumbers(writer: Writer, position: number, value: unknown): number {
  if (!Array.isArray(value)) throw mistyped(position, 'an array', value);
  const values: readonly unknown[] = value;
  const length = values.length;
  const { view } = writer;
  if (position + DOUBLE * length > writer.limit) throw overflow;
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) {
    const item = values[index];
    // A fraction, or NaN.
    if (typeof item === 'number' && Math.floor(item) !== item) {
      view.setUint8(at, 0xcb);
      view.setFloat64(at + 1, item);
      at += DOUBLE;
    } else at = writeNumber(writer, at, item);
  }
  return at;
}

/** Copied to start from: an array of doubles that needs no growth and no change of representation. */
const doubles: readonly number[] = Array.from({ length: 4096 }, () => 0.5);

export function readNumbers(reader: Reader): number[] {
  const length = readArrayHeader(reader);
  if (length < 8) return readFew(reader, length);
  const { bytes, view } = reader;
  const values = length <= doubles.length ? doubles.slice(0, length) : makeArray<number>(length);
  let at = reader.at;
  // So many doubles there can be: for as many items the input needs no look at its end.
  const whole = Math.min(length, Math.floor((bytes.length - at) / DOUBLE));
  let index = 0;
  for (; index < whole; index++) {
    if (view.getUint8(at) === 0xcb) {
      values[index] = view.getFloat64(at + 1);
      at += DOUBLE;
    } else {
      reader.at = at;
      values[index] = readNumber(reader);
      at = reader.at;
    }
  }
  reader.at = at;
  for (; index < length; index++) values[index] = readNumber(reader);
  return values;
}

function readFew(reader: Reader, length: number): number[] {
  const values = makeArray<number>(length);
  for (let index = 0; index < length; index++) values[index] = readNumber(reader);
  return values;
}
