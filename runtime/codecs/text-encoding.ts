import { transcode } from 'node:buffer';
import { Mismatch, mistyped } from './mismatch.ts';
import { ucs2Write, utf8Write } from './platform.ts';
import { overflow, type Writer } from './writer.ts';

/**
 * Strings come in so many forms that looking a method up on one takes longer than calling it, once a process has seen more
 * than four: taken from the prototype, it is made part of the code whatever has been seen.
 */
const { charCodeAt: unitAt } = String.prototype as {
  readonly charCodeAt: (this: string, index: number) => number;
};

/** Up to this many characters a loop beats a call into the platform (Node 20; a little less on later ones). */
const LONGEST_LOOP = 28;

/**
 * MessagePack `str`. Lone surrogates are refused: UTF-8 cannot carry them, and replacing them would change the data.
 * Watched by the bench `codec`.
 */
export function writeString(writer: Writer, position: number, value: unknown): number {
  if (typeof value !== 'string') throw mistyped(position, 'a string', value);
  // Adds nothing: that it is text is known to the compiler for a branch otherwise, and its length looked up like any member.
  // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- takes a tenth off the whole
  const text = '' + value;
  const length = text.length;
  if (position + 3 * length > writer.limit) throw overflow;
  if (length > LONGEST_LOOP) return writeLong(writer, position, text);
  const bytes = writer.bytes;
  const { view } = writer;
  let index = 0;
  let at = position + 1;
  for (const last = length - 3; index < last; index += 4) {
    const a = unitAt.call(text, index);
    const b = unitAt.call(text, index + 1);
    const c = unitAt.call(text, index + 2);
    const d = unitAt.call(text, index + 3);
    if ((a | b | c | d) > 0x7f) return writeMixed(writer, position, text);
    view.setInt32(at, (a << 24) | (b << 16) | (c << 8) | d);
    at += 4;
  }
  for (; index < length; index++) {
    const unit = unitAt.call(text, index);
    if (unit > 0x7f) return writeMixed(writer, position, text);
    bytes[at++] = unit;
  }
  bytes[position] = 0xa0 | length;
  return at;
}

/** Short text that is not ASCII takes at most 84 bytes. */
function writeMixed(writer: Writer, position: number, value: string): number {
  const { bytes } = writer;
  let at = position + 1;
  for (let index = 0; index < value.length; index++) {
    let unit = unitAt.call(value, index);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
    } else {
      if (unit >= 0xd800 && unit < 0xe000) {
        const low = unit < 0xdc00 ? unitAt.call(value, index + 1) : 0;
        if (!(low >= 0xdc00 && low < 0xe000)) throw loneSurrogate(position);
        index++;
        unit = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
        bytes[at++] = 0xf0 | (unit >> 18);
        bytes[at++] = 0x80 | ((unit >> 12) & 0x3f);
      } else bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (unit & 0x3f);
  }
  const size = at - position - 1;
  if (size < 32) {
    bytes[position] = 0xa0 | size;
    return at;
  }
  bytes.copyWithin(position + 2, position + 1, at);
  bytes[position] = 0xd9;
  bytes[position + 1] = size;
  return at + 1;
}

function writeLong(writer: Writer, position: number, text: string): number {
  const bytes = writer.bytes;
  // The header that fits if the text is ASCII; wider text moves by a byte or two in the rare case that it does not.
  const guess = headerSize(text.length);
  const from = position + guess;
  const wide = isWide(text) ? narrowed(text, position) : undefined;
  if (wide !== undefined) bytes.set(wide, from);
  const size = wide?.length ?? utf8Write.call(bytes, text, from);
  if (wide === undefined && size !== text.length && mayHoldReplacement(bytes, from, size))
    checkSurrogates(text, position);
  const header = headerSize(size);
  if (header !== guess) bytes.copyWithin(position + header, position + guess, position + guess + size);
  if (header === 1) bytes[position] = 0xa0 | size;
  else if (header === 2) {
    bytes[position] = 0xd9;
    bytes[position + 1] = size;
  } else if (header === 3) {
    bytes[position] = 0xda;
    bytes[position + 1] = size >> 8;
    bytes[position + 2] = size;
  } else {
    bytes[position] = 0xdb;
    writer.view.setUint32(position + 1, size);
  }
  const end = position + header + size;
  if (end > writer.limit) throw overflow;
  return end;
}

/** The way over UTF-16 takes as long as a call more; and where it goes has an end. */
const SHORTEST_TRANSCODED = 256;
const LONGEST_TRANSCODED = 32 * 1024;
/** Of so many characters, spread over a text, one that is not ASCII tells that more are to be expected. */
const SAMPLES = 16;

const canTranscode = typeof transcode === 'function';

/** Whether the text probably has much that is not ASCII. */
function isWide(text: string): boolean {
  const { length } = text;
  if (!canTranscode || length < SHORTEST_TRANSCODED || length > LONGEST_TRANSCODED) return false;
  const step = Math.floor(length / SAMPLES);
  for (let index = 0; index < length; index += step) if (text.charCodeAt(index) > 0x7f) return true;
  return false;
}

let utf16: Buffer | undefined;

/**
 * UTF-8 by way of UTF-16, which refuses lone surrogates, and on text that is not ASCII takes two thirds of the time of
 * writing UTF-8 at once on Node 20, and half of it on Node 24. Watched by the bench `codec`, case `doc`.
 */
function narrowed(text: string, position: number): Uint8Array {
  utf16 ??= Buffer.allocUnsafeSlow(2 * LONGEST_TRANSCODED);
  const size = ucs2Write.call(utf16, text, 0);
  try {
    return transcode(utf16.subarray(0, size), 'utf16le', 'utf8');
  } catch (cause) {
    throw loneSurrogate(position, cause);
  }
}

function headerSize(size: number): number {
  return size < 32 ? 1 : size < 0x100 ? 2 : size < 0x10000 ? 3 : 5;
}

const replacement = Buffer.from('\ufffd');

/** The platform writes U+FFFD for a lone surrogate: only text that got one needs a closer look. */
function mayHoldReplacement(bytes: Buffer, from: number, size: number): boolean {
  return bytes.subarray(from, from + size).includes(replacement);
}

function checkSurrogates(text: string, position: number): void {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const low = unit < 0xdc00 ? text.charCodeAt(index + 1) : 0;
    if (!(low >= 0xdc00 && low < 0xe000)) throw loneSurrogate(position);
    index++;
  }
}

function loneSurrogate(position: number, cause?: unknown): Mismatch {
  return new Mismatch('well-formed text', 'a string with a lone surrogate', position, undefined, cause);
}
