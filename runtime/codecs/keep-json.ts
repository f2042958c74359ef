import { counted, countValue } from './count-values.ts';
import { MAX_BYTES, MAX_DEPTH } from './limits.ts';
import { Mismatch, describe, tooDeep } from './mismatch.ts';
import { memberPart, within } from './place.ts';
import { writeString } from './text-encoding.ts';
import { isWellFormed } from './to-json.ts';
import { writeArrayHeader, writeBoolean, writeMapHeader, writeNull, writeNumber } from './write.ts';
import { SLACK, Writer, overflow } from './writer.ts';

const SIZE = 4096;

/** The MessagePack of what `JSON.parse` gave, in memory of its own: the form in which unknown members are kept. */
export function keepJson(value: unknown): Uint8Array {
  for (let size = SIZE; size <= 2 * MAX_BYTES; size *= 2) {
    const writer = takeWriter(size);
    try {
      const end = counted(() => pack(writer, 0, value, MAX_DEPTH));
      return new Uint8Array(writer.bytes.subarray(0, end));
    } catch (thrown) {
      if (thrown !== overflow) throw thrown;
    } finally {
      if (size === SIZE) spare = writer;
    }
  }
  throw new Mismatch(`at most ${MAX_BYTES} bytes`, 'a larger value');
}

let spare: Writer | undefined;

/** A getter of what is packed may decode something of its own: a writer that is in use is not given out again. */
function takeWriter(size: number): Writer {
  const taken = size === SIZE ? spare : undefined;
  spare = undefined;
  return taken ?? new Writer(size + SLACK);
}

function pack(writer: Writer, position: number, value: unknown, left: number): number {
  countValue();
  if (position > writer.limit) throw overflow;
  switch (typeof value) {
    case 'string':
      if (!isWellFormed(value)) throw new Mismatch('a well-formed string', describe(value));
      return writeString(writer, position, value);
    case 'number':
      // 1e999 is text of a number, and no number that JSON can carry.
      if (!Number.isFinite(value)) throw new Mismatch('a finite number', describe(value));
      return writeNumber(writer, position, value);
    case 'boolean':
      return writeBoolean(writer, position, value);
    case 'object':
      if (value === null) return writeNull(writer, position, value);
      if (left === 0) throw tooDeep();
      if (Array.isArray(value)) return packList(writer, position, value, left - 1);
      if (isPlain(value)) return packObject(writer, position, value, left - 1);
      break;
    default:
  }
  throw new Mismatch('a value of JSON', describe(value));
}

function packList(writer: Writer, position: number, list: readonly unknown[], left: number): number {
  const { length } = list;
  let at = writeArrayHeader(writer, position, length);
  for (let index = 0; index < length; index++) {
    const from = at;
    at = within(`[${index}]`, () => pack(writer, from, list[index], left));
  }
  return at;
}

function packObject(writer: Writer, position: number, value: object, left: number): number {
  const names = Object.keys(value);
  let at = writeMapHeader(writer, position, names.length);
  for (const name of names) {
    const from = at;
    at = within(memberPart(name), () => {
      if (!isWellFormed(name)) throw new Mismatch('a well-formed key', 'a key with a lone surrogate');
      const content = (value as Readonly<Record<string, unknown>>)[name];
      return pack(writer, writeString(writer, from, name), content, left);
    });
  }
  return at;
}

/** No instance of a class: what that is besides its members would be lost. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
