import type { CatgaError } from '../messages/error.ts';
import type { Codec } from './codec.ts';
import { codecError } from './codec-error.ts';
import { counted } from './count-values.ts';
import { cycleError } from './cycle.ts';
import { fromJson } from './from-json.ts';
import { Mismatch } from './mismatch.ts';
import { decode, type Read } from './reader.ts';
import { pathOf } from './place.ts';
import type { Shape } from './shape.ts';
import { toJson } from './to-json.ts';
import { encode, encodeInto, type Write } from './writer.ts';

/**
 * Puts the generated functions of one type together. Called by generated code only.
 *
 * @param texts - Whether the type holds several strings, so that decoding them together pays.
 */
export function createCodec<T>(name: string, write: Write, read: Read, shape: Shape, texts: boolean): Codec<T> {
  // The size of the last results, falling slowly: what the next one is expected to take.
  let hint = 64;
  const intoJson = (value: T): unknown => encoded(name, shape, value, () => toJson(shape, value, 0));
  // `read` and `fromJson` have checked every member against the declaration of T.
  const outOfJson = (json: unknown): T => guarded('DECODE_FAILED', name, () => fromJson(shape, json, 0)) as T;
  return {
    name,
    encode: (value) => {
      const bytes = encode(name, write, value, hint, shape);
      hint = Math.max(bytes.length, hint - (hint >> 4));
      return bytes;
    },
    encodeInto: (value, target, offset = 0) => encodeInto(name, write, value, target, offset, shape),
    decode: (bytes) => decode(name, read, bytes, texts, shape) as T,
    encodeJson: (value) => encoded(name, shape, value, () => JSON.stringify(toJson(shape, value, 0)) ?? 'null'),
    decodeJson: (json) => outOfJson(guarded('DECODE_FAILED', name, () => parse(json))),
    toJson: intoJson,
    fromJson: outOfJson,
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(json: string | Uint8Array): unknown {
  return JSON.parse(typeof json === 'string' ? json : utf8.decode(json));
}

function encoded<T>(name: string, shape: Shape, value: unknown, step: () => T): T {
  return guarded(
    'ENCODE_FAILED',
    name,
    () => counted(step),
    (thrown) => cycleError(name, shape, value, thrown),
  );
}

function guarded<T>(
  code: 'ENCODE_FAILED' | 'DECODE_FAILED',
  name: string,
  step: () => T,
  explain?: (thrown: unknown) => CatgaError | undefined,
): T {
  try {
    return step();
  } catch (thrown) {
    const explained = explain?.(thrown);
    if (explained !== undefined) throw explained;
    if (thrown instanceof Mismatch) {
      const path = pathOf(thrown.path.toReversed());
      throw codecError(code, name, { path, expected: thrown.expected, actual: thrown.actual }, thrown.cause);
    }
    const expected = code === 'ENCODE_FAILED' ? 'a value that JSON can carry' : 'JSON text in UTF-8';
    throw codecError(code, name, { path: '', expected, actual: 'something else' }, thrown);
  }
}
