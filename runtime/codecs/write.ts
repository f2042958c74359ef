import { MAX_DEPTH, isBigintInRange } from './limits.ts';
import { mistyped, tooDeep, tooLarge } from './mismatch.ts';
import { overflow, type Writer } from './writer.ts';

// Every function takes the value as it comes, checks it, writes it at `position` and answers with the position behind it.
// Callers have SLACK bytes at `position`; whoever writes more than a number asks for it.

export function writeNull(writer: Writer, position: number, value: unknown): number {
  if (value !== null) throw mistyped(position, 'null', value);
  writer.bytes[position] = 0xc0;
  return position + 1;
}

/** `undefined` where nothing can be left out: in elements and responses. Nil on the wire. */
export function writeUndefined(writer: Writer, position: number, value: unknown): number {
  if (value !== undefined) throw mistyped(position, 'undefined', value);
  writer.bytes[position] = 0xc0;
  return position + 1;
}

export function writeBoolean(writer: Writer, position: number, value: unknown): number {
  if (typeof value !== 'boolean') throw mistyped(position, 'a boolean', value);
  writer.bytes[position] = value ? 0xc3 : 0xc2;
  return position + 1;
}

/** The shortest integer form where the value is integral, else float64. At most 9 bytes. */
export function writeNumber(writer: Writer, position: number, value: unknown): number {
  if (typeof value !== 'number') throw mistyped(position, 'a number', value);
  const bytes = writer.bytes;
  const integer = value | 0;
  // `-0 | 0` is 0, and 0 === -0: the sign needs a look of its own, and only a zero gets one.
  if (integer === value && (integer !== 0 || Object.is(value, 0))) {
    if (integer >= 0) {
      if (integer < 0x80) {
        bytes[position] = integer;
        return position + 1;
      }
      if (integer < 0x100) {
        bytes[position] = 0xcc;
        bytes[position + 1] = integer;
        return position + 2;
      }
      if (integer < 0x10000) {
        bytes[position] = 0xcd;
        bytes[position + 1] = integer >> 8;
        bytes[position + 2] = integer;
        return position + 3;
      }
      bytes[position] = 0xce;
      writer.view.setInt32(position + 1, integer);
      return position + 5;
    }
    if (integer >= -0x20) {
      bytes[position] = integer;
      return position + 1;
    }
    if (integer >= -0x80) {
      bytes[position] = 0xd0;
      bytes[position + 1] = integer;
      return position + 2;
    }
    if (integer >= -0x8000) {
      bytes[position] = 0xd1;
      bytes[position + 1] = integer >> 8;
      bytes[position + 2] = integer;
      return position + 3;
    }
    bytes[position] = 0xd2;
    writer.view.setInt32(position + 1, integer);
    return position + 5;
  }
  // Within 32 bits and not among their integers: a fraction, or -0. NaN fails both comparisons.
  if (!(value >= 0x80000000 || value < -0x80000000) || !Number.isSafeInteger(value)) {
    bytes[position] = 0xcb;
    writer.view.setFloat64(position + 1, value);
    return position + 9;
  }
  if (value >= 0 && value <= 0xffffffff) {
    bytes[position] = 0xce;
    writer.view.setUint32(position + 1, value);
    return position + 5;
  }
  bytes[position] = value >= 0 ? 0xcf : 0xd3;
  writer.view.setInt32(position + 1, Math.floor(value / 0x100000000));
  writer.view.setUint32(position + 5, value >>> 0);
  return position + 9;
}

const int64Min = -(2n ** 63n);
const uint64Max = 2n ** 64n - 1n;

/** 64 bits, unsigned unless negative; beyond them extension 1: two's complement, big-endian, as short as possible. */
export function writeBigint(writer: Writer, position: number, value: unknown): number {
  if (typeof value !== 'bigint') throw mistyped(position, 'a bigint', value);
  if (value >= int64Min && value <= uint64Max) {
    writer.bytes[position] = value >= 0n ? 0xcf : 0xd3;
    writer.view.setBigUint64(position + 1, value);
    return position + 9;
  }
  if (!isBigintInRange(value)) throw tooLarge(position);
  // One bit for the sign: the two's complement of n needs the bits of ~n when n is negative.
  const bits = (value < 0n ? ~value : value).toString(2).length + 1;
  const length = Math.ceil(bits / 8);
  const hex = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0');
  const at = writeExtensionHeader(writer, position, length, 1);
  writer.bytes.write(hex, at, 'hex');
  return finish(writer, at + length);
}

