import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import type { TypeModel } from '../../generator/model/types.ts';
import {
  alias,
  array,
  bigint,
  boolean,
  bytes,
  date,
  literal,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  undefinedType,
  union,
  unknownType,
} from './support/build-model.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';

/** The value of the member `v`, its MessagePack in hex, its JSON. */
interface Row {
  readonly title: string;
  readonly type: TypeModel;
  readonly value: unknown;
  readonly hex: string;
  readonly json: unknown;
}

const repeat = (text: string, times: number): string => text.repeat(times);
const utf8 = (text: string): string => Buffer.from(text).toString('hex');

const rows: readonly Row[] = [
  { title: 'string, empty', type: string, value: '', hex: 'a0', json: '' },
  {
    title: 'string of 31 bytes',
    type: string,
    value: repeat('x', 31),
    hex: `bf${repeat('78', 31)}`,
    json: repeat('x', 31),
  },
  {
    title: 'string of 32 bytes',
    type: string,
    value: repeat('x', 32),
    hex: `d920${repeat('78', 32)}`,
    json: repeat('x', 32),
  },
  {
    title: 'string of 256 bytes',
    type: string,
    value: repeat('x', 256),
    hex: `da0100${repeat('78', 256)}`,
    json: repeat('x', 256),
  },
  {
    title: 'string of 65,536 bytes',
    type: string,
    value: repeat('x', 65_536),
    hex: `db00010000${repeat('78', 65_536)}`,
    json: repeat('x', 65_536),
  },
  {
    title: 'string, short and not ASCII',
    type: string,
    value: 'größe😀',
    hex: `ab${utf8('größe😀')}`,
    json: 'größe😀',
  },
  {
    title: 'string whose bytes need a longer header than its length',
    type: string,
    value: repeat('ß', 20),
    hex: `d928${utf8(repeat('ß', 20))}`,
    json: repeat('ß', 20),
  },
  {
    title: 'string of 100 characters and 300 bytes',
    type: string,
    value: repeat('日', 100),
    hex: `da012c${utf8(repeat('日', 100))}`,
    json: repeat('日', 100),
  },
  ...['日', 'größe ', '消息😀', 'plain ascii, and then 日 '].map((part) => ({
    title: `string of many ${part}`,
    type: string,
    value: repeat(part, 600),
    hex: `da${Buffer.from(repeat(part, 600)).length.toString(16).padStart(4, '0')}${utf8(repeat(part, 600))}`,
    json: repeat(part, 600),
  })),
  {
    title: 'string with U+FFFD of its own',
    type: string,
    value: repeat('\ufffd', 30),
    hex: `d95a${utf8(repeat('\ufffd', 30))}`,
    json: repeat('\ufffd', 30),
  },
  { title: 'number 0', type: number, value: 0, hex: '00', json: 0 },
  { title: 'number 127', type: number, value: 127, hex: '7f', json: 127 },
  { title: 'number 128', type: number, value: 128, hex: 'cc80', json: 128 },
  { title: 'number 255', type: number, value: 255, hex: 'ccff', json: 255 },
  { title: 'number 256', type: number, value: 256, hex: 'cd0100', json: 256 },
  { title: 'number 65,536', type: number, value: 65_536, hex: 'ce00010000', json: 65_536 },
  { title: 'number 2^31', type: number, value: 2 ** 31, hex: 'ce80000000', json: 2 ** 31 },
  { title: 'number 2^32 - 1', type: number, value: 2 ** 32 - 1, hex: 'ceffffffff', json: 2 ** 32 - 1 },
  { title: 'number 2^32', type: number, value: 2 ** 32, hex: 'cf0000000100000000', json: 2 ** 32 },
  { title: 'number 2^53 - 1', type: number, value: 2 ** 53 - 1, hex: 'cf001fffffffffffff', json: 2 ** 53 - 1 },
  { title: 'number 2^53, a float', type: number, value: 2 ** 53, hex: 'cb4340000000000000', json: 2 ** 53 },
  { title: 'number -1', type: number, value: -1, hex: 'ff', json: -1 },
  { title: 'number -32', type: number, value: -32, hex: 'e0', json: -32 },
  { title: 'number -33', type: number, value: -33, hex: 'd0df', json: -33 },
  { title: 'number -128', type: number, value: -128, hex: 'd080', json: -128 },
  { title: 'number -129', type: number, value: -129, hex: 'd1ff7f', json: -129 },
  { title: 'number -32,769', type: number, value: -32_769, hex: 'd2ffff7fff', json: -32_769 },
  { title: 'number -2^31', type: number, value: -(2 ** 31), hex: 'd280000000', json: -(2 ** 31) },
  { title: 'number -2^31 - 1', type: number, value: -(2 ** 31) - 1, hex: 'd3ffffffff7fffffff', json: -(2 ** 31) - 1 },
  { title: 'number 1.5', type: number, value: 1.5, hex: 'cb3ff8000000000000', json: 1.5 },
  { title: 'true', type: boolean, value: true, hex: 'c3', json: true },
  { title: 'false', type: boolean, value: false, hex: 'c2', json: false },
  { title: 'null', type: nothing, value: null, hex: 'c0', json: null },
  { title: 'string or null, null', type: union(nothing, string), value: null, hex: 'c0', json: null },
  { title: 'bigint 5', type: bigint, value: 5n, hex: 'cf0000000000000005', json: '5' },
  { title: 'bigint -1', type: bigint, value: -1n, hex: 'd3ffffffffffffffff', json: '-1' },
  {
    title: 'bigint 2^64 - 1',
    type: bigint,
    value: 2n ** 64n - 1n,
    hex: 'cfffffffffffffffff',
    json: '18446744073709551615',
  },
  {
    title: 'bigint 2^64',
    type: bigint,
    value: 2n ** 64n,
    hex: 'c70901010000000000000000',
    json: '18446744073709551616',
  },
  {
    title: 'bigint -2^63 - 1',
    type: bigint,
    value: -(2n ** 63n) - 1n,
    hex: 'c70901ff7fffffffffffffff',
    json: '-9223372036854775809',
  },
  {
    title: 'bigint of 16 bytes',
    type: bigint,
    value: 2n ** 126n,
    hex: `d80140${repeat('00', 15)}`,
    json: String(2n ** 126n),
  },
  {
    title: 'Date, whole seconds',
    type: date,
    value: new Date(1_000),
    hex: 'd6ff00000001',
    json: '1970-01-01T00:00:01.000Z',
  },
  {
    title: 'Date, milliseconds',
    type: date,
    value: new Date(1_500),
    hex: 'd7ff7735940000000001',
    json: '1970-01-01T00:00:01.500Z',
  },
  {
    title: 'Date before 1970',
    type: date,
    value: new Date(-1),
    hex: 'c70cff3b8b87c0ffffffffffffffff',
    json: '1969-12-31T23:59:59.999Z',
  },
  { title: 'Uint8Array', type: bytes, value: new Uint8Array([1, 2, 255]), hex: 'c4030102ff', json: 'AQL/' },
  {
    title: 'Uint8Array of 256 bytes',
    type: bytes,
    value: new Uint8Array(256),
    hex: `c50100${repeat('00', 256)}`,
    json: Buffer.alloc(256).toString('base64'),
  },
  { title: 'array', type: array(string), value: ['a', 'b'], hex: '92a161a162', json: ['a', 'b'] },
  { title: 'array of numbers', type: array(number), value: [1, 1.5], hex: '9201cb3ff8000000000000', json: [1, 1.5] },
  {
    title: 'array of 16',
    type: array(boolean),
    value: Array<boolean>(16).fill(true),
    hex: `dc0010${repeat('c3', 16)}`,
    json: Array<boolean>(16).fill(true),
  },
  {
    title: 'array with undefined',
    type: array(union(string, undefinedType)),
    value: ['a', undefined],
    hex: '92a161c0',
    json: ['a', null],
  },
  {
    title: 'tuple',
    type: { kind: 'tuple', elements: [string, number] },
    value: ['a', 1],
    hex: '92a16101',
    json: ['a', 1],
  },
  { title: 'Set', type: { kind: 'set', element: number }, value: new Set([1, 2]), hex: '920102', json: [1, 2] },
  {
    title: 'Map',
    type: { kind: 'map', key: number, value: string },
    value: new Map([[1, 'a']]),
    hex: '919201a161',
    json: [[1, 'a']],
  },
  {
    title: 'Record',
    type: { kind: 'record', key: 'string', value: number },
    value: { a: 1 },
    hex: '81a16101',
    json: { a: 1 },
  },
  {
    title: 'Record of numbers',
    type: { kind: 'record', key: 'number', value: boolean },
    value: { 7: true },
    hex: '81a137c3',
    json: { 7: true },
  },
  { title: 'literal', type: literal('on'), value: 'on', hex: 'a26f6e', json: 'on' },
  { title: 'literal number', type: literal(-300), value: -300, hex: 'd1fed4', json: -300 },
  {
    title: 'literal bigint',
    type: { kind: 'literal', value: '7', bigint: true },
    value: 7n,
    hex: 'cf0000000000000007',
    json: '7',
  },
  { title: 'literals', type: union(literal('a'), literal('b'), literal(3)), value: 3, hex: '03', json: 3 },
  {
    title: 'many literals',
    type: union(...'abcdefghijkl'.split('').map(literal)),
    value: 'k',
    hex: 'a16b',
    json: 'k',
  },
  { title: 'string or number', type: union(number, string), value: 'x', hex: 'a178', json: 'x' },
  { title: 'object', type: reference('Point'), value: { x: 1, y: 2 }, hex: '82a17801a17902', json: { x: 1, y: 2 } },
  { title: 'object with an absent member', type: reference('Maybe'), value: {}, hex: '80', json: {} },
  {
    title: 'recursive object',
    type: reference('Node'),
    value: { next: { next: null } },
    hex: '81a46e65787481a46e657874c0',
    json: { next: { next: null } },
  },
  {
    title: 'recursive alias',
    type: reference('Tree'),
    value: ['a', ['b', []]],
    hex: '92a16192a16290',
    json: ['a', ['b', []]],
  },
  {
    title: 'unknown',
    type: unknownType,
    value: { a: [1, null, 'x'] },
    hex: '81a1619301c0a178',
    json: { a: [1, null, 'x'] },
  },
];

