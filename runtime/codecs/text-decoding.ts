import { isUtf8 } from 'node:buffer';
import { Mismatch } from './mismatch.ts';
import { latin1Slice, utf8Slice } from './platform.ts';
import type { Reader } from './reader.ts';
import { readHeader } from './wire-header.ts';

/** Up to this many bytes a loop beats a call into the platform. */
const LONGEST_LOOP = 24;

/** MessagePack `str`; must be valid UTF-8. */
export function readText(reader: Reader): string {
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
    const header = readHeader(reader, at);
    if (header.kind !== 'string') throw new Mismatch('a string', 'another value', at);
    ({ from, length } = header);
  }
  const end = from + length;
  if (end > bytes.length) throw new Mismatch('a length that the input can hold', String(length), at);
  reader.at = end;
  if (length <= LONGEST_LOOP || (reader.text !== '' && length < 256)) return readShort(reader, from, end);
  return readLong(bytes, from, end);
}

function readShort(reader: Reader, from: number, end: number): string {
  const bytes = reader.bytes;
  let all = 0;
  for (let index = from; index < end; index++) all |= bytes[index] ?? 0;
  if (all > 0x7f) return readLong(bytes, from, end);
  if (reader.text !== '') return reader.text.substring(from, end);
  return latin1Slice.call(bytes, from, end);
}

function readLong(bytes: Uint8Array, from: number, end: number): string {
  if (!isUtf8(bytes.subarray(from, end))) throw new Mismatch('UTF-8', 'other bytes', from);
  return utf8Slice.call(bytes, from, end);
}
