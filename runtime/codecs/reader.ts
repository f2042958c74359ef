import { codecError } from './codec-error.ts';
import { Mismatch } from './mismatch.ts';
import { latin1Slice } from './platform.ts';
import type { Shape } from './shape.ts';
import { decodePath } from './wire-path.ts';

/** Inputs up to this size are turned into one string, of which members are cut. Larger ones would be pinned by a cut. */
const LONGEST_TEXT = 4096;

/**
 * Inputs up to this size are copied to where a view is at hand: asking one for its memory and making a view of that takes
 * longer than to decode a small message.
 */
const LARGEST_COPIED = 4096;

/** What generated code may look at behind the end of a copy: a name of up to 12 bytes, which zeros are not. */
const GUARD = 16;

const nothing = new Uint8Array(0);
const noView = new DataView(new ArrayBuffer(GUARD));

/** Where generated code reads from. Reading behind the end gives `undefined` bytes, which fit nowhere. */
export class Reader {
  bytes: Uint8Array = nothing;
  /** Where the next value starts. */
  at = 0;
  /** Levels of recursive types entered. */
  depth = 0;
  /** Members kept that no type declares. */
  kept = 0;
  /** The whole input as Latin-1, where that pays; else empty. */
  text = '';
  /** The input, or a copy of it: has room for more than `bytes` does. */
  view: DataView = noView;
  /** Where copies go; a reader without makes views. */
  readonly copy: Uint8Array | undefined;
  readonly copyView: DataView;

  constructor(copy?: Uint8Array) {
    this.copy = copy;
    this.copyView = copy === undefined ? noView : new DataView(copy.buffer);
  }

  open(bytes: Uint8Array, texts: boolean): void {
    const { length } = bytes;
    // A Buffer's `slice` is a view, and `Buffer.from` takes memory that others share: nothing decoded may show either.
    this.bytes = isPlain(bytes) ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, length);
    this.at = 0;
    this.depth = 0;
    this.kept = 0;
    if (length <= LARGEST_COPIED && this.copy !== undefined) {
      const view = this.copyView;
      this.copy.set(bytes);
      view.setFloat64(length, 0);
      view.setFloat64(length + 8, 0);
      this.view = view;
    } else this.view = new DataView(bytes.buffer, bytes.byteOffset, length);
    this.text = texts && length <= LONGEST_TEXT ? latin1Slice.call(bytes, 0, length) : '';
  }

  /** Forgets the input, so that a reader at rest keeps no memory alive. */
  close(): void {
    this.bytes = nothing;
    this.text = '';
    this.view = noView;
  }
}

/** Whether it is no subclass, whose methods may do something else. */
function isPlain(bytes: Uint8Array): boolean {
  return Object.getPrototypeOf(bytes) === Uint8Array.prototype;
}

/** Reads the value at the reader's position and moves behind it. */
export type Read = (reader: Reader) => unknown;

const shared = new Reader(new Uint8Array(LARGEST_COPIED + GUARD));
let busy = false;

/**
 * Decodes one value that takes up all of `bytes`. `texts` tells that it holds several strings.
 * Watched by the bench `codec`.
 */
export function decode(name: string, read: Read, bytes: Uint8Array, texts: boolean, shape: Shape): unknown {
  const reader = busy ? new Reader() : shared;
  const nested = busy;
  busy = true;
  try {
    if (!(bytes instanceof Uint8Array)) throw new Mismatch('a Uint8Array', 'something else');
    reader.open(bytes, texts);
    const value = read(reader);
    if (reader.at !== bytes.length) throw unfinished(reader);
    return value;
  } catch (thrown) {
    throw decodeError(name, thrown, reader, shape);
  } finally {
    reader.close();
    busy = nested;
  }
}

function unfinished(reader: Reader): Mismatch {
  const rest = reader.bytes.length - reader.at;
  if (rest < 0) return new Mismatch('more bytes', 'the end of the input', reader.bytes.length);
  return new Mismatch('the end of the input', `${rest} more bytes`, reader.at);
}

function decodeError(name: string, thrown: unknown, reader: Reader, shape: Shape): unknown {
  const offset = thrown instanceof Mismatch ? thrown.offset : reader.at;
  if (!(thrown instanceof Mismatch)) {
    // A view refuses to read behind its end; anything else is a defect, and still no reason to accept the input.
    const actual = thrown instanceof RangeError ? 'the end of the input' : 'an exception';
    return codecError('DECODE_FAILED', name, { path: '', expected: 'a value', actual, offset }, thrown);
  }
  const path = decodePath(reader.bytes, shape, thrown);
  const { expected, actual } = thrown;
  return codecError('DECODE_FAILED', name, { path, expected, actual, offset }, thrown.cause);
}
