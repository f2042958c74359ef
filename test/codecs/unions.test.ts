import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import { findTypeProblems } from '../../generator/codecs/index.ts';
import type { TypeDefinition, TypeModel } from '../../generator/model/types.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import {
  alias,
  array,
  bigint,
  boolean,
  bytes,
  date,
  literal,
  message,
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
import { compileModel } from './support/compile-model.ts';

const record = (value: TypeModel): TypeModel => ({ kind: 'record', key: 'string', value });
const map: TypeModel = { kind: 'map', key: string, value: string };
const set: TypeModel = { kind: 'set', element: string };

const shapes: readonly TypeDefinition[] = [
  object('Cat', { kind: literal('cat'), meows: boolean }),
  object('Dog', { kind: literal('dog'), barks: boolean }),
  object('Bird', { 'kind?': literal('bird'), sings: boolean }),
  object('Small', { size: literal('s'), kind: literal('box') }),
  object('Large', { size: literal('l'), kind: literal('box') }),
  object('ById', { id: string }),
  object('ByName', { name: string }),
  object('ByNumber', { id: number }),
  object('Both', { id: string, name: string }),
  object('Loose', { 'id?': string }),
  object('Flagged', { flag: literal(true), x: number }),
  object('Unflagged', { flag: literal(false), x: string }),
  alias('Pet', union(reference('Cat'), reference('Dog'))),
];

describe('codecs: which unions are decidable', () => {
  test.each<[string, TypeModel]>([
    ['string | null', union(nothing, string)],
    ['string | number | boolean | null', union(boolean, nothing, number, string)],
    ['string[] | string', union(array(string), string)],
    ['Cat | Dog, by a literal', union(reference('Cat'), reference('Dog'))],
    [
      'Cat | Dog | Small | Large, by two literals in turn',
      union(reference('Cat'), reference('Dog'), reference('Large'), reference('Small')),
    ],
    ['Cat | Bird, where one lacks the tag', union(reference('Bird'), reference('Cat'))],
    ['ById | ByName, by required members', union(reference('ById'), reference('ByName'))],
    ['ById | ByNumber, by the wire type of one', union(reference('ById'), reference('ByNumber'))],
    ['ById | Both, by presence', union(reference('Both'), reference('ById'))],
    ['Flagged | Unflagged, by booleans', union(reference('Flagged'), reference('Unflagged'))],
    ['a union of a union', union(reference('Pet'), reference('ById'))],
    ['object | array | string', union(array(number), reference('ById'), string)],
    ['Date | number', union(date, number)],
    ['Date | a literal that is no timestamp', union(date, literal('never'))],
    ['bigint | a literal that is no number', union(bigint, literal('none'))],
    ['bytes | array', union(array(string), bytes)],
    ['Record<string, number> | ById', union(record(number), reference('ById'))],
    ['literals of several kinds', union(literal('a'), literal(1), literal(true))],
  ])('codecs: %s', (_title, type) => {
    expect(findTypeProblems(project(['Holder'], [object('Holder', { v: type }), ...shapes]))).toStrictEqual([]);
  });

  test.each<[string, TypeModel, readonly string[], string]>([
    ['Date | string', union(date, string), ['Date', 'string'], 'both can be strings in JSON'],
    ['bigint | string', union(bigint, string), ['bigint', 'string'], 'both can be strings in JSON'],
    ['Uint8Array | string', union(bytes, string), ['Uint8Array', 'string'], 'both can be strings in JSON'],
    ['bigint | number', union(bigint, number), ['bigint', 'number'], 'both can be integers in MessagePack'],
    ['Date | bigint', union(bigint, date), ['bigint', 'Date'], 'both can be strings in JSON'],
    [
      'Date | a literal that could be one',
      union(date, literal('2024-01-01')),
      ['Date', "'2024-01-01'"],
      'both can be strings in JSON',
    ],
    [
      'Uint8Array | a literal that is base64',
      union(bytes, literal('none')),
      ['Uint8Array', "'none'"],
      'both can be strings in JSON',
    ],
    [
      'Map | array',
      union(array(string), map),
      ['string[]', 'Map<string, string>'],
      'both can be arrays in MessagePack',
    ],
    ['Set | array', union(array(string), set), ['string[]', 'Set<string>'], 'both can be arrays in MessagePack'],
    [
      'two arrays',
      union(array(string), array({ kind: 'date' })),
      ['string[]', 'Date[]'],
      'no element of one is absent from, or different in, the other',
    ],
    ['unknown | string', union(string, unknownType), ['string', 'unknown'], 'one of them can be anything'],
    [
      'Loose | ById',
      union(reference('ById'), reference('Loose')),
      ['ById', 'Loose'],
      'no required member of one is absent from, or different in, the other',
    ],
    [
      'ById | Record<string, string>',
      union(record(string), reference('ById')),
      ['Record<string, string>', 'ById'],
      'no required member of one is absent from, or different in, the other',
    ],
  ])('codecs: %s is refused, naming both and the reason', (_title, type, clash, reason) => {
    const problems = findTypeProblems(project(['Holder'], [object('Holder', { list: array(type) }), ...shapes]));
    expect(problems).toMatchObject([
      { kind: 'undecidable-union', type: 'src/messages#Holder', path: 'list[]', clash, reason },
    ]);
  });

  test('codecs: null and undefined in one element position are refused', () => {
    const type = array(union(nothing, string, undefinedType));
    expect(findTypeProblems(project(['Holder'], [object('Holder', { v: type })]))).toMatchObject([
      { kind: 'null-and-undefined', path: 'v[]', clash: ['null', 'undefined'] },
    ]);
  });

  test('codecs: a response that may be null and undefined is refused', () => {
    const model = project([], [object('Find', { id: string })]);
    const find = message('Find', reference('Find'), { response: { type: union(nothing, string), undefinable: true } });
    expect(findTypeProblems({ ...model, messages: [find] })).toMatchObject([
      { kind: 'null-and-undefined', type: 'src/messages#Find response', path: '' },
    ]);
  });

  test('codecs: a reference to nothing is told', () => {
    expect(findTypeProblems(project(['Holder'], [object('Holder', { v: reference('Gone') })]))).toMatchObject([
      { kind: 'unknown-reference', path: 'v', reason: 'the model has no type src/messages#Gone' },
    ]);
  });
});

