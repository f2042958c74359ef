import { codecError } from './codec-error.ts';
import { cycleError } from './cycle.ts';
import { MAX_BYTES } from './limits.ts';
import { Mismatch } from './mismatch.ts';
import type { Shape } from './shape.ts';
import { encodePath } from './wire-path.ts';

/**
 * How many bytes may always be written without asking when a position is at or below {@link Writer.limit}. Generated code
 * counts on it: keys and numbers are stored unchecked until it is used up.
 */
export const SLACK = 512;

const SMALL_SLAB = 16 * 1024;
const BIG_SLAB = 128 * 1024;
/** Results above this size get memory of their own: a slab shared by so few would be mostly waste. */
const LARGEST_SHARED = 32 * 1024;
/** Results up to this size come from the small slab, so that keeping one does not keep 128 KiB. */
const SMALL_RESULT = 1024;

/** Where generated code writes to. Positions are offsets into `bytes`, passed from function to function. */
export class Writer {
  bytes: Buffer;
  /** The memory of `bytes`, which start where it starts; kept because asking a typed array for it is a call. */
  memory: ArrayBuffer;
  view: DataView;
  /** The last position at which {@link SLACK} bytes are free. */
  limit: number;
  /** Levels of recursive types entered. */
  depth = 0;
  /** Where the next value starts. */
  start = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size);
    this.memory = this.bytes.buffer as ArrayBuffer;
    this.view = new DataView(this.memory);
    this.limit = size - SLACK;
  }

  /** Fresh memory: what was written before belongs to its receivers. */
  renew(size: number): void {
    this.bytes = Buffer.allocUnsafeSlow(size);
    this.memory = this.bytes.buffer as ArrayBuffer;
    this.view = new DataView(this.memory);
    this.limit = size - SLACK;
    this.start = 0;
  }
}

/** Thrown where the memory at hand is too small; the entry point starts again with more. */
export const overflow: RangeError = new RangeError('The memory at hand is too small.');

/** Writes `value` at `position` and answers with the position after it. */
export type Write = (writer: Writer, position: number, value: unknown) => number;

const small = new Writer(SMALL_SLAB);
const big = new Writer(BIG_SLAB);
let busy = false;

/**
 * Encodes into pooled memory. `hint` is the size to expect; results are views of a slab that nothing else writes to.
 * Watched by the bench `codec`.
 */
export function encode(name: string, write: Write, value: unknown, hint: number, shape: Shape): Uint8Array {
  const expected = hint + (hint >> 1) + SLACK;
  const writer = busy ? new Writer(SMALL_SLAB) : hint <= SMALL_RESULT ? small : big;
  if (writer.limit - writer.start < expected - SLACK)
    writer.renew(Math.max(writer === big ? BIG_SLAB : SMALL_SLAB, expected));
  const nested = busy;
  busy = true;
  try {
    const start = writer.start;
    const end = write(writer, start, value);
    if (end > writer.bytes.length) return encodeAgain(name, write, value, writer.bytes.length * 2, shape);
    if (end - start > LARGEST_SHARED) return new Uint8Array(writer.bytes.subarray(start, end));
    writer.start = end;
    return new Uint8Array(writer.memory, start, end - start);
  } catch (thrown) {
    if (thrown === overflow) return encodeAgain(name, write, value, Math.max(BIG_SLAB, writer.bytes.length * 2), shape);
    throw encodeError(name, thrown, writer, shape, value);
  } finally {
    writer.depth = 0;
    busy = nested;
  }
}

function encodeAgain(name: string, write: Write, value: unknown, size: number, shape: Shape): Uint8Array {
  for (let length = size; length < 2 * MAX_BYTES; length *= 2) {
    // What generated code may write unchecked comes on top.
    const writer = new Writer(Math.min(length, MAX_BYTES) + SLACK);
    try {
      const end = write(writer, 0, value);
      if (end <= writer.bytes.length) return new Uint8Array(writer.bytes.subarray(0, end));
    } catch (thrown) {
      if (thrown !== overflow) throw encodeError(name, thrown, writer, shape, value);
    }
  }
  const details = { path: '', expected: `at most ${MAX_BYTES} bytes`, actual: 'a larger value' };
  throw codecError('ENCODE_FAILED', name, details);
}

/** What was written so far tells the path: keys precede their values. */
function encodeError(name: string, thrown: unknown, writer: Writer, shape: Shape, value: unknown): unknown {
  const cycle = cycleError(name, shape, value, thrown);
  if (cycle !== undefined) return cycle;
  if (!(thrown instanceof Mismatch)) {
    const details = { path: '', expected: 'a value that can be read', actual: 'an exception' };
    return codecError('ENCODE_FAILED', name, details, thrown);
  }
  const path = encodePath(writer.bytes, writer.start, shape, value, thrown);
  return codecError('ENCODE_FAILED', name, { path, expected: thrown.expected, actual: thrown.actual }, thrown.cause);
}

/** Encodes into the caller's memory; answers with the number of bytes. */
export function encodeInto(
  name: string,
  write: Write,
  value: unknown,
  target: Uint8Array,
  offset: number,
  shape: Shape,
): number {
  const bytes = encode(name, write, value, 64, shape);
  if (!Number.isInteger(offset) || offset < 0 || bytes.length > target.length - offset) {
    const details = { path: '', expected: `room for ${bytes.length} bytes`, actual: `${target.length - offset}` };
    throw codecError('ENCODE_FAILED', name, details);
  }
  target.set(bytes, offset);
  return bytes.length;
}
