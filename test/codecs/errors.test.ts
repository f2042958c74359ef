import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import { isCodecError } from '../../runtime/codecs/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { kitchenSink, kitchenSinkValues } from './support/kitchen-sink.ts';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  /** Changes a valid value so that it does not fit. */
  readonly change: (value: Record<string, never>) => object;
}

const order = (change: object) => (value: Record<string, never>) => ({ ...value, ...change });

const wrong: readonly Case[] = [
  { name: 'Small', path: 'amount', expected: 'a number', actual: 'a string', change: order({ amount: 'x' }) },
  { name: 'Small', path: 'orderId', expected: 'a string', actual: 'an integer', change: order({ orderId: 5 }) },
  { name: 'Order', path: 'items', expected: 'an array', actual: 'a string', change: order({ items: 'x' }) },
  {
    name: 'Order',
    path: 'items[1].discount',
    expected: 'a number',
    actual: 'a boolean',
    change: order({
      items: [
        { sku: 'a', quantity: 1 },
        { sku: 'a', quantity: 1, discount: true },
      ],
    }),
  },
  {
    name: 'Order',
    path: 'items[0].tags[1]',
    expected: 'a string',
    actual: 'null',
    change: order({ items: [{ sku: 'a', quantity: 1, tags: ['x', null] }] }),
  },
  { name: 'Order', path: 'note', expected: 'a string', actual: 'null', change: order({ note: null }) },
  { name: 'Happened', path: 'at', expected: 'a valid Date', actual: 'a string', change: order({ at: 'now' }) },
  { name: 'Happened', path: 'seq', expected: 'a bigint', actual: 'an integer', change: order({ seq: 5 }) },
  { name: 'Happened', path: 'payload', expected: 'a Uint8Array', actual: 'an array', change: order({ payload: [1] }) },
  {
    name: 'Happened',
    path: 'attributes[1][1]',
    expected: 'a number',
    actual: 'a string',
    change: order({
      attributes: new Map<string, unknown>([
        ['a', 1],
        ['b', 'x'],
      ]),
    }),
  },
  {
    name: 'Happened',
    path: 'labels[0]',
    expected: 'a string',
    actual: 'an integer',
    change: order({ labels: new Set([5]) }),
  },
  { name: 'Happened', path: 'range', expected: 'a tuple of 2', actual: 'an array', change: order({ range: [1] }) },
  {
    name: 'Happened',
    path: 'change.means.iban',
    expected: 'a string',
    actual: 'undefined',
    change: order({ change: { kind: 'paid', amount: 1, means: {} } }),
  },
  { name: 'Bag', path: 'scores', expected: 'an object', actual: 'an array', change: order({ scores: [] }) },
  {
    name: 'Bag',
    path: '["a b"]',
    expected: 'a variant of the union',
    actual: 'a boolean',
    change: order({ 'a b': true }),
  },
];