const types = [
  object('Point', { x: number, y: number }),
  object('Maybe', { 'a?': string }),
  object('Node', { next: union(nothing, reference('Node')) }),
  alias('Tree', union(array(reference('Tree')), string)),
];

describe('codecs: the wire mapping', () => {
  let codecs: Codecs = new Map();
  const codecOf = (row: number): Codec<unknown> => {
    const codec = codecs.get(`Row${row}`);
    if (codec === undefined) throw new TypeError(`no codec for row ${row}`);
    return codec;
  };

  beforeAll(async () => {
    const messages = rows.map((row, at) => object(`Row${at}`, { v: row.type }));
    codecs = await compileModel(
      project(
        messages.map(({ name }) => name),
        [...messages, ...types],
      ),
    );
  });

  test.each(rows.map((row, at) => ({ ...row, at })))(
    'codecs: $title has the documented bytes and text',
    ({ at, value, hex, json }) => {
      const codec = codecOf(at);
      const message = { v: value, $type: `Row${at}` };
      const encoded = codec.encode(message);
      expect(Buffer.from(encoded).toString('hex')).toBe(`81a176${hex}`);
      expect(codec.decode(encoded)).toStrictEqual(message);
      expect(codec.toJson(message)).toStrictEqual({ v: json });
      expect(JSON.parse(codec.encodeJson(message))).toStrictEqual({ v: json });
      expect(codec.decodeJson(codec.encodeJson(message))).toStrictEqual(message);
      expect(codec.decodeJson(Buffer.from(codec.encodeJson(message)))).toStrictEqual(message);
      expect(codec.fromJson({ v: json })).toStrictEqual(message);
    },
  );
});
