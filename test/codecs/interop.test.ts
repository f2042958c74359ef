import { decode, encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { kitchenSink, kitchenSinkValues } from './support/kitchen-sink.ts';

const names = ['Small', 'Order', 'Tree', 'Bag'];

/** A value's data, as another service would write it. */
function dataOf(name: string): Record<string, unknown> {
  const { $type: _type, ...data } = kitchenSinkValues[name] as Record<string, unknown>;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function header(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

function text(form: string, value: string): Buffer {
  return Buffer.concat([header(form), Buffer.from(value)]);
}

describe('codecs: interoperation with @msgpack/msgpack', () => {
  let codecs: Codecs = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };

  beforeAll(async () => {
    codecs = await compileModel(kitchenSink);
  });

  test.each(names)('codecs: the library reads our %s', (name) => {
    expect(decode(codecOf(name).encode(kitchenSinkValues[name]))).toStrictEqual(dataOf(name));
  });

  test.each(names)('codecs: our %s has the bytes that the library writes', (name) => {
    expect(Buffer.from(codecOf(name).encode(kitchenSinkValues[name]))).toStrictEqual(Buffer.from(encode(dataOf(name))));
  });

  test.each(names)('codecs: we read the library’s %s, members in any order', (name) => {
    const entries = Object.entries(dataOf(name));
    for (let shift = 0; shift < entries.length; shift++) {
      const shuffled = Object.fromEntries([...entries.slice(shift), ...entries.slice(0, shift)]);
      const reversed = Object.fromEntries(Object.entries(shuffled).toReversed());
      for (const data of [shuffled, reversed]) {
        expect(codecOf(name).decode(encode(data))).toStrictEqual(kitchenSinkValues[name]);
      }
    }
  });

  test('codecs: we read dates, 64-bit integers, pairs and lists as the library writes them', () => {
    const value = kitchenSinkValues['Happened'] as Record<string, unknown>;
    const data = {
      ...dataOf('Happened'),
      seq: 2n ** 60n,
      attributes: [...(value['attributes'] as Map<string, number>)],
      labels: [...(value['labels'] as Set<string>)],
    };
    const bytes = encode(data, { useBigInt64: true });
    expect(codecOf('Happened').decode(bytes)).toStrictEqual({ ...value, seq: 2n ** 60n });
    const library = decode(codecOf('Happened').encode({ ...value, seq: 2n ** 60n }), { useBigInt64: true });
    expect(library).toStrictEqual({ ...data, range: [1, null] });
  });

  test('codecs: undeclared members of any kind are skipped', () => {
    const noise = {
      a: [1, 'x', null, true, 1.5, { deep: [[[]]] }],
      b: new Uint8Array(300),
      c: new Date(5),
      d: 'x'.repeat(70_000),
      e: -5_000_000_000,
      f: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, at])),
    };
    expect(codecOf('Small').decode(encode({ ...noise, ...dataOf('Small') }))).toStrictEqual(kitchenSinkValues['Small']);
    expect(codecOf('Small').decode(encode({ ...dataOf('Small'), ...noise }))).toStrictEqual(kitchenSinkValues['Small']);
  });

  test('codecs: long forms of headers are read as well', () => {
    for (const map of ['83', 'de0003', 'df00000003']) {
      const bytes = Buffer.concat([
        header(map),
        text('d907', 'orderId'),
        text('da0005', 'ord-1'),
        text('db00000006', 'amount'),
        header('cb4029000000000000'),
        text('da0008', 'quantity'),
        header('cf0000000000000003'),
      ]);
      expect(codecOf('Small').decode(bytes)).toStrictEqual(kitchenSinkValues['Small']);
    }
  });

  test('codecs: a member that comes twice is refused; in JSON the last counts, as the platform reads it', () => {
    const once = Buffer.from(encode(dataOf('Small')));
    const twice = Buffer.concat([once, Buffer.from(encode('quantity')), Buffer.from([9])]);
    twice[0] = 0x84;
    expect(() => codecOf('Small').decode(twice)).toThrow(
      `Small.quantity cannot be decoded: expected each member once, got a member that was there before (at byte ${once.length}).`,
    );
    expect(codecOf('Small').decodeJson('{"orderId":"x","amount":1,"quantity":3,"quantity":9}')).toMatchObject({
      quantity: 9,
    });
  });
});
