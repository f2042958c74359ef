import { isAscii, isUtf8, transcode } from 'node:buffer';
import { Mismatch } from './mismatch.ts';
import { latin1Slice, ucs2Slice, utf8Slice } from './platform.ts';
import type { Reader } from './reader.ts';
import { wireName } from './wire-name.ts';
import { readHeader } from './wire-header.ts';

/** Up to this many bytes a call with the characters as arguments beats one into the platform. */
const LONGEST_CALL = 16;
/** Up to this many bytes a loop looks for what is not ASCII faster than the platform. */
const LONGEST_LOOP = 64;
/** From this size on the way over UTF-16 pays where the platform's own decoder is slow. */
const SHORTEST_TRANSCODED = 256;

/** The bits that no ASCII character has, in four bytes at once. */
const HIGH_BITS = 0x80808080 | 0;

/** Before Node 24 non-ASCII UTF-8 is decoded 4 times faster by way of UTF-16. */
const byTranscode = Number.parseInt(process.versions.node, 10) < 24 && typeof transcode === 'function';

/** MessagePack `str`; must be valid UTF-8. */
export function readString(reader: Reader): string {
  const at = reader.at;
  const bytes = reader.bytes;
  const lead = bytes[at];
  let from = at + 1;
  let length: number;
  if (lead !== undefined && lead >= 0xa0 && lead < 0xc0) length = lead & 31;
  else if (lead === 0xd9) {
    length = bytes[from] ?? 0;
    from++;
  } else {
    if (lead !== 0xda && lead !== 0xdb) throw new Mismatch('a string', wireName(lead), at);
    ({ from, length } = readHeader(reader, at));
  }
  const end = from + length;
  if (end > bytes.length) throw new Mismatch('a length that the input can hold', String(length), at);
  reader.at = end;
  if (length > LONGEST_LOOP) return readLong(bytes, from, end);
  // Four bytes at a time, the last of them once more where they are not enough for a step. Here and not in a function, so that this one is too large for the compiler to
  // make it part of its callers: there, names shall go.
  const { text, view } = reader;
  let all = 0;
  if (length >= 8) {
    all = view.getInt32(from) | view.getInt32(from + 4) | view.getInt32(end - 8) | view.getInt32(end - 4);
    for (let index = from + 8; index < end - 8; index += 4) all |= view.getInt32(index);
  } else if (length >= 4) all = view.getInt32(from) | view.getInt32(end - 4);
  else for (let index = from; index < end; index++) all |= byte(bytes, index);
  if ((all & HIGH_BITS) !== 0) return readMixed(bytes, from, end);
  if (text !== '') return text.substring(from, end);
  return length <= LONGEST_CALL ? readShort(bytes, from, length) : latin1Slice.call(bytes, from, end);
}

/** Callers have checked the range. */
function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** ASCII of at most 16 bytes. Spelled out: a call with a fixed number of arguments makes the string in one go. */
function readShort(b: Uint8Array, at: number, length: number): string {
  const c = byte;
  const make = String.fromCharCode;
  switch (length) {
    case 0:
      return '';
    case 1:
      // prettier-ignore
      return make(c(b, at));
    case 2:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1));
    case 3:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2));
    case 4:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3));
    case 5:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4));
    case 6:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5));
    case 7:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6));
    case 8:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7));
    case 9:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8));
    case 10:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9));
    case 11:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9), c(b, at + 10));
    case 12:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9), c(b, at + 10), c(b, at + 11));
    case 13:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9), c(b, at + 10), c(b, at + 11), c(b, at + 12));
    case 14:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9), c(b, at + 10), c(b, at + 11), c(b, at + 12), c(b, at + 13));
    case 15:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9), c(b, at + 10), c(b, at + 11), c(b, at + 12), c(b, at + 13), c(b, at + 14));
    default:
      // prettier-ignore
      return make(c(b, at), c(b, at + 1), c(b, at + 2), c(b, at + 3), c(b, at + 4), c(b, at + 5), c(b, at + 6), c(b, at + 7), c(b, at + 8), c(b, at + 9), c(b, at + 10), c(b, at + 11), c(b, at + 12), c(b, at + 13), c(b, at + 14), c(b, at + 15));
  }
}

function readMixed(bytes: Uint8Array, from: number, end: number): string {
  const text = utf8Slice.call(bytes, from, end);
  // What is not UTF-8 becomes U+FFFD: only text that has one needs a closer look, which costs as much as the decoding.
  if (text.includes('\ufffd') && !isUtf8(bytes.subarray(from, end))) throw new Mismatch('UTF-8', 'other bytes', from);
  return text;
}

function readLong(bytes: Uint8Array, from: number, end: number): string {
  const part = bytes.subarray(from, end);
  if (isAscii(part)) return latin1Slice.call(bytes, from, end);
  if (!byTranscode || end - from < SHORTEST_TRANSCODED) {
    if (!isUtf8(part)) throw new Mismatch('UTF-8', 'other bytes', from);
    return utf8Slice.call(bytes, from, end);
  }
  const wide = widened(part, from);
  return ucs2Slice.call(wide, 0, wide.length);
}

function widened(part: Uint8Array, from: number): Uint8Array {
  try {
    return transcode(part, 'utf8', 'utf16le');
  } catch (cause) {
    throw new Mismatch('UTF-8', 'other bytes', from, undefined, cause);
  }
}
