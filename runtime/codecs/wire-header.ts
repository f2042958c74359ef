import { Mismatch } from './mismatch.ts';
import type { Reader } from './reader.ts';

/** What a value's leading bytes say. */
export interface WireHeader {
  readonly kind: 'scalar' | 'string' | 'binary' | 'extension' | 'array' | 'map';
  /** Bytes of content; items of an array, entries of a map. */
  readonly length: number;
  /** Where the content starts. */
  readonly from: number;
  /** Of an extension, as an unsigned byte. */
  readonly type: number;
}

/** Reads the header at `at`. Content is promised to lie within the input, and counts to be possible. */
export function readHeader(reader: Reader, at: number): WireHeader {
  const { bytes } = reader;
  const lead = bytes[at];
  if (lead === undefined) throw new Mismatch('more bytes', 'the end of the input', bytes.length);
  if (lead < 0x80 || lead >= 0xe0) return header(reader, 'scalar', at, at + 1, 0);
  if (lead < 0x90) return header(reader, 'map', at, at + 1, lead & 15);
  if (lead < 0xa0) return header(reader, 'array', at, at + 1, lead & 15);
  if (lead < 0xc0) return header(reader, 'string', at, at + 1, lead & 31);
  if (lead === 0xc1) throw new Mismatch('a MessagePack value', 'an invalid byte', at);
  if (lead < 0xc4) return header(reader, 'scalar', at, at + 1, 0);
  if (lead < 0xc7) return sized(reader, 'binary', at, 1 << (lead - 0xc4));
  if (lead < 0xca) return extension(reader, at, 1 << (lead - 0xc7));
  if (lead < 0xd4) return header(reader, 'scalar', at, at + 1, lead === 0xca ? 4 : lead === 0xcb ? 8 : 1 << (lead & 3));
  if (lead < 0xd9) return header(reader, 'extension', at, at + 2, 1 << (lead - 0xd4), bytes[at + 1]);
  if (lead < 0xdc) return sized(reader, 'string', at, 1 << (lead - 0xd9));
  return sized(reader, lead < 0xde ? 'array' : 'map', at, lead & 1 ? 4 : 2);
}

function extension(reader: Reader, at: number, width: number): WireHeader {
  const { from, length } = sized(reader, 'extension', at, width);
  return header(reader, 'extension', at, from + 1, length, reader.bytes[from]);
}

function sized(reader: Reader, kind: WireHeader['kind'], at: number, width: number): WireHeader {
  const { bytes } = reader;
  let length = 0;
  for (let index = 1; index <= width; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return header(reader, kind, at, at + 1 + width, length);
}

function header(
  reader: Reader,
  kind: WireHeader['kind'],
  at: number,
  from: number,
  length: number,
  type = 0,
): WireHeader {
  const least = kind === 'map' ? length * 2 : length;
  if (least > reader.bytes.length - from) {
    throw new Mismatch('a length that the input can hold', String(length), at);
  }
  return { kind, from, length, type };
}
