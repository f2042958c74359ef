import { isDeepStrictEqual } from 'node:util';
import { decode, encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import { isCodecError, unknownMembers, unknownMembersOf } from '../../runtime/codecs/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { keepMember } from '../../runtime/codecs/keep-unknown.ts';
import { MAX_BYTES, MAX_VALUES } from '../../runtime/codecs/limits.ts';
import { Reader } from '../../runtime/codecs/reader.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { keeping, later, sent } from './support/generations.ts';
import { refusal } from './support/refusal.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const cycle = new Map<string, unknown>();
cycle.set('self', cycle);

/** What a program may put under the key, the path and the reason of its refusal. */
const misplaced: readonly (readonly [what: string, kept: unknown, path: string, expected: string])[] = [
  ['a text', 'x', '', 'unknown members as a Map'],
  ['null', null, '', 'unknown members as a Map'],
  ['a function', (): void => undefined, '', 'unknown members as a Map'],
  ['an object that holds itself', { cycle }, '', 'unknown members as a Map'],
  ['a Map that holds itself', cycle, 'self', 'MessagePack as a Uint8Array'],
  ['a function as value', new Map([['x', (): void => undefined]]), 'x', 'MessagePack as a Uint8Array'],
  ['a value that is no MessagePack', new Map([['x', { a: 1 }]]), 'x', 'MessagePack as a Uint8Array'],
  ['other views', new Map([['x', new Uint16Array(1)]]), 'x', 'MessagePack as a Uint8Array'],
  ['a name that is none', new Map([[1, hex('c0')]]), '', 'names of unknown members'],
  ['no bytes', new Map([['x', hex('')]]), 'x', 'one value of MessagePack'],
  ['two values', new Map([['a b', hex('c0c0')]]), '["a b"]', 'one value of MessagePack'],
  ['half a value', new Map([['x', hex('92c0')]]), 'x', 'one value of MessagePack'],
  ['a length that nothing holds', new Map([['x', hex('dd ffffffff')]]), 'x', 'one value of MessagePack'],
  ['the byte that MessagePack never uses', new Map([['x', hex('c1')]]), 'x', 'one value of MessagePack'],
  ['50,000 levels', new Map([['x', hex(`${'91'.repeat(50_000)}c0`)]]), 'x', 'one value of MessagePack'],
];

/** MessagePack that JSON has no word for. */
const unspeakable: readonly (readonly [what: string, block: Buffer, path: string, expected: string])[] = [
  ['NaN', hex('cb 7ff8000000000000'), 'x', 'a finite number'],
  ['infinity', hex('91 ca 7f800000'), 'x[0]', 'a finite number'],
  ['an extension of others', hex('d4 63 01'), 'x', 'a value that JSON can carry'],
  ['what stands for absent in an array of members', hex('91 c7 00 02'), 'x[0]', 'a value that JSON can carry'],
  ['a key that is no text', hex('81 a161 81 01 c0'), 'x.a', 'text as key'],
  ['a key twice', hex('82 a161 01 a161 02'), 'x.a', 'each member once'],
  ['no UTF-8', hex('a2 c328'), 'x', 'UTF-8'],
  [
    'a bigint without end',
    Buffer.concat([hex('c8 0401 01'), Buffer.alloc(1025, 1)]),
    'x',
    'a bigint of at most 1024 bytes',
  ],
  ['a timestamp out of range', hex('d7 ff ffffffff 00000000'), 'x', 'a timestamp in range'],
];

const order = (kept: unknown): object => ({ id: 'o', lines: [], [unknownMembers]: kept });
const jsonOf = (member: string): string => `{"id":"o","lines":[],${member}}`;

describe('codecs: hostile unknown members', () => {
  let codecs: Codecs = new Map();
  let producers: Codecs = new Map();
  beforeAll(async () => {
    codecs = await compileModel(keeping);
    producers = await compileModel(later);
  });

  function codecOf(name = 'Order', from = codecs): Codec<unknown> {
    const codec = from.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  }

  test.each(misplaced)('codecs: %s in their place is an encode error with its path', (_what, kept, path, expected) => {
    // JSON tells more of damaged MessagePack: it reads it.
    const told = expected.startsWith('one value') ? {} : { expected };
    expect(refusal(() => codecOf().encode(order(kept)))).toMatchObject({ path, expected });
    expect(refusal(() => codecOf().encodeJson(order(kept)))).toMatchObject({ ...told });
    const line = { sku: 's', quantity: 1, [unknownMembers]: kept };
    const below = `lines[1]${path === '' || path.startsWith('[') ? '' : '.'}${path}`;
    const nested = { id: 'o', lines: [{ sku: 's', quantity: 1 }, line] };
    expect(refusal(() => codecOf().encode(nested))).toMatchObject({ path: below, expected });
    const inJson = refusal(() => codecOf().encodeJson(nested)) as { readonly path: string };
    expect(inJson.path.startsWith(below)).toBe(true);
  });

  test('codecs: more than an encoded value may take is an encode error', () => {
    const large = encode(new Uint8Array(MAX_BYTES));
    const kept = new Map([['x', large]]);
    expect(refusal(() => codecOf().encode(order(kept)))).toMatchObject({
      path: '',
      expected: `at most ${MAX_BYTES} bytes`,
    });
    const many = new Map([['x', Buffer.concat([hex('dd 00400001'), Buffer.alloc(0x400001, 1)])]]);
    expect(refusal(() => codecOf().encodeJson(order(many)))).toMatchObject({
      expected: `at most ${MAX_VALUES} values`,
    });
  });

  test('codecs: a key with a lone surrogate is an encode error, and a decode error from JSON', () => {
    const kept = new Map([['\ud800', hex('01')]]);
    expect(refusal(() => codecOf().encode(order(kept)))).toMatchObject({ actual: 'a string with a lone surrogate' });
    expect(refusal(() => codecOf().encodeJson(order(kept)))).toMatchObject({ expected: 'a well-formed key' });
    expect(refusal(() => codecOf().decodeJson(jsonOf(String.raw`"\ud800":1`)))).toMatchObject({
      expected: 'a well-formed key',
    });
    expect(refusal(() => codecOf().decodeJson(jsonOf(String.raw`"x":{"\ud800":1}`)))).toMatchObject({
      expected: 'a well-formed key',
    });
    expect(refusal(() => codecOf().decodeJson(jsonOf(String.raw`"x":["\ud800"]`)))).toMatchObject({
      path: 'x[0]',
      expected: 'a well-formed string',
    });
  });

  test.each(unspeakable)(
    'codecs: %s goes to MessagePack as it came, and to JSON not at all',
    (_what, block, path, expected) => {
      const wire = Buffer.concat([
        hex('83'),
        encode('id'),
        encode('o'),
        encode('lines'),
        hex('90'),
        encode('x'),
        block,
      ]);
      const seen = codecOf().decode(wire);
      expect(Buffer.from(codecOf().encode(seen))).toStrictEqual(wire);
      expect(refusal(() => codecOf().encodeJson(seen))).toMatchObject({ path, expected });
    },
  );

  test.each<[string, unknown, string, string]>([
    ['a bigint', 1n, 'x', 'a value of JSON'],
    ['a function', [(): void => undefined], 'x[0]', 'a value of JSON'],
    ['a Date', new Date(0), 'x', 'a value of JSON'],
    ['a Map', { a: new Map() }, 'x.a', 'a value of JSON'],
    ['undefined in an array', [undefined], 'x[0]', 'a value of JSON'],
    ['a number out of range', Infinity, 'x', 'a finite number'],
    ['65 levels', JSON.parse(`${'['.repeat(65)}${']'.repeat(65)}`), `x${'[0]'.repeat(64)}`, 'at most 64 levels'],
  ])('codecs: what JSON.parse never gives is refused by fromJson: %s', (_what, x, path, expected) => {
    expect(refusal(() => codecOf().fromJson({ id: 'o', lines: [], x }))).toMatchObject({ path, expected });
  });

  test('codecs: a value that holds itself, and one that grows without end, are refused by fromJson', () => {
    const self: unknown[] = [];
    self.push(self);
    expect(refusal(() => codecOf().fromJson({ id: 'o', lines: [], self }))).toMatchObject({
      expected: 'at most 64 levels',
    });
    let grown: unknown[] = [];
    for (let level = 0; level < 60; level++) grown = [grown, grown];
    expect(refusal(() => codecOf().fromJson({ id: 'o', lines: [], grown }))).toMatchObject({
      expected: `at most ${MAX_VALUES} values`,
    });
    // The next one is counted from the start.
    expect(codecOf().fromJson({ id: 'o', lines: [], x: 1 })).toMatchObject({ id: 'o' });
  });

  const head = (count: number): Buffer => {
    const header = hex('df 00000000');
    header.writeUInt32BE(count + 2, 1);
    return Buffer.concat([header, encode('id'), encode('o'), encode('lines'), hex('90')]);
  };

  test('codecs: 100,000 keys that nobody declares are kept, and forwarded in both formats', () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `k${at}`);
    const wire = Buffer.concat([head(names.length), ...names.map((name) => Buffer.concat([encode(name), hex('01')]))]);
    const seen = codecOf().decode(wire) as object;
    expect(unknownMembersOf(seen)?.size).toBe(names.length);
    expect(Buffer.from(codecOf().encode(seen)).equals(wire)).toBe(true);
    const again = codecOf().decodeJson(codecOf().encodeJson(seen));
    expect(Buffer.from(codecOf().encode(again)).equals(wire)).toBe(true);
  });

  test.each<[string, Buffer, string, string]>([
    ['a key twice', Buffer.concat([head(2), encode('x'), hex('01'), encode('x'), hex('02')]), 'x', 'each member once'],
    [
      '50,000 levels',
      Buffer.concat([head(1), encode('x'), hex('91'.repeat(50_000))]),
      `x${'[0]'.repeat(64)}`,
      'at most 64 levels',
    ],
    [
      'a name longer than the input',
      Buffer.concat([head(1), hex('db ffffffff'), Buffer.alloc(8, 0x61)]),
      '',
      'a length that the input can hold',
    ],
    ['a name that is no UTF-8', Buffer.concat([head(1), hex('a2 c328 01')]), '', 'UTF-8'],
    ['a name that is no text', Buffer.concat([head(1), hex('01 01')]), '', 'a string'],
    [
      'more members than the input holds',
      Buffer.concat([head(1_000_000), encode('x'), hex('01')]),
      '',
      'a length that the input can hold',
    ],
  ])('codecs: %s is refused', (_attack, input, path, expected) => {
    expect(refusal(() => codecOf().decode(input))).toMatchObject({ path, expected });
  });

  test('codecs: a name of a megabyte is kept', () => {
    const value = { id: 'o', lines: [], ['n'.repeat(2 ** 20)]: 1 };
    expect(isDeepStrictEqual(decode(codecOf().encode(codecOf().decode(encode(value)))), value)).toBe(true);
  });

  test('codecs: one input has no more members kept than a value may hold', () => {
    const reader = new Reader();
    reader.open(hex('01'), false);
    reader.kept = MAX_VALUES;
    const thrown = expect.objectContaining({ expected: `at most ${MAX_VALUES} values` }) as unknown;
    expect(() => keepMember(reader, new Map(), 'x')).toThrow(thrown);
    reader.open(hex('01'), false);
    const kept = new Map<string, Uint8Array>();
    keepMember(reader, kept, 'x');
    expect([...kept]).toStrictEqual([['x', new Uint8Array([1])]]);
    expect(reader.kept).toBe(1);
  });

  const written = Object.entries(sent).flatMap(([name, list]) =>
    list.map((value): [string, object] => [name, 'lines' in value ? { ...value, ...shortened } : value]),
  );

  test.each(written)('codecs: every truncation of a newer %s is refused', (name, value) => {
    const bytes = codecOf(name, producers).encode(value);
    for (let length = 0; length < bytes.length; length++) {
      expect(
        refusal(() => codecOf(name).decode(bytes.slice(0, length))),
        String(length),
      ).toHaveProperty('expected');
    }
  });

  test.each(written)('codecs: a damaged newer %s is refused, or forwarded as something that is read', (name, value) => {
    const bytes = codecOf(name, producers).encode(value);
    let state = bytes.length;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const codec = codecOf(name);
    const wrong: unknown[] = [];
    let read = 0;
    for (let run = 0; run < 1000; run++) {
      const damaged = bytes.slice();
      damaged[random(damaged.length)] = random(256);
      try {
        const seen = codec.decode(damaged);
        read++;
        if (!isDeepStrictEqual(codec.decode(codec.encode(seen)), seen)) wrong.push(seen);
        // Some of it JSON cannot say.
        codec.encodeJson(seen);
      } catch (error) {
        if (!isCodecError(error)) wrong.push(error);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(0);
  });
});

/** Members that take long to damage one by one. */
const shortened = {
  'a very long name that needs a header of its own, because 31 bytes are not enough': 'x'.repeat(40),
};
