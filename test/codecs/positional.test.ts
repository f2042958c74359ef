import { isDeepStrictEqual } from 'node:util';
import { decode, encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TypeDefinition } from '../../generator/model/types.ts';
import { isCatgaError } from '../../runtime/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import {
  array,
  bytes,
  date,
  literal,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  union,
  unknownType,
} from './support/build-model.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { refusal } from './support/refusal.ts';
import { isValid } from './support/validate.ts';

const positional = { wire: 'positional' } as const;
const types: readonly TypeDefinition[] = [
  object('Small', { orderId: string, amount: number, quantity: number }, positional),
  object('Grown', { orderId: string, amount: number, quantity: number, 'note?': string, 'by!': date }, positional),
  object(
    'Gaps',
    {
      'a?': string,
      'b?': union(nothing, string),
      'c!': unknownType,
      d: number,
      'e?': number,
      'f?': union(nothing, date),
    },
    positional,
  ),
  object('Wood', { root: reference('Tree') }, positional),
  object('Tree', { value: number, children: array(reference('Tree')), 'name?': string }, positional),
  object('Drawing', { shapes: array(union(reference('Circle'), reference('Square'), reference('Text'))) }, positional),
  object('Circle', { kind: literal('circle'), radius: number }, positional),
  object('Square', { kind: literal('square'), side: number, 'turned?': number }, positional),
  object('Text', { kind: literal('text'), text: string }),
  object('Empty', {}, positional),
  object('Bytes', { 'constructor?': bytes, toString: number }, positional),
];
const roots = ['Small', 'Grown', 'Gaps', 'Wood', 'Drawing', 'Empty', 'Bytes'];
const model = project(roots, types);
const byId = new Map(types.map((definition) => [definition.id, definition]));

const tree = { value: 1, children: [{ value: 2, children: [], name: 'leaf' }] };
const shapes = [
  { kind: 'circle', radius: 1 },
  { kind: 'square', side: 2, turned: 45 },
  { kind: 'text', text: 'x' },
];
const values: Readonly<Record<string, readonly object[]>> = {
  Small: [{ orderId: 'ord-00000001', amount: 12.5, quantity: 3 }],
  Grown: [
    { orderId: 'x', amount: 1, quantity: 2, by: undefined },
    { orderId: 'x', amount: 1, quantity: 2, by: new Date(0) },
  ],
  Gaps: [
    { c: undefined, d: 1 },
    { b: null, c: null, d: 1, f: null },
    { a: 'a', b: 'b', c: { any: [1] }, d: 1, e: 2, f: new Date(5) },
    { c: undefined, d: 1, f: new Date(5) },
  ],
  Wood: [{ root: tree }],
  Drawing: [{ shapes }],
  Empty: [{}],
  Bytes: [{ constructor: new Uint8Array([1]), toString: 1 }, { toString: 2 }],
};
const all = Object.entries(values).flatMap(([name, list]) =>
  list.map((value, at): [string, number, object] => [name, at, value]),
);

