/** MessagePack that is known beforehand: a member's name, a literal; in pieces as they are stored and compared. */
export interface Constant {
  readonly size: number;
  readonly bytes: Uint8Array;
  /** Whether head and tail are all of it. */
  readonly inTwo: boolean;
  /** The first four bytes, and which bits of them belong to it. */
  readonly first: number;
  readonly mask: number;
  /** The last four bytes. */
  readonly last: number;
  /** The first eight bytes, followed by zeros where it is shorter. */
  readonly head: number;
  /** The last eight bytes of a longer one. */
  readonly tail: number;
}

/** Up to this size a constant is its head and its tail. */
const LONGEST_IN_TWO = 16;

/** A literal and not a class: its members are set once, so that the compiler takes them for constants. */
export function makeConstant(bytes: Uint8Array): Constant {
  const size = bytes.length;
  const head = double(bytes, 0);
  const tail = double(bytes, Math.max(0, size - 8));
  return {
    size,
    bytes,
    // A double that is not a number would not keep its bytes.
    inTwo: size <= LONGEST_IN_TWO && !Number.isNaN(head) && !Number.isNaN(tail),
    first: word(bytes, 0),
    mask: size < 4 ? -1 << (8 * (4 - size)) : -1,
    last: word(bytes, Math.max(0, size - 4)),
    head,
    tail,
  };
}

/** Four bytes from `at` as a big-endian integer; those behind the end are zero. */
function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

/** Eight bytes from `at` as a big-endian double; those behind the end are zero. */
function double(bytes: Uint8Array, at: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, word(bytes, at));
  view.setInt32(4, word(bytes, at + 4));
  return view.getFloat64(0);
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
