import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { array, bigint, date, number, object, project } from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';

const model = project(
  ['Numbers', 'Moments'],
  [object('Numbers', { 'n?': number, 'b?': bigint, 'many?': array(number) }), object('Moments', { at: date })],
);

describe('codecs: numbers, bigints and dates', () => {
  let numbers: Codec<unknown>;
  let moments: Codec<unknown>;

  beforeAll(async () => {
    const codecs = await compileModel(model);
    numbers = codecs.get('Numbers') as Codec<unknown>;
    moments = codecs.get('Moments') as Codec<unknown>;
  });

  const decode = (hex: string): unknown => numbers.decode(Buffer.from(hex, 'hex'));

  test.each([Number.NaN, Infinity, -Infinity, -0, 5e-324, 1.7976931348623157e308])(
    'codecs: MessagePack keeps %s, alone and in arrays',
    (n) => {
      const back = numbers.decode(numbers.encode({ n, many: Array<number>(20).fill(n) })) as {
        n: number;
        many: number[];
      };
      expect(Object.is(back.n, n)).toBe(true);
      expect(back.many).toHaveLength(20);
      expect(back.many.every((each) => Object.is(each, n))).toBe(true);
    },
  );

  test('codecs: arrays keep doubles and integers of every width, in whatever order and number', () => {
    const others = [0, -1, 200, -200, 70_000, -70_000, 2 ** 32, -(2 ** 40), 2 ** 52];
    for (let length = 0; length < 40; length++) {
      for (let step = 1; step < 9; step++) {
        const many = Array.from({ length }, (_, at) => (at % step === step - 1 ? (others[at % 9] ?? 0) : at + 0.5));
        const bytes = numbers.encode({ many });
        expect(Buffer.from(bytes)).toEqual(Buffer.from(encode({ many })));
        expect(numbers.decode(bytes)).toStrictEqual({ many, $type: 'Numbers' });
        const cut = bytes.subarray(0, bytes.length - 1);
        expect(() => numbers.decode(cut)).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
      }
    }
  });

  test('codecs: beside what hides it from a product, an integer in an array is written as one', () => {
    for (const odd of [Number.NaN, Infinity, -Infinity, -0, 5e-324, 1 - 2 ** -53]) {
      for (let place = 0; place < 4; place++) {
        const many: number[] = [odd, odd, odd, odd];
        many[place] = 7;
        const bytes = numbers.encode({ many });
        // One byte for the integer, nine for each of the others, six for the name and the two headers.
        expect(bytes).toHaveLength(6 + 1 + 1 + 3 * 9);
        expect(numbers.decode(bytes)).toStrictEqual({ many, $type: 'Numbers' });
      }
    }
  });

  test('codecs: what is no number in an array of numbers is refused, wherever it stands', () => {
    for (let at = 0; at < 13; at++) {
      const many: unknown[] = Array.from({ length: 13 }, (_, place) => place + 0.5);
      many[at] = '5';
      const details = expect.objectContaining({ path: `many[${at}]` });
      expect(() => numbers.encode({ many })).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED', details }));
      expect(() => numbers.decode(encode({ many }))).toThrow(
        expect.objectContaining({ code: 'DECODE_FAILED', details }),
      );
    }
  });

  test.each([Number.NaN, Infinity, -Infinity])('codecs: JSON cannot carry %s and says where', (n) => {
    expect(() => numbers.encodeJson({ many: [1, n] })).toThrow(
      expect.objectContaining({ code: 'ENCODE_FAILED', details: expect.objectContaining({ path: 'many[1]' }) }),
    );
  });

  test.each([
    ['any integer width as a number', '81a16ed00f', 15],
    ['int16', '81a16ed1fff6', -10],
    ['int32', '81a16ed2fffffff6', -10],
    ['int64', '81a16ed3fffffffffffffff6', -10],
    ['uint64 up to 2^53 - 1', '81a16ecf001fffffffffffff', 2 ** 53 - 1],
    ['float32', '81a16eca3fc00000', 1.5],
    ['a float that is integral', '81a16ecb4000000000000000', 2],
  ])('codecs: decodes %s', (_title, hex, n) => {
    expect(decode(hex)).toStrictEqual({ n, $type: 'Numbers' });
  });

  test.each([
    ['fixint', '81a16205', 5n],
    ['negative fixint', '81a162ff', -1n],
    ['uint8', '81a162ccff', 255n],
    ['int16', '81a162d1fff6', -10n],
    ['extension 1 of a small number', '81a162d40105', 5n],
    ['extension 1, not minimal', '81a162d6010000ff00', 65_280n],
  ])('codecs: decodes a bigint from %s', (_title, hex, b) => {
    expect(decode(hex)).toStrictEqual({ b, $type: 'Numbers' });
  });

  test.each([
    ['an integer beyond 2^53 where a number is declared', '81a16ecf0020000000000000'],
    ['a float where a bigint is declared', '81a162cb4000000000000000'],
    ['an empty extension', '81a162c70001'],
    ['another extension', '81a162d40205'],
    ['a string', '81a16ea135'],
  ])('codecs: refuses %s', (_title, hex) => {
    expect(() => decode(hex)).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
  });

  test('codecs: nanoseconds are rounded down to milliseconds', () => {
    const bytes = encode({ at: new Date(0) });
    const nanoseconds = Buffer.from(bytes).toString('hex').replace('d6ff00000000', 'd7ffee6b27fc00000005');
    expect(moments.decode(Buffer.from(nanoseconds, 'hex'))).toStrictEqual({ at: new Date(5_999), $type: 'Moments' });
  });

  test.each([
    ['too many nanoseconds', '81a26174d7ffee6b280000000005'],
    ['beyond what a Date can hold', '81a26174c70cff00000000 0fffffffffffffff'.replace(' ', '')],
    ['an odd length', '81a26174d4ff00'],
  ])('codecs: refuses a timestamp with %s', (_title, hex) => {
    expect(() => moments.decode(Buffer.from(hex, 'hex'))).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
  });

  test.each([new Date(Number.NaN), 5, '2020-01-01', null])('codecs: refuses %s where a Date is declared', (at) => {
    for (const step of [() => moments.encode({ at }), () => moments.encodeJson({ at })]) {
      expect(step).toThrow(
        expect.objectContaining({ code: 'ENCODE_FAILED', details: expect.objectContaining({ path: 'at' }) }),
      );
    }
  });

  test.each([
    '2024-02-30T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-01-01',
    '2024-01-01T00:00:00',
    'yesterday',
    '2024-01-01T24:61:00Z',
  ])('codecs: refuses %s as a timestamp in JSON', (at) => {
    expect(() => moments.fromJson({ at })).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
  });

  test('codecs: JSON timestamps may have an offset, finer fractions and lower case', () => {
    expect(moments.fromJson({ at: '2024-02-29t10:00:00.1239+02:00' })).toStrictEqual({
      at: new Date('2024-02-29T08:00:00.123Z'),
      $type: 'Moments',
    });
  });

  test.each(['1.0', '01', '-0', '', '0x10', ' 1', 5])('codecs: refuses %s as a bigint in JSON', (b) => {
    expect(() => numbers.fromJson({ b })).toThrow(expect.objectContaining({ code: 'DECODE_FAILED' }));
  });
});