describe('codecs: positional objects', () => {
  let codecs: Codecs = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };
  beforeAll(async () => {
    codecs = await compileModel(model);
  });

  test.each(all)('codecs: %s %i comes back as it was, in both formats', (name, _at, value) => {
    const codec = codecOf(name);
    const expected = { ...value, $type: name };
    // Not `toStrictEqual`, which takes a member called `constructor` for a class.
    expect(isDeepStrictEqual(codec.decode(codec.encode(value)), expected)).toBe(true);
    expect(isDeepStrictEqual(codec.decodeJson(codec.encodeJson(value)), expected)).toBe(true);
  });

  test('codecs: the bytes are those of an array; JSON is an object', () => {
    const [small] = values['Small'] ?? [];
    const written = codecOf('Small').encode(small);
    expect(Buffer.from(written)).toStrictEqual(Buffer.from(encode(['ord-00000001', 12.5, 3])));
    expect(codecOf('Small').encodeJson(small)).toBe('{"orderId":"ord-00000001","amount":12.5,"quantity":3}');
    expect(decode(codecOf('Drawing').encode({ shapes }))).toStrictEqual([
      [['circle', 1], ['square', 2, 45], { kind: 'text', text: 'x' }],
    ]);
    expect(decode(codecOf('Wood').encode({ root: tree }))).toStrictEqual([[1, [[2, [], 'leaf']]]]);
  });

  test('codecs: what is absent is left out at the end, nil before others, and marked where nil is a value', () => {
    const hex = (value: object): string => Buffer.from(codecOf('Gaps').encode(value)).toString('hex');
    expect(hex({ c: undefined, d: 1 })).toBe('94c0c70002c7000201');
    expect(hex({ b: null, c: null, d: 1 })).toBe('94c0c0c001');
    expect(hex({ c: 0, d: 1, f: null })).toBe('96c0c700020001c0c0');
    expect(codecOf('Gaps').decode(Buffer.from('96c70002c70002c7000201c0c70002', 'hex'))).toStrictEqual({
      c: undefined,
      d: 1,
      $type: 'Gaps',
    });
  });

  test('codecs: old and new read each other', () => {
    const old = codecOf('Small').encode({ orderId: 'x', amount: 1, quantity: 2 });
    const now = codecOf('Grown').encode({ orderId: 'x', amount: 1, quantity: 2, note: 'n', by: new Date(0) });
    expect(codecOf('Grown').decode(old)).toStrictEqual({
      orderId: 'x',
      amount: 1,
      quantity: 2,
      by: undefined,
      $type: 'Grown',
    });
    expect(codecOf('Small').decode(now)).toStrictEqual({ orderId: 'x', amount: 1, quantity: 2, $type: 'Small' });
    expect(codecOf('Small').decode(encode(['x', 1, 2, { more: [[[]]] }, null, 'x'.repeat(500)]))).toMatchObject({
      quantity: 2,
    });
    expect(codecOf('Empty').decode(encode([1, 'x']))).toStrictEqual({ $type: 'Empty' });
  });

  test('codecs: arrays of any header are read', () => {
    for (const header of ['93', 'dc0003', 'dd00000003']) {
      const small = Buffer.concat([Buffer.from(header, 'hex'), Buffer.from('a1780102', 'hex')]);
      expect(codecOf('Small').decode(small)).toMatchObject({ orderId: 'x', amount: 1, quantity: 2 });
    }
  });

  test('codecs: errors name members, not places', () => {
    expect(refusal(() => codecOf('Small').decode(encode(['x', 'y', 2])))).toStrictEqual({
      path: 'amount',
      expected: 'a number',
      actual: 'a string',
      offset: 3,
    });
    expect(refusal(() => codecOf('Small').decode(encode(['x', 1])))).toMatchObject({
      path: 'quantity',
      expected: 'a required member',
      actual: 'nothing',
    });
    expect(refusal(() => codecOf('Small').decode(encode({ orderId: 'x', amount: 1, quantity: 2 })))).toMatchObject({
      path: '',
      expected: 'an array',
    });
    const broken = { root: { value: 1, children: [{ value: 2, children: [{ value: 'x', children: [] }] }] } };
    const path = 'root.children[0].children[0].value';
    expect(refusal(() => codecOf('Wood').encode(broken))).toMatchObject({ path });
    expect(refusal(() => codecOf('Wood').decode(encode([[1, [[2, [['x', []]]]]]])))).toMatchObject({ path });
    const square = { shapes: [shapes[0], { kind: 'square', side: 'x' }] };
    expect(refusal(() => codecOf('Drawing').encode(square))).toMatchObject({ path: 'shapes[1].side' });
    expect(
      refusal(() =>
        codecOf('Drawing').decode(
          encode([
            [
              ['circle', 1],
              ['square', 'x'],
            ],
          ]),
        ),
      ),
    ).toMatchObject({
      path: 'shapes[1].side',
    });
    expect(refusal(() => codecOf('Drawing').decode(encode([[['hexagon', 1]]])))).toMatchObject({
      path: 'shapes[0]',
      expected: 'a variant of the union',
    });
    expect(refusal(() => codecOf('Drawing').decode(encode([[['square']]])))).toMatchObject({ path: 'shapes[0].side' });
  });

  test.each(all)(
    'codecs: every truncation of %s %i is refused, and damage gives no wrong types',
    (name, _at, value) => {
      const codec = codecOf(name);
      const written = codec.encode(value);
      for (let length = 0; length < written.length; length++) {
        expect(() => codec.decode(written.subarray(0, length))).toThrow(
          expect.objectContaining({ code: 'DECODE_FAILED' }),
        );
      }
      const wrong: string[] = [];
      for (let at = 0; at < written.length; at++) {
        for (let byte = 0; byte < 256; byte++) {
          const damaged = written.slice();
          damaged[at] = byte;
          try {
            const read = codec.decode(damaged);
            const isOfItsType = isValid({ kind: 'reference', id: `src/messages#${name}` }, read, byId);
            if (!isOfItsType) wrong.push(Buffer.from(damaged).toString('hex'));
          } catch (error) {
            if (!isCatgaError(error) || error.code !== 'DECODE_FAILED') throw error;
          }
        }
      }
      expect(wrong).toStrictEqual([]);
    },
  );

  test.each(['ddffffffff', 'dcffff', '9f', '91'.repeat(100_000), 'c1', 'dfffffffff'])(
    'codecs: %.12s… is refused at once where an array or something unknown is expected',
    (hex) => {
      const bomb = Buffer.from(hex, 'hex');
      const behind = Buffer.concat([Buffer.from('94a1780102', 'hex'), bomb]);
      for (const input of [bomb, behind]) {
        expect(() => codecOf('Small').decode(input)).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
      }
    },
  );

  test('codecs: recursion is bounded, and a cycle is told', () => {
    const nested = (levels: number): object => ({ value: 0, children: levels > 1 ? [nested(levels - 1)] : [] });
    const codec = codecOf('Wood');
    const wood = (levels: number): object => ({ root: nested(levels) });
    expect(codec.decode(codec.encode(wood(64)))).toMatchObject(wood(64));
    expect(() => codec.encode(wood(65))).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED' }));
    const cycle = { value: 1, children: [] as unknown[] };
    cycle.children.push(cycle);
    expect(refusal(() => codec.encode({ root: cycle }))).toMatchObject({
      path: 'root.children[0]',
      expected: 'a tree',
    });
  });
});
