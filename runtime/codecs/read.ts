import { MAX_BIGINT_BYTES, MAX_DEPTH } from './limits.ts';
import { Mismatch, tooDeep, tooLarge } from './mismatch.ts';
import type { Reader } from './reader.ts';
import { readHeader } from './wire-header.ts';
import { wireName } from './wire-name.ts';

export { readString } from './text-decoding.ts';

/** What stands at `at` in place of what was expected. */
export function unexpected(reader: Reader, at: number, expected: string): Mismatch {
  return new Mismatch(expected, wireName(reader.bytes[at]), at);
}

export function readNull(reader: Reader): null {
  const at = reader.at++;
  if (reader.bytes[at] !== 0xc0) throw unexpected(reader, at, 'nil');
  return null;
}

/** `undefined` where nothing can be left out. */
export function readUndefined(reader: Reader): undefined {
  readNull(reader);
}

export function readBoolean(reader: Reader): boolean {
  const at = reader.at++;
  const lead = reader.bytes[at];
  if (lead === 0xc3) return true;
  if (lead === 0xc2) return false;
  throw unexpected(reader, at, 'a boolean');
}

/** Any integer form up to 2^53, any float. */
export function readNumber(reader: Reader): number {
  const { at, bytes, view } = reader;
  const lead = bytes[at];
  if (lead === undefined) throw unexpected(reader, at, 'a number');
  if (lead < 0x80) {
    reader.at = at + 1;
    return lead;
  }
  if (lead === 0xcb) {
    if (at + 9 > bytes.length) throw cut(bytes);
    reader.at = at + 9;
    return view.getFloat64(at + 1);
  }
  if (lead >= 0xe0) {
    reader.at = at + 1;
    return lead - 0x100;
  }
  const width = lead >= 0xca && lead <= 0xd3 ? (lead === 0xca ? 4 : 1 << (lead & 3)) : 0;
  if (width === 0) throw unexpected(reader, at, 'a number');
  if (at + 1 + width > bytes.length) throw cut(bytes);
  reader.at = at + 1 + width;
  switch (lead) {
    case 0xca:
      return view.getFloat32(at + 1);
    case 0xcc:
      return view.getUint8(at + 1);
    case 0xcd:
      return view.getUint16(at + 1);
    case 0xce:
      return view.getUint32(at + 1);
    case 0xd0:
      return view.getInt8(at + 1);
    case 0xd1:
      return view.getInt16(at + 1);
    case 0xd2:
      return view.getInt32(at + 1);
    default: {
      const high = lead === 0xcf ? view.getUint32(at + 1) : view.getInt32(at + 1);
      const value = high * 0x100000000 + view.getUint32(at + 5);
      if (Number.isSafeInteger(value)) return value;
      throw new Mismatch('an integer of at most 53 bits', 'a larger one', at);
    }
  }
}

/** The input ends within a value. */
function cut(bytes: Uint8Array): Mismatch {
  return new Mismatch('more bytes', 'the end of the input', bytes.length);
}

/** Any integer form, or extension 1. */
export function readBigint(reader: Reader): bigint {
  const at = reader.at;
  const { bytes, view } = reader;
  const lead = bytes[at];
  if (lead === 0xcf || lead === 0xd3) {
    if (at + 9 > bytes.length) throw cut(bytes);
    reader.at = at + 9;
    return lead === 0xcf ? view.getBigUint64(at + 1) : view.getBigInt64(at + 1);
  }
  if (lead !== undefined && (lead < 0x80 || lead >= 0xe0 || (lead >= 0xcc && lead <= 0xd2))) {
    return BigInt(readNumber(reader));
  }
  const header = readHeader(reader, at);
  if (header.kind !== 'extension' || header.type !== 1) throw unexpected(reader, at, 'an integer');
  reader.at = header.from + header.length;
  if (header.length > MAX_BIGINT_BYTES) throw tooLarge(at);
  if (header.length === 0) throw new Mismatch('an integer', 'an empty extension', at);
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset + header.from, header.length).toString('hex');
  return BigInt.asIntN(header.length * 8, BigInt(`0x${hex}`));
}

