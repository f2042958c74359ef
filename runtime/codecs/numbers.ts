import { mistyped } from './mismatch.ts';
import { makeArray, readArrayHeader, readNumber } from './read.ts';
import type { Reader } from './reader.ts';
import { writeArrayHeader, writeNumber } from './write.ts';
import { overflow, type Writer } from './writer.ts';

/** Bytes of a double and what announces it. */
const DOUBLE = 9;

// Four doubles a step, at a multiple of their size, take two thirds of the time of one after the other. `base` is where
// the first item would start, were all before `index` doubles. Watched by the bench `codec`, case `series`.

/** An array of numbers. Room for all is made sure of at once. */
export function writeNumbers(writer: Writer, position: number, value: unknown): number {
  if (!Array.isArray(value)) throw mistyped(position, 'an array', value);
  const values: readonly unknown[] = value;
  const length = values.length;
  const { view } = writer;
  if (position + DOUBLE * length > writer.limit) throw overflow;
  let base = writeArrayHeader(writer, position, length);
  let index = 0;
  for (const last = length - 3; index < last; index += 4) {
    let at = base + DOUBLE * index;
    const a = values[index];
    const b = values[index + 1];
    const c = values[index + 2];
    const d = values[index + 3];
    if (
      typeof a === 'number' &&
      typeof b === 'number' &&
      typeof c === 'number' &&
      typeof d === 'number' &&
      fractions(a, b, c, d) > 0
    ) {
      writeDouble(view, at, a);
      writeDouble(view, at + DOUBLE, b);
      writeDouble(view, at + 2 * DOUBLE, c);
      writeDouble(view, at + 3 * DOUBLE, d);
    } else {
      for (let next = index; next < index + 4; next++) at = writeNumber(writer, at, values[next]);
      base = at - DOUBLE * (index + 4);
    }
  }
  let at = base + DOUBLE * index;
  for (; index < length; index++) at = writeNumber(writer, at, values[index]);
  return at;
}

function writeDouble(view: DataView, at: number, value: number): void {
  view.setUint8(at, 0xcb);
  view.setFloat64(at + 1, value);
}

/**
 * How far four numbers are from the integers below them, multiplied: one comparison tells whether all are fractions. Where one
 * is an integer or not finite it is 0 or NaN; where all are next to an integer it may be 0 as well, and they go one by one.
 */
function fractions(a: number, b: number, c: number, d: number): number {
  return (Math.floor(a) - a) * (Math.floor(b) - b) * (Math.floor(c) - c) * (Math.floor(d) - d);
}

/** Copied to start from: an array of doubles that needs no growth and no change of representation. */
const doubles: readonly number[] = Array.from({ length: 4096 }, () => 0.5);

export function readNumbers(reader: Reader): number[] {
  const length = readArrayHeader(reader);
  if (length < 8) return readFew(reader, length);
  const { bytes, view } = reader;
  const values = length <= doubles.length ? doubles.slice(0, length) : makeArray<number>(length);
  // So many doubles there can be: for as many items the input needs no look at its end.
  const whole = Math.min(length, Math.floor((bytes.length - reader.at) / DOUBLE));
  let base = reader.at;
  let index = 0;
  for (const last = whole - 3; index < last; index += 4) {
    const at = base + DOUBLE * index;
    if (areDoubles(view, at)) {
      values[index] = view.getFloat64(at + 1);
      values[index + 1] = view.getFloat64(at + DOUBLE + 1);
      values[index + 2] = view.getFloat64(at + 2 * DOUBLE + 1);
      values[index + 3] = view.getFloat64(at + 3 * DOUBLE + 1);
    } else {
      reader.at = at;
      for (let next = index; next < index + 4; next++) values[next] = readNumber(reader);
      base = reader.at - DOUBLE * (index + 4);
    }
  }
  reader.at = base + DOUBLE * index;
  for (; index < length; index++) values[index] = readNumber(reader);
  return values;
}

/** Whether the next four items are: no bit may differ, which takes one comparison. */
function areDoubles(view: DataView, at: number): boolean {
  const first = view.getUint8(at) ^ 0xcb;
  const second = view.getUint8(at + DOUBLE) ^ 0xcb;
  const third = view.getUint8(at + 2 * DOUBLE) ^ 0xcb;
  return (first | second | third | (view.getUint8(at + 3 * DOUBLE) ^ 0xcb)) === 0;
}

function readFew(reader: Reader, length: number): number[] {
  const values = makeArray<number>(length);
  for (let index = 0; index < length; index++) values[index] = readNumber(reader);
  return values;
}
