import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import { isCatgaError } from '../../runtime/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { date, number, object, project, string } from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';

// Names are compared and stored by words, in one way for each range of sizes, and behind them bytes of an earlier message
// may stand: every size, wherever in the input.

const sizes = Array.from({ length: 36 }, (_, at) => at + 1);
const required = sizes.map((size) => 'n'.repeat(size));
const optional = sizes.map((size) => 'o'.repeat(size));
const wide = Array.from({ length: 60 }, (_, at) => `number${at}`);

// What the generated functions declare and call themselves, and what cannot name a variable.
const taken = (
  'writer position value from keys view at count members given room put put8 tail8 memberOf writeNumber writeMapHeader ' +
  'reader start left result is8 need8 openMap readNumber readByShape takenShape $at default class undefined toString constructor'
).split(' ');

const values = {
  Taken: Object.fromEntries(taken.map((name, at) => [name, at])),
  Required: Object.fromEntries(required.map((name, at) => [name, at])),
  Optional: Object.fromEntries(optional.map((name, at) => [name, at])),
  Last: { text: 'short', x: 1 },
  Wide: Object.fromEntries(wide.map((name) => [name, 0.5])),
  Dates: Object.fromEntries(wide.map((name) => [name, new Date(-1)])),
};

const model = project(Object.keys(values), [
  object('Taken', Object.fromEntries(taken.map((name, at) => [at % 4 === 3 ? `${name}?` : name, number]))),
  object('Required', Object.fromEntries(required.map((name) => [name, number]))),
  object('Optional', Object.fromEntries(optional.map((name) => [`${name}?`, number]))),
  object('Last', { text: string, x: number }),
  object('Wide', Object.fromEntries(wide.map((name) => [`${name}?`, number]))),
  object('Dates', Object.fromEntries(wide.map((name) => [`${name}?`, date]))),
]);

describe('codecs: names', () => {
  let codecs: ReadonlyMap<string, Codec<unknown>> = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };

  beforeAll(async () => {
    codecs = await compileModel(model);
  });

  test.each(Object.entries(values))('codecs: %s carries names of every size', (name, value) => {
    expect(codecOf(name).decode(codecOf(name).encode(value))).toEqual({ ...value, $type: name });
  });

  test.each(Object.entries(values))('codecs: %s is written as others write it', (name, value) => {
    if (name === 'Dates') return;
    expect(Buffer.from(codecOf(name).encode(value))).toEqual(Buffer.from(encode(value)));
  });

  test.each(Object.entries(values))('codecs: %s may come in any order', (name, value) => {
    if (name === 'Dates') return;
    const entries = Object.entries(value);
    for (let first = 0; first < entries.length; first++) {
      const turned = Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)]);
      expect(codecOf(name).decode(encode(turned))).toEqual({ ...value, $type: name });
    }
  });

  test.each(sizes)('codecs: a name of %i bytes that differs in one of them is another name', (size) => {
    for (let at = 0; at < size; at++) {
      const other = (letter: string): string => `${letter.repeat(at)}!${letter.repeat(size - at - 1)}`;
      const left = codecOf('Optional').decode(encode({ [other('o')]: 1 }));
      expect(left).toEqual({ $type: 'Optional' });
      const renamed = Object.entries(values.Required).map(([name, value]) => [
        name.length === size ? other('n') : name,
        value,
      ]);
      expect(() => codecOf('Required').decode(encode(Object.fromEntries(renamed)))).toThrow(/required member/);
    }
  });

  test.each([10, 4090, 4091, 4095, 4096, 4097, 5000])(
    'codecs: a name of one letter may be the last of %i characters, and members may come in any order',
    (length) => {
      const value = { text: 't'.repeat(length), x: 1 };
      for (const input of [value, { x: 1, text: value.text }]) {
        expect(codecOf('Last').decode(encode(input))).toEqual({ ...value, $type: 'Last' });
      }
    },
  );

  test('codecs: what an earlier message left is not read', () => {
    const codec = codecOf('Required');
    const bytes = codec.encode(values.Required);
    const refusals = (before: Uint8Array | undefined): readonly unknown[] =>
      Array.from({ length: bytes.length }, (_, end) => {
        if (before !== undefined) codec.decode(before);
        try {
          return codec.decode(bytes.subarray(0, end));
        } catch (error) {
          return isCatgaError(error) && error.code === 'DECODE_FAILED' ? error.message : error;
        }
      });
    const fresh = refusals(undefined);
    expect(fresh.every((message) => typeof message === 'string')).toBe(true);
    expect(refusals(bytes)).toEqual(fresh);
  });

  test.each(['Wide', 'Dates'] as const)('codecs: %s: memory is asked for, however many follow each other', (name) => {
    const codec = codecOf(name);
    for (let fill = 0; fill < 160; fill++) {
      // After so many small ones a small one is expected, and others have filled the memory up to anywhere.
      for (let count = 0; count < 160; count++) codec.encode({});
      for (let count = 0; count < fill; count++) codecOf('Last').encode({ text: 't'.repeat(90), x: 1 });
      expect(codec.decode(codec.encode(values[name]))).toEqual({ ...values[name], $type: name });
    }
  });
});