/** The timestamp extension in any of its forms; nanoseconds are rounded down to milliseconds. */
export function readDate(reader: Reader): Date {
  const at = reader.at;
  const { bytes, view } = reader;
  const lead = bytes[at];
  if (bytes[at + 1] === 0xff) {
    if (lead === 0xd7 && at + 10 <= bytes.length) {
      reader.at = at + 10;
      const high = view.getUint32(at + 2);
      const nanoseconds = high >>> 2;
      if (nanoseconds > MAX_NANOSECONDS) throw outOfRange(at);
      const seconds = (high & 3) * 0x100000000 + view.getUint32(at + 6);
      return new Date(seconds * 1000 + Math.floor(nanoseconds / 1_000_000));
    }
    if (lead === 0xd6 && at + 6 <= bytes.length) {
      reader.at = at + 6;
      return new Date(view.getUint32(at + 2) * 1000);
    }
  }
  const { from, kind, length, type } = readHeader(reader, at);
  if (kind !== 'extension' || type !== 0xff) throw unexpected(reader, at, 'a timestamp');
  // The short forms are read above; they may come with a long header as well.
  reader.at = from + length;
  if (length === 4) return makeDate(view.getUint32(from), 0, at);
  if (length === 8) {
    const high = view.getUint32(from);
    return makeDate((high & 3) * 0x100000000 + view.getUint32(from + 4), high >>> 2, at);
  }
  if (length !== 12) throw new Mismatch('a timestamp of 4, 8 or 12 bytes', `one of ${length}`, at);
  return makeDate(view.getInt32(from + 4) * 0x100000000 + view.getUint32(from + 8), view.getUint32(from), at);
}

/** What a `Date` can hold, in milliseconds to either side of 1970. */
const MAX_DATE = 8.64e15;

const MAX_NANOSECONDS = 999_999_999;

function makeDate(seconds: number, nanoseconds: number, at: number): Date {
  const time = seconds * 1000 + Math.floor(nanoseconds / 1_000_000);
  if (nanoseconds > MAX_NANOSECONDS || Math.abs(time) > MAX_DATE) throw outOfRange(at);
  return new Date(time);
}

function outOfRange(at: number): Mismatch {
  return new Mismatch('a timestamp in range', 'another', at);
}

/** A copy: the input may be a slice of a connection's buffer. */
export function readBytes(reader: Reader): Uint8Array {
  const { at, bytes } = reader;
  // The usual header is read here: `readHeader` makes an object.
  if (bytes[at] === 0xc4) {
    const from = at + 2;
    const end = from + (bytes[at + 1] ?? 0);
    if (end > bytes.length) throw tooLong(end - from, at + 1);
    reader.at = end;
    return bytes.slice(from, end);
  }
  const { from, kind, length } = readHeader(reader, at);
  if (kind !== 'binary') throw unexpected(reader, at, 'binary data');
  reader.at = from + length;
  return bytes.slice(from, from + length);
}

/** Number of items; each takes a byte at least, so that a false count is seen before anything is allocated. */
export function readArrayHeader(reader: Reader): number {
  const at = reader.at;
  const { bytes } = reader;
  const lead = bytes[at];
  let length: number;
  if (lead !== undefined && lead >= 0x90 && lead < 0xa0) {
    length = lead & 15;
    reader.at = at + 1;
  } else if (lead === 0xdc || lead === 0xdd) length = readLength(reader, lead === 0xdc ? 2 : 4);
  else throw unexpected(reader, at, 'an array');
  if (length > bytes.length - reader.at) throw tooLong(length, at);
  return length;
}

/** Larger arrays grow as they are read: an announced length alone should not take that much memory. */
const LARGEST_PREPARED = 0x10000;

/** An array to be filled by index. Made at its full length, it is filled twice as fast. */
export function makeArray<T>(length: number): T[] {
  return length <= LARGEST_PREPARED ? Array<T>(length) : [];
}

/** Number of entries; each takes two bytes at least. */
export function readMapHeader(reader: Reader): number {
  const at = reader.at;
  const { bytes } = reader;
  const lead = bytes[at];
  let length: number;
  if (lead !== undefined && lead >= 0x80 && lead < 0x90) {
    length = lead & 15;
    reader.at = at + 1;
  } else if (lead === 0xde || lead === 0xdf) length = readLength(reader, lead === 0xde ? 2 : 4);
  else throw unexpected(reader, at, 'a map');
  if (length * 2 > bytes.length - reader.at) throw tooLong(length, at);
  return length;
}

function readLength(reader: Reader, width: number): number {
  const { bytes } = reader;
  let length = 0;
  const from = reader.at + 1;
  if (from + width > bytes.length) throw cut(bytes);
  for (let index = 0; index < width; index++) length = length * 256 + (bytes[from + index] ?? 0);
  reader.at = from + width;
  return length;
}

function tooLong(length: number, at: number): Mismatch {
  return new Mismatch('a length that the input can hold', String(length), at);
}

/** Enters a level of a recursive type. */
export function descend(reader: Reader): void {
  if (++reader.depth > MAX_DEPTH) throw tooDeep(reader.at);
}

/** A member that is required and was not there; `at` is where its object starts. */
export function missing(at: number, member: string): Mismatch {
  return new Mismatch('a required member', 'nothing', at, member);
}