describe('codecs: deciding unions', () => {
  const variants = ['Bird', 'Both', 'ByNumber', 'Cat', 'Dog', 'Large', 'Small'].map(reference);
  let codec: Codec<unknown>;

  beforeAll(async () => {
    const holder = object('Holder', {
      'any?': union(...variants, array(string), nothing, string),
      'tagged?': union(reference('Cat'), reference('Dog')),
    });
    codec = (await compileModel(project(['Holder'], [holder, ...shapes]))).get('Holder') as Codec<unknown>;
  });

  test.each<[string, unknown]>([
    ['a tagged object', { kind: 'cat', meows: true }],
    ['a second tag', { size: 'l', kind: 'box' }],
    ['presence', { id: 'x', name: 'y' }],
    ['the wire type of a member', { id: 5 }],
    ['an object without the tag', { sings: true }],
    ['an object with an optional tag', { kind: 'bird', sings: true }],
    ['an array', ['x']],
    ['a string', 'x'],
    ['null', null],
  ])('codecs: %s is told from the others', (_title, any) => {
    const holder = { any, $type: 'Holder' };
    expect(codec.decode(codec.encode(holder))).toStrictEqual(holder);
    expect(codec.decodeJson(codec.encodeJson(holder))).toStrictEqual(holder);
  });

  test('codecs: the tag may stand anywhere in the map, behind members of any kind', () => {
    const any = { z: [{}, new Date(5), new Uint8Array(5)], meows: true, kind: 'cat' };
    const expected = { kind: 'cat', meows: true };
    expect(codec.decode(encode({ any, tagged: any }))).toStrictEqual({
      any: expected,
      tagged: expected,
      $type: 'Holder',
    });
  });

  test.each<[string, unknown]>([
    ['an unknown tag', { kind: 'fish' }],
    ['no tag', {}],
    ['a tag of another type', { kind: 5 }],
    ['a number', 5],
  ])('codecs: %s is refused in both directions', (_title, tagged) => {
    const path = expect.objectContaining({ path: 'tagged' });
    expect(() => codec.decode(encode({ tagged }))).toThrow(
      expect.objectContaining({ code: 'DECODE_FAILED', details: path }),
    );
    expect(() => codec.fromJson({ tagged })).toThrow(expect.objectContaining({ code: 'DECODE_FAILED', details: path }));
    expect(() => codec.encode({ tagged })).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED', details: path }));
    expect(() => codec.toJson({ tagged })).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED', details: path }));
  });
});