const maxDate = 8.64e15;

/** The timestamp extension in its shortest form. At most 15 bytes. */
export function writeDate(writer: Writer, position: number, value: unknown): number {
  const time = value instanceof Date ? value.getTime() : Number.NaN;
  if (!(Math.abs(time) <= maxDate)) throw mistyped(position, 'a valid Date', value);
  const { bytes, view } = writer;
  const seconds = Math.floor(time / 1000);
  const nanoseconds = (time - seconds * 1000) * 1_000_000;
  if (seconds >= 0 && seconds < 0x400000000) {
    if (nanoseconds === 0 && seconds <= 0xffffffff) {
      bytes[position] = 0xd6;
      bytes[position + 1] = 0xff;
      view.setUint32(position + 2, seconds);
      return position + 6;
    }
    bytes[position] = 0xd7;
    bytes[position + 1] = 0xff;
    view.setUint32(position + 2, nanoseconds * 4 + Math.floor(seconds / 0x100000000));
    view.setUint32(position + 6, seconds >>> 0);
    return position + 10;
  }
  bytes[position] = 0xc7;
  bytes[position + 1] = 12;
  bytes[position + 2] = 0xff;
  view.setUint32(position + 3, nanoseconds);
  view.setInt32(position + 7, Math.floor(seconds / 0x100000000));
  view.setUint32(position + 11, seconds >>> 0);
  return position + 15;
}

export function writeBytes(writer: Writer, position: number, value: unknown): number {
  if (!(value instanceof Uint8Array)) throw mistyped(position, 'a Uint8Array', value);
  const length = value.length;
  const { bytes, view } = writer;
  if (position + length > writer.limit) throw overflow;
  let at = position;
  if (length < 0x100) {
    bytes[at] = 0xc4;
    bytes[at + 1] = length;
    at += 2;
  } else if (length < 0x10000) {
    bytes[at] = 0xc5;
    view.setUint16(at + 1, length);
    at += 3;
  } else {
    bytes[at] = 0xc6;
    view.setUint32(at + 1, length);
    at += 5;
  }
  bytes.set(value, at);
  return finish(writer, at + length);
}

/** Header of an extension, with room for its content made sure of. */
export function writeExtensionHeader(writer: Writer, position: number, length: number, type: number): number {
  if (position + length > writer.limit) throw overflow;
  const { bytes, view } = writer;
  const fixed = length === 1 || length === 2 || length === 4 || length === 8 || length === 16;
  let at = position;
  if (fixed) bytes[at] = 0xd4 + Math.log2(length);
  else if (length < 0x100) {
    bytes[at] = 0xc7;
    bytes[at + 1] = length;
    at += 1;
  } else if (length < 0x10000) {
    bytes[at] = 0xc8;
    view.setUint16(at + 1, length);
    at += 2;
  } else {
    bytes[at] = 0xc9;
    view.setUint32(at + 1, length);
    at += 4;
  }
  bytes[at + 1] = type;
  return at + 2;
}

export function writeArrayHeader(writer: Writer, position: number, length: number): number {
  if (length > 15) return writeLongHeader(writer, position, length, 0xdc);
  writer.bytes[position] = 0x90 | length;
  return position + 1;
}

export function writeMapHeader(writer: Writer, position: number, length: number): number {
  if (length > 15) return writeLongHeader(writer, position, length, 0xde);
  writer.bytes[position] = 0x80 | length;
  return position + 1;
}

function writeLongHeader({ bytes, view }: Writer, position: number, length: number, lead: number): number {
  if (length < 0x10000) {
    bytes[position] = lead;
    view.setUint16(position + 1, length);
    return position + 3;
  }
  bytes[position] = lead + 1;
  view.setUint32(position + 1, length);
  return position + 5;
}

/** Restores the promise that SLACK bytes are free after something of variable size. */
function finish(writer: Writer, position: number): number {
  if (position > writer.limit) throw overflow;
  return position;
}

/** Enters a level of a recursive type; a cyclic value ends here. */
export function enter(writer: Writer, position: number): void {
  if (++writer.depth > MAX_DEPTH) throw tooDeep(position);
}
