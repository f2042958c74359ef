import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { number, object, project, string } from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';

interface Tables {
  readonly map: ReadonlyMap<string, number>;
  readonly record: Readonly<Record<string, number>>;
}

const names = ['', 'a', 'ab', 'abc', 'abcd', 'abcdefg', 'abcdefgh', 'abcdefghi', 'abcdefghijk', 'abcdefghijkl'];

const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at));

/** Every text of the same length that differs in one character, some of them from another alphabet. */
function neighbours(text: string): readonly string[] {
  const replaced = Array.from(text, (_, at) =>
    [...printable, 'é'].map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
  return [...new Set([text, ...replaced.flat()])];
}

function of(keys: readonly string[]): Tables {
  const entries = keys.map((key, at) => [key, at] as const);
  return { map: new Map(entries), record: Object.fromEntries(entries) };
}

describe('codecs: keys of maps and records', () => {
  let codec: Codec<unknown>;

  beforeAll(async () => {
    const codecs = await compileModel(
      project(
        ['Tables'],
        [
          object('Tables', {
            map: { kind: 'map', key: string, value: number },
            record: { kind: 'record', key: 'string', value: number },
          }),
        ],
      ),
    );
    codec = codecs.get('Tables') as Codec<unknown>;
  });

  test.each(names)('codecs: keys that differ from "%s" in one character stay what they are', (name) => {
    const keys = neighbours(name);
    // Twice, in another order: what was read before must not stand in for what is read next.
    for (const order of [keys, keys.toReversed(), keys]) {
      const value = of(order);
      expect(codec.decode(codec.encode(value))).toStrictEqual({ ...value, $type: 'Tables' });
    }
  });

  test('codecs: far more keys than are remembered stay what they are', () => {
    const keys = Array.from({ length: 5000 }, (_, at) => `k${at * 7919}`);
    for (let from = 0; from < keys.length; from += 100) {
      const value = of(keys.slice(from, from + 200));
      expect(codec.decode(codec.encode(value))).toStrictEqual({ ...value, $type: 'Tables' });
    }
  });

  test('codecs: a key that is no UTF-8 is refused each time it comes', () => {
    const bytes = Buffer.from(encode({ map: [], record: { abcdef: 1 } }));
    bytes[bytes.indexOf('abcdef') + 3] = 0xff;
    for (let time = 0; time < 3; time++) {
      expect(() => codec.decode(bytes)).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
    }
  });

  test('codecs: a key cut short is refused, although the whole one was read before', () => {
    const bytes = encode({ map: [['abcdef', 1]], record: { abcdef: 1 } });
    expect(codec.decode(bytes)).toStrictEqual({
      ...of([]),
      map: new Map([['abcdef', 1]]),
      record: { abcdef: 1 },
      $type: 'Tables',
    });
    for (let length = 0; length < bytes.length; length++) {
      expect(() => codec.decode(bytes.subarray(0, length))).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
    }
  });
});
