import { utf8Slice } from './platform.ts';

/** A step of a path through MessagePack: a key of the map, or a place of the array, that starts at `at`. */
export interface Step {
  readonly at: number;
  readonly into: string | number;
}

/**
 * Finds the way to the value at `offset` by walking the MessagePack that starts at `start`.
 *
 * Serves both directions. While encoding, keys precede the value that failed; so nobody has to keep track of paths on
 * the hot path. Input may be damaged behind `offset`, never before it.
 */
export function locate(bytes: Uint8Array, start: number, offset: number): readonly Step[] {
  const steps: Step[] = [];
  descend({ bytes, at: start, target: offset }, steps);
  return steps;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly target: number;
}

interface Header {
  readonly kind: 'map' | 'array' | 'string' | 'other';
  /** Entries of a map, items of an array, bytes of anything else. */
  readonly length: number;
  /** Bytes of the header itself. */
  readonly size: number;
}

/** Moves to the target or past the value at the cursor; whether the target was reached. */
function descend(cursor: Cursor, steps: Step[]): boolean {
  const { at } = cursor;
  if (at >= cursor.target) return true;
  const header = readHeader(cursor.bytes, at);
  if (header === undefined) return true;
  cursor.at += header.size;
  if (header.kind === 'map' || header.kind === 'array') return descendInto(cursor, header, steps, at);
  cursor.at += header.length;
  return cursor.at > cursor.target;
}

function descendInto(cursor: Cursor, header: Header, steps: Step[], at: number): boolean {
  const depth = steps.length;
  for (let index = 0; index < header.length; index++) {
    steps.length = depth;
    if (header.kind === 'map') {
      // A map's next key has no path of its own: the map is meant.
      if (cursor.at >= cursor.target) return true;
      const key = readKey(cursor);
      if (key === undefined) return true;
      steps.push({ at, into: key });
    } else steps.push({ at, into: index });
    if (descend(cursor, steps)) return true;
  }
  steps.length = depth;
  return cursor.at > cursor.target;
}

/** The key at the cursor; none where the target lies within it. */
function readKey(cursor: Cursor): string | undefined {
  const header = readHeader(cursor.bytes, cursor.at);
  if (header === undefined || header.kind !== 'string') return undefined;
  const from = cursor.at + header.size;
  cursor.at = from + header.length;
  if (cursor.at > cursor.target || cursor.at > cursor.bytes.length) return undefined;
  return utf8Slice.call(cursor.bytes, from, cursor.at);
}

// Sizes of what starts with 0xc0 … 0xdf: header bytes, and bytes that follow a header without a length of its own.
const fixedSizes: Readonly<Record<number, number>> = {
  0xc0: 0,
  0xc2: 0,
  0xc3: 0,
  0xca: 4,
  0xcb: 8,
  0xcc: 1,
  0xcd: 2,
  0xce: 4,
  0xcf: 8,
  0xd0: 1,
  0xd1: 2,
  0xd2: 4,
  0xd3: 8,
  0xd4: 2,
  0xd5: 3,
  0xd6: 5,
  0xd7: 9,
  0xd8: 17,
};

function readHeader(bytes: Uint8Array, at: number): Header | undefined {
  const lead = bytes[at];
  if (lead === undefined) return undefined;
  if (lead < 0x80 || lead >= 0xe0) return { kind: 'other', length: 0, size: 1 };
  if (lead < 0x90) return { kind: 'map', length: lead & 15, size: 1 };
  if (lead < 0xa0) return { kind: 'array', length: lead & 15, size: 1 };
  if (lead < 0xc0) return { kind: 'string', length: lead & 31, size: 1 };
  const fixed = fixedSizes[lead];
  if (fixed !== undefined) return { kind: 'other', length: fixed, size: 1 };
  const big = (width: number): number => {
    let length = 0;
    for (let index = 1; index <= width; index++) length = length * 256 + (bytes[at + index] ?? 0);
    return length;
  };
  if (lead >= 0xde) return { kind: 'map', length: big(lead === 0xde ? 2 : 4), size: lead === 0xde ? 3 : 5 };
  if (lead >= 0xdc) return { kind: 'array', length: big(lead === 0xdc ? 2 : 4), size: lead === 0xdc ? 3 : 5 };
  if (lead >= 0xd9) {
    const width = 1 << (lead - 0xd9);
    return { kind: 'string', length: big(width), size: 1 + width };
  }
  const extended = lead >= 0xc7;
  const width = 1 << (lead - (extended ? 0xc7 : 0xc4));
  return lead === 0xc1 ? undefined : { kind: 'other', length: big(width) + (extended ? 1 : 0), size: 1 + width };
}
