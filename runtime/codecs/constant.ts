/**
 * MessagePack that is known beforehand: a member's name, a literal. Up to 12 bytes are kept as words as well, the last
 * overlapping the one before, so that they are stored and compared four bytes at a time.
 */
export interface Constant {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly a: number;
  readonly b: number;
  readonly last: number;
  /** The bits of `a` that belong to it. */
  readonly mask: number;
}

/** A literal and not a class: its members are set once, so that the compiler takes them for constants. */
export function makeConstant(bytes: Uint8Array): Constant {
  const size = bytes.length;
  return {
    size,
    bytes,
    a: word(bytes, 0),
    b: word(bytes, 4),
    last: word(bytes, Math.max(0, size - 4)),
    mask: size === 3 ? -0x100 : -1,
  };
}

/** Four bytes from `at` as a big-endian integer; those behind the end are zero. */
function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

// Names recur over the modules of an application: id, kind, status.
const keys = new Map<string, Constant>();

/** The name of a member. */
export function key(name: string): Constant {
  let known = keys.get(name);
  if (known === undefined) {
    known = makeConstant(textBytes(name));
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
