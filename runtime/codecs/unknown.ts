import { decode, encode } from '@msgpack/msgpack';
import { MAX_DEPTH } from './limits.ts';
import { Mismatch, describe } from './mismatch.ts';
import type { Reader } from './reader.ts';
import type { Shape } from './shape.ts';
import { skip } from './skip.ts';
import { checkUnchecked } from './unchecked.ts';
import { overflow, type Writer } from './writer.ts';

/** A value of a type that is opted out of checking, as `@msgpack/msgpack` encodes it. */
export function writeUnknown(writer: Writer, position: number, value: unknown): number {
  let bytes: Uint8Array;
  try {
    checkUnchecked(value, 'msgpack');
    // Its depth counts what containers hold as well.
    bytes = encode(value, { maxDepth: MAX_DEPTH + 1 });
  } catch (cause) {
    if (cause instanceof Mismatch) throw cause.at(position);
    throw new Mismatch('a value that @msgpack/msgpack encodes', describe(value), position, undefined, cause);
  }
  const end = position + bytes.length;
  if (end > writer.limit) throw overflow;
  writer.bytes.set(bytes, position);
  return end;
}

/** The counterpart of {@link writeUnknown}. */
export function readUnknown(reader: Reader): unknown {
  const from = reader.at;
  skip(reader);
  // A copy: `@msgpack/msgpack` gives bytes as views of what it decodes, and that belongs to the caller.
  try {
    return decode(reader.bytes.slice(from, reader.at));
  } catch (cause) {
    throw new Mismatch('a value that @msgpack/msgpack decodes', 'another', from, undefined, cause);
  }
}

/** The shape of such a type. It brings its own reader, so that nobody else loads `@msgpack/msgpack`. */
export const unknownShape: Shape = { kind: 'unknown', read: readUnknown };
