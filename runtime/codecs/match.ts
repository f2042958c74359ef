import type { Constant } from './constant.ts';
import type { Reader } from './reader.ts';

// Those for one range of sizes look no further than a member's name and the value behind it, for which the view has room,
// and are so short that the compiler makes them part of generated functions, with the words as immediate operands: it
// stops doing so after 920 bytes of bytecode. Watched by the bench `codec`, cases `small` and `order`.

/** Moves behind a constant of 3 or 4 bytes where it stands next. */
export function is4(reader: Reader, constant: Constant): boolean {
  const { at } = reader;
  if ((reader.view.getInt32(at) & constant.mask) !== constant.first) return false;
  reader.at = at + constant.size;
  return true;
}

/** Moves behind a constant of 4 to 8 bytes where it stands next. */
export function is8(reader: Reader, constant: Constant): boolean {
  const { at, view } = reader;
  const end = at + constant.size;
  if (view.getInt32(at) !== constant.first || view.getInt32(end - 4) !== constant.last) return false;
  reader.at = end;
  return true;
}

/** Moves behind a constant of 8 to 16 bytes where it stands next. */
export function is16(reader: Reader, constant: Constant): boolean {
  const { at, view } = reader;
  const end = at + constant.size;
  if (view.getFloat64(at) !== constant.head || view.getFloat64(end - 8) !== constant.tail) return false;
  reader.at = end;
  return true;
}

/** Moves behind a constant of any size where it stands next, be it at the end of the input. */
export function is(reader: Reader, constant: Constant): boolean {
  const { size } = constant;
  if (reader.at + size > reader.bytes.length) return false;
  if (size < 4 || !constant.inTwo) return isByteByByte(reader, constant);
  return size <= 8 ? is8(reader, constant) : is16(reader, constant);
}

/** Moves behind the one of some constants that stands next; answers with its place, or -1. */
export function find(reader: Reader, constants: readonly Constant[]): number {
  const { at, bytes, view } = reader;
  const left = bytes.length - at;
  const first = left < 4 ? wordAt(bytes, at) : view.getInt32(at);
  for (let place = 0; place < constants.length; place++) {
    const constant = constants[place] as Constant;
    if ((first & constant.mask) !== constant.first) continue;
    const { size } = constant;
    if (size > left) continue;
    if (size > 4) {
      if (size > 8) {
        if (!is(reader, constant)) continue;
        return place;
      }
      if (view.getInt32(at + size - 4) !== constant.last) continue;
    }
    reader.at = at + size;
    return place;
  }
  return -1;
}

/** At the very end of the input there may be less than a word. */
function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8);
}

function isByteByByte(reader: Reader, { bytes: wanted, size }: Constant): boolean {
  const { at, bytes } = reader;
  for (let index = 0; index < size; index++) if (bytes[at + index] !== wanted[index]) return false;
  reader.at = at + size;
  return true;
}

// As those above, for members that must come next: without one, none is found after it, because the reader moves to the
// first byte of the input, which begins no name.

export function need4(reader: Reader, constant: Constant): boolean {
  const { at } = reader;
  const found = (reader.view.getInt32(at) & constant.mask) === constant.first;
  reader.at = found ? at + constant.size : 0;
  return found;
}

export function need8(reader: Reader, constant: Constant): boolean {
  const { at, view } = reader;
  const end = at + constant.size;
  const found = view.getInt32(at) === constant.first && view.getInt32(end - 4) === constant.last;
  reader.at = found ? end : 0;
  return found;
}

export function need16(reader: Reader, constant: Constant): boolean {
  const { at, view } = reader;
  const end = at + constant.size;
  const found = view.getFloat64(at) === constant.head && view.getFloat64(end - 8) === constant.tail;
  reader.at = found ? end : 0;
  return found;
}

export function need(reader: Reader, constant: Constant): boolean {
  if (is(reader, constant)) return true;
  reader.at = 0;
  return false;
}
