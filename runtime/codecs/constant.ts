import { overflow, type Writer } from './writer.ts';
import type { Reader } from './reader.ts';

// Sizes below are written out: bundlers turn constants of a module into variables, and that costs a tenth of a decode.

/**
 * MessagePack that is known beforehand: a member's name, a literal. Up to 16 bytes are kept as little-endian words, the
 * last overlapping the one before, so that they are stored and compared four bytes at a time.
 */
export class Constant {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly last: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.size = bytes.length;
    this.a = word(bytes, 0);
    this.b = word(bytes, 4);
    this.c = word(bytes, 8);
    this.last = word(bytes, Math.max(0, bytes.length - 4));
  }
}

/** Four bytes from `at` as a little-endian integer; those behind the end are zero. */
function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

// Names recur over the modules of an application: id, kind, status.
const keys = new Map<string, Constant>();

/** The name of a member. */
export function key(name: string): Constant {
  let known = keys.get(name);
  if (known === undefined) {
    known = new Constant(textBytes(name));
    keys.set(name, known);
  }
  return known;
}

/** MessagePack `str`. */
export function textBytes(text: string): Uint8Array {
  const content = Buffer.from(text);
  const { length } = content;
  const wide = [0xdb, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
  const header =
    length < 32
      ? [0xa0 | length]
      : length < 0x100
        ? [0xd9, length]
        : length < 0x10000
          ? [0xda, length >> 8, length & 0xff]
          : wide;
  return Uint8Array.from([...header, ...content]);
}

/** Writes a constant and answers with the position behind it, where SLACK bytes less one constant are free. */
export function put(writer: Writer, position: number, constant: Constant): number {
  if (position > writer.limit) throw overflow;
  const { size } = constant;
  if (size > 16) return putLong(writer, position, constant);
  const { view } = writer;
  view.setInt32(position, constant.a, true);
  if (size > 4) {
    if (size > 8) {
      view.setInt32(position + 4, constant.b, true);
      if (size > 12) view.setInt32(position + 8, constant.c, true);
    }
    view.setInt32(position + size - 4, constant.last, true);
  }
  return position + size;
}

function putLong(writer: Writer, position: number, { bytes, size }: Constant): number {
  if (position + size > writer.limit) throw overflow;
  writer.bytes.set(bytes, position);
  return position + size;
}

/** Moves behind `constant` where it stands next. */
export function is(reader: Reader, constant: Constant): boolean {
  const { at, view } = reader;
  const { size } = constant;
  if (view === undefined || size < 4 || size > 16) return isByBytes(reader, constant);
  const end = at + size;
  if (end > view.byteLength) return false;
  if (view.getInt32(at, true) !== constant.a || view.getInt32(end - 4, true) !== constant.last) return false;
  if (size > 8 && !isWithin(view, at, constant)) return false;
  reader.at = end;
  return true;
}

/** The words between the first and the last. */
function isWithin(view: DataView, at: number, { b, c, size }: Constant): boolean {
  return view.getInt32(at + 4, true) === b && (size <= 12 || view.getInt32(at + 8, true) === c);
}

/** Without a view, as messages without doubles are read: the same words, put together from bytes. */
function isByBytes(reader: Reader, constant: Constant): boolean {
  const { at, bytes } = reader;
  const { size } = constant;
  const end = at + size;
  if (end > bytes.length) return false;
  if (size < 4 || size > 16) return isByteByByte(reader, constant);
  if (word(bytes, at) !== constant.a || word(bytes, end - 4) !== constant.last) return false;
  if (size > 8 && word(bytes, at + 4) !== constant.b) return false;
  if (size > 12 && word(bytes, at + 8) !== constant.c) return false;
  reader.at = end;
  return true;
}

/** Too short or too long for words. */
function isByteByByte(reader: Reader, { bytes: wanted, size }: Constant): boolean {
  const { at, bytes } = reader;
  for (let index = 0; index < size; index++) if (bytes[at + index] !== wanted[index]) return false;
  reader.at = at + size;
  return true;
}