function thrownBy(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('codecs: errors', () => {
  let codecs: Codecs = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };

  beforeAll(async () => {
    codecs = await compileModel(kitchenSink);
  });

  test.each(wrong)(
    'codecs: encoding $name with $actual at $path is refused with the path, in both formats',
    ({ name, path, expected, actual, change }) => {
      const value = change(kitchenSinkValues[name] as Record<string, never>);
      const codec = codecOf(name);
      const binary = thrownBy(() => codec.encode(value));
      expect(binary).toMatchObject({ code: 'ENCODE_FAILED', retryable: false, details: { path, expected, actual } });
      expect(isCodecError(binary)).toBe(true);
      const json = thrownBy(() => codec.encodeJson(value));
      expect(json).toMatchObject({ code: 'ENCODE_FAILED', details: { path, actual } });
    },
  );

  test('codecs: the message of an error says what, where, what was expected and what was there', () => {
    const bytes = encode({ orderId: 'x', amount: 'much', quantity: 1 });
    expect(thrownBy(() => codecOf('Small').decode(bytes))).toMatchObject({
      message: 'Small.amount cannot be decoded: expected a number, got a string (at byte 18).',
      details: { path: 'amount', expected: 'a number', actual: 'a string', offset: 18 },
    });
  });

  test.each([
    ['a required member', { orderId: 'x', amount: 1 }, 'quantity'],
    ['every member', {}, 'orderId'],
  ])('codecs: %s that is missing is named', (_title, data, path) => {
    const details = expect.objectContaining({ path, expected: 'a required member' });
    expect(() => codecOf('Small').decode(encode(data))).toThrow(expect.objectContaining({ details }));
    expect(() => codecOf('Small').fromJson(data)).toThrow(expect.objectContaining({ details }));
  });

  test('codecs: a missing member deep inside is named with its whole path', () => {
    const items = [{ sku: 'a', quantity: 1 }, { quantity: 1 }];
    const data = { orderId: 'x', status: 'paid', items };
    const details = expect.objectContaining({ path: 'items[1].sku' });
    expect(() => codecOf('Order').decode(encode(data))).toThrow(expect.objectContaining({ details }));
    expect(() => codecOf('Order').fromJson(data)).toThrow(expect.objectContaining({ details }));
  });

  test('codecs: a literal that is not among the declared ones is refused with all of them', () => {
    const details = expect.objectContaining({ path: 'status' });
    const value = { orderId: 'x', status: 'lost', items: [] };
    for (const step of [
      () => codecOf('Order').encode(value),
      () => codecOf('Order').decode(encode(value)),
      () => codecOf('Order').toJson(value),
      () => codecOf('Order').fromJson(value),
    ]) {
      expect(step).toThrow(/one of '?cancelled'?, '?paid'?, '?pending'?/);
      expect(step).toThrow(expect.objectContaining({ details }));
    }
  });

  test('codecs: lone surrogates are refused, in short and long strings and in both formats', () => {
    for (const orderId of [
      'a\ud800',
      '\udc00b',
      `${'x'.repeat(100)}\ud800`,
      `\udfff${'日'.repeat(100)}`,
      `${'日'.repeat(1000)}\ud800`,
    ]) {
      const value = { orderId, amount: 1, quantity: 1 };
      const details = expect.objectContaining({ path: 'orderId' });
      expect(() => codecOf('Small').encode(value)).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED', details }));
      expect(() => codecOf('Small').encodeJson(value)).toThrow(
        expect.objectContaining({ code: 'ENCODE_FAILED', details }),
      );
    }
  });

  test('codecs: what a getter throws is kept as the cause', () => {
    const cause = new TypeError('gone');
    const value = {
      get orderId(): string {
        throw cause;
      },
    };
    expect(thrownBy(() => codecOf('Small').encode(value))).toMatchObject({ code: 'ENCODE_FAILED', cause });
    expect(thrownBy(() => codecOf('Small').encodeJson(value))).toMatchObject({ code: 'ENCODE_FAILED', cause });
  });

  test.each([null, undefined, 5, 'x', true])('codecs: %s is not a message', (value) => {
    for (const step of [
      () => codecOf('Small').encode(value),
      () => codecOf('Small').decode(encode(value)),
      () => codecOf('Small').toJson(value),
      () => codecOf('Small').fromJson(value),
    ]) {
      expect(step).toThrow(expect.objectContaining({ details: expect.objectContaining({ path: '' }) }));
    }
  });

  test.each(['{', '', 'nul', '{"orderId":'])('codecs: %s is not JSON', (json) => {
    expect(() => codecOf('Small').decodeJson(json)).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
  });

  test('codecs: JSON bytes that are not UTF-8 are refused', () => {
    const json = Buffer.from('{"orderId":"?","amount":1,"quantity":1}');
    json[12] = 0xff;
    expect(() => codecOf('Small').decodeJson(json)).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
  });

  test('codecs: too small a target for encodeInto is refused and says how much is needed', () => {
    const codec = codecOf('Small');
    const value = kitchenSinkValues['Small'];
    const { length } = codec.encode(value);
    for (const [size, offset] of [
      [length - 1, 0],
      [length, 1],
      [0, 0],
      [length, -1],
      [length, 0.5],
      [length, length + 1],
    ] as const) {
      expect(() => codec.encodeInto(value, new Uint8Array(size), offset)).toThrow(
        expect.objectContaining({ code: 'ENCODE_FAILED' }),
      );
    }
    const exact = new Uint8Array(length);
    expect(codec.encodeInto(value, exact)).toBe(length);
    expect(exact).toStrictEqual(codec.encode(value));
  });

  test('codecs: encodeInto touches nothing outside its place', () => {
    const codec = codecOf('Order');
    const value = kitchenSinkValues['Order'];
    const { length } = codec.encode(value);
    const memory = new Uint8Array(5_000).fill(0xee);
    const target = memory.subarray(100, 100 + length + 20);
    codec.encodeInto(value, target, 10);
    expect(memory.subarray(0, 110).every((byte) => byte === 0xee)).toBe(true);
    expect(memory.subarray(110 + length).every((byte) => byte === 0xee)).toBe(true);
  });
});
