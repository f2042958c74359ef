import { isDeepStrictEqual } from 'node:util';
import { decode, encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import { unknownMembers, unknownMembersOf } from '../../runtime/codecs/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { message, number, object, project, reference, string } from './support/build-model.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { forgetful, keeping, later, longName, sent, sentPlain } from './support/generations.ts';
import { refusal } from './support/refusal.ts';

type Generation = 'keeping' | 'forgetful' | 'later';
type Format = 'MessagePack' | 'JSON';
type Way = readonly [Format, Format];

const lossless: readonly Way[] = [
  ['MessagePack', 'MessagePack'],
  ['JSON', 'JSON'],
  ['MessagePack', 'JSON'],
];
const all = Object.entries(sent).flatMap(([name, list]) =>
  list.flatMap((value, at) =>
    lossless.map((way): [string, number, string, object, Way] => [name, at, way.join(' and '), value, way]),
  ),
);

function write(codec: Codec<unknown>, value: unknown, format: Format): Uint8Array {
  return format === 'JSON' ? Buffer.from(codec.encodeJson(value)) : codec.encode(value);
}

function read(codec: Codec<unknown>, input: Uint8Array, format: Format): object {
  return (format === 'JSON' ? codec.decodeJson(input) : codec.decode(input)) as object;
}

describe('codecs: unknown members', () => {
  let codecs: Readonly<Record<Generation, Codecs>> | undefined;

  beforeAll(async () => {
    codecs = {
      keeping: await compileModel(keeping),
      forgetful: await compileModel(forgetful),
      later: await compileModel(later),
    };
  });

  function codecOf(generation: Generation, name = 'Order'): Codec<unknown> {
    const codec = codecs?.[generation].get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  }

  /** What a new consumer gets of a new producer's value that an old consumer forwards. */
  function forward(over: Generation, name: string, value: object, [first, second]: Way): object {
    const old = codecOf(over, name);
    const seen = read(old, write(codecOf('later', name), value, first), first);
    return read(codecOf('later', name), write(old, seen, second), second);
  }

  test.each(all)(
    'codecs: %s %i of a newer producer comes through an older consumer as it was: %s',
    (name, _at, _ways, value, way) => {
      expect(isDeepStrictEqual(forward('keeping', name, value, way), { ...value, $type: name })).toBe(true);
    },
  );

  test('codecs: from JSON to MessagePack comes what JSON can say', () => {
    const way: Way = ['JSON', 'MessagePack'];
    const copy = forward('keeping', 'Order', sentPlain, way);
    expect(isDeepStrictEqual(copy, { ...sentPlain, $type: 'Order' })).toBe(true);
    // Nobody can tell that the text is a date: who declares one refuses it.
    expect(refusal(() => forward('keeping', 'Order', { id: 'o', lines: [], at: new Date(0) }, way))).toMatchObject({
      path: 'at',
      expected: 'a timestamp',
      actual: 'a string',
    });
  });

  test('codecs: without the option they are lost', () => {
    for (const way of lossless) {
      expect(forward('forgetful', 'Order', sentPlain, way)).toStrictEqual({
        id: 'o-1',
        lines: [{ sku: 'a', quantity: 1 }],
        note: 'n',
        $type: 'Order',
      });
    }
  });

  test.each(['MessagePack', 'JSON'] as const)('codecs: what is kept of %s is where copies find it', (format) => {
    const seen = read(codecOf('keeping'), write(codecOf('later'), sentPlain, format), format);
    const [line] = (seen as { readonly lines: readonly object[] }).lines;
    expect([...(unknownMembersOf(seen)?.keys() ?? [])].toSorted()).toEqual(
      ['total', 'small', 'wide', 'labels', 'anything', 'maybe', 'inner', '__proto__', 'constructor'].toSorted(),
    );
    expect([...(unknownMembersOf(line ?? {}) ?? [])]).toStrictEqual([['gift', new Uint8Array([0xc3])]]);
    expect(decode(unknownMembersOf(seen)?.get('anything') ?? [])).toStrictEqual({
      deep: [1, { er: null }],
      __proto: 1,
    });
    expect(Object.keys(seen).toSorted()).toEqual(['$type', 'id', 'lines', 'note']);
    expect(JSON.parse(JSON.stringify(seen))).toStrictEqual({
      $type: 'Order',
      id: 'o-1',
      lines: [{ sku: 'a', quantity: 1 }],
      note: 'n',
    });
    const expected = { ...sentPlain, note: 'other', $type: 'Order' };
    for (const copy of [{ ...seen, note: 'other' }, Object.assign({}, seen, { note: 'other' })]) {
      expect(isDeepStrictEqual(codecOf('later').decode(codecOf('keeping').encode(copy)), expected)).toBe(true);
    }
    Reflect.deleteProperty(seen, unknownMembers);
    expect(codecOf('later').decode(codecOf('keeping').encode(seen))).not.toHaveProperty('total');
    expect(unknownMembersOf(structuredClone(seen))).toBeUndefined();
  });

  test('codecs: where nothing is unknown, nothing is kept', () => {
    const value = { id: 'o', lines: [], $type: 'Order' };
    for (const format of ['MessagePack', 'JSON'] as const) {
      const seen = read(codecOf('keeping'), write(codecOf('later'), value, format), format);
      expect(Object.getOwnPropertySymbols(seen)).toEqual([]);
      expect(unknownMembersOf(seen)).toBeUndefined();
    }
    expect(codecOf('keeping').encode(value)).toStrictEqual(codecOf('forgetful').encode(value));
    // What a prototype has there is nobody's own.
    const inherited = Object.assign(
      Object.create({ [unknownMembers]: new Map([['a', Buffer.from([1])]]) }) as object,
      value,
    );
    expect(codecOf('keeping').encode(inherited)).toStrictEqual(codecOf('keeping').encode(value));
    expect(unknownMembersOf(inherited)).toBeUndefined();
  });

  test('codecs: the bytes are copies, and go behind the declared members as they came', () => {
    const input = encode({ x: [1, 'two'], id: 'o', y: 1.0, lines: [{ sku: 's', z: null, quantity: 1 }], $type: 'no' });
    const given = Buffer.from(input);
    const seen = codecOf('keeping').decode(given);
    given.fill(0xc1);
    const again = encode({ id: 'o', lines: [{ sku: 's', quantity: 1, z: null }], x: [1, 'two'], y: 1.0 });
    expect(Buffer.from(codecOf('keeping').encode(seen))).toStrictEqual(Buffer.from(again));
    expect(codecOf('keeping').encodeJson(seen)).toBe(
      '{"id":"o","lines":[{"sku":"s","quantity":1,"z":null}],"x":[1,"two"],"y":1}',
    );
    // Not the shortest form, and still the same bytes.
    const long = Buffer.from('83a2696401a56c696e657390a178cd0001'.replace('01a5', 'a16fa5'), 'hex');
    expect(Buffer.from(codecOf('keeping').encode(codecOf('keeping').decode(long))).toString('hex')).toBe(
      long.toString('hex'),
    );
  });

  test('codecs: a declared member wins over one of its name that was kept', () => {
    const kept = new Map(['id', 'note', '$type', 'total'].map((name) => [name, encode('kept')]));
    const value = { id: 'own', lines: [], [unknownMembers]: kept };
    const expected = { id: 'own', lines: [], total: 'kept' };
    expect(decode(codecOf('keeping').encode(value))).toStrictEqual(expected);
    expect(JSON.parse(codecOf('keeping').encodeJson(value))).toStrictEqual(expected);
    expect(decode(codecOf('forgetful').encode(value))).toStrictEqual({ id: 'own', lines: [] });
  });

  // Bytes, what JSON makes of them. `number` and `bigint` share forms: see docs/codecs.md.
  test.each<[string, unknown]>([
    ['cf000000000000000a', '10'],
    ['d3fffffffffffffff6', '-10'],
    ['cf00000000ffffffff', '4294967295'],
    ['cf0000000100000000', 2 ** 32],
    ['d3ffffffff7fffffff', -(2 ** 31) - 1],
    ['cf001fffffffffffff', Number.MAX_SAFE_INTEGER],
    ['cf0020000000000000', '9007199254740992'],
    ['d3ffe0000000000000', '-9007199254740992'],
    ['d40105', '5'],
    ['ca3fc00000', 1.5],
    ['cb3ff8000000000000', 1.5],
    ['d0ff', -1],
    ['c0', null],
    ['c2', false],
    ['c403010203', 'AQID'],
    ['c7081800000000000000f0', 'AAAAAAAAAPA='],
    ['d6ff00000001', '1970-01-01T00:00:01.000Z'],
    ['d7ff0000000400000001', '1970-01-01T00:00:01.000000001Z'],
    ['c70cff075bcd15ffffffffffffffff', '1969-12-31T23:59:59.123456789Z'],
    ['d9024f4b', 'OK'],
    ['82a16101a162905f'.slice(0, 14), { a: 1, b: [] }],
  ])('codecs: kept as %s, in JSON it is %j', (hex, json) => {
    const value = { id: 'o', lines: [], [unknownMembers]: new Map([['x', Buffer.from(hex, 'hex')]]) };
    expect(codecOf('keeping').toJson(value)).toStrictEqual({ id: 'o', lines: [], x: json });
  });

  test('codecs: what other libraries write is kept and forwarded', () => {
    const value = {
      id: 'o',
      lines: [],
      [longName]: { list: [1, -1, 2.5, 'ä', null, true], at: new Date(3), bytes: Buffer.from([1]) },
    };
    const written = encode(value);
    const seen = codecOf('keeping').decode(written);
    expect(decode(codecOf('keeping').encode(seen))).toStrictEqual(decode(written));
    expect(Object.keys(JSON.parse(codecOf('keeping').encodeJson(seen)) as object)).toEqual(['id', 'lines', longName]);
  });
});

const source = `
export class Money {
  readonly amount: number;
  constructor(amount: number) { this.amount = amount; }
}
export class Pay {
  readonly money: Money;
  constructor(money: Money) { this.money = money; Object.freeze(this); }
}
export class Ship { to = ''; }
`;

describe('codecs: unknown members of classes', () => {
  let codecs: Codecs = new Map();
  beforeAll(async () => {
    const keeps = { wire: 'keepUnknown' } as const;
    const model = project(
      [],
      [
        object('Money', { amount: number }, { ...keeps, construct: { style: 'parameters', parameters: ['amount'] } }),
        object(
          'Pay',
          { money: reference('Money') },
          { ...keeps, construct: { style: 'parameters', parameters: ['money'] } },
        ),
        object('Ship', { to: string }, { ...keeps, construct: { style: 'assign', parameters: [] } }),
      ],
    );
    const messages = ['Money', 'Pay', 'Ship'].map((name) => message(name, reference(name), { form: 'class' }));
    codecs = await compileModel({ ...model, messages }, { 'src/messages.ts': source });
  });

  test('codecs: they are put on the instance that the constructor made', () => {
    const wire = encode({ amount: 5, currency: 'EUR' });
    const money = codecs.get('Money')?.decode(wire) as object;
    expect(money.constructor.name).toBe('Money');
    expect(Object.keys(money)).toEqual(['amount']);
    expect(Buffer.from(codecs.get('Money')?.encode(money) ?? [])).toStrictEqual(Buffer.from(wire));
    expect(codecs.get('Ship')?.encodeJson(codecs.get('Ship')?.decodeJson('{"to":"x","by":1}'))).toBe(
      '{"to":"x","by":1}',
    );
  });

  test('codecs: an instance that takes none is refused, and only where there is something to keep', () => {
    const expected = {
      path: '',
      expected: 'an instance that takes unknown members',
      actual: 'one that is frozen or sealed',
    };
    expect(codecs.get('Pay')?.decode(encode({ money: { amount: 1 } }))).toHaveProperty('money.amount', 1);
    expect(refusal(() => codecs.get('Pay')?.decode(encode({ money: { amount: 1 }, x: 1 })))).toMatchObject(expected);
    expect(refusal(() => codecs.get('Pay')?.decodeJson('{"money":{"amount":1},"x":1}'))).toMatchObject(expected);
  });
});
