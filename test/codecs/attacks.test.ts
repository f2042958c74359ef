import { beforeAll, describe, expect, test } from 'vitest';
import { isCodecError } from '../../runtime/codecs/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { attacked, bounded, members, refused } from './support/attacks.ts';
import { object, project, reference, string } from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';

/** The largest array or buffer that a step asks the platform for. */
function largestAllocation(step: () => void): number {
  let largest = 0;
  const note = (size: unknown): void => {
    if (typeof size === 'number') largest = Math.max(largest, size);
  };
  const watched = ['Array', 'ArrayBuffer', 'Uint8Array', 'Float64Array'] as const;
  const originals = watched.map((name) => [name, globalThis[name]] as const);
  const watch = (target: object): object =>
    new Proxy(target, {
      apply: (made, self, parameters: unknown[]) => {
        note(parameters[0]);
        return Reflect.apply(made as () => unknown, self, parameters);
      },
      construct: (made, parameters: unknown[], self) => {
        note(parameters[0]);
        return Reflect.construct(made as new () => object, parameters, self) as object;
      },
    });
  for (const [name, original] of originals) Object.assign(globalThis, { [name]: watch(original) });
  try {
    step();
  } finally {
    Object.assign(globalThis, Object.fromEntries(originals));
  }
  return largest;
}

describe('codecs: attacks', () => {
  let codec: Codec<unknown> | undefined;

  beforeAll(async () => {
    codec = (await compileModel(attacked)).get('Target');
  });

  function decode(input: Buffer | string): unknown {
    return typeof input === 'string' ? codec?.decodeJson(input) : codec?.decode(input);
  }

  test.each(refused)(
    'codecs: %s is refused by name, with no more memory than the input takes',
    (_attack, path, expected, input) => {
      let thrown: unknown;
      const largest = largestAllocation(() => {
        try {
          decode(input);
        } catch (error) {
          thrown = error;
        }
      });
      expect(isCodecError(thrown)).toBe(true);
      expect(thrown).toMatchObject({ code: 'DECODE_FAILED', details: { expected } });
      const found = isCodecError(thrown) ? thrown.details.path : '';
      expect(found).toBe(path);
      expect(largest).toBeLessThanOrEqual(Math.max(input.length, members.size));
    },
  );

  test.each(bounded)('codecs: %s, with no more memory than the input takes', (_attack, input, value) => {
    let decoded: unknown;
    const largest = largestAllocation(() => {
      decoded = decode(input);
    });
    expect(decoded).toStrictEqual({ ...value, $type: 'Target' });
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect((Object.prototype as { text?: unknown }).text).toBeUndefined();
    expect(largest).toBeLessThanOrEqual(Math.max(input.length, members.size));
  });

  test('codecs: the measure of memory sees what is asked for', () => {
    expect(largestAllocation(() => void new Uint8Array(12_345))).toBe(12_345);
    expect(largestAllocation(() => void Array(54_321))).toBe(54_321);
  });

  test('codecs: a value that holds itself twice on each level ends at a limit', () => {
    let twice: unknown = {};
    for (let level = 0; level < 30; level++) twice = { pair: [twice, twice] };
    const value = { anything: twice };
    for (const encodeIt of [() => codec?.encode(value), () => codec?.encodeJson(value)]) {
      expect(encodeIt).toThrow(
        expect.objectContaining({
          code: 'ENCODE_FAILED',
          details: expect.objectContaining({ expected: 'at most 4194304 values', actual: 'more' }) as unknown,
        }),
      );
    }
  });

  test('codecs: declared types that hold a value twice on each level end at a limit too', async () => {
    const pairs = project(
      ['Pair'],
      [object('Pair', { 'text?': string, 'left?': reference('Pair'), 'right?': reference('Pair') })],
    );
    const pair = (await compileModel(pairs)).get('Pair');
    let twice: unknown = { text: 'x'.repeat(2 ** 16) };
    for (let level = 0; level < 60; level++) twice = { left: twice, right: twice };
    expect(() => pair?.encode(twice)).toThrow(
      expect.objectContaining({
        code: 'ENCODE_FAILED',
        details: { path: '', expected: 'at most 67108864 bytes', actual: 'a larger value' },
      }),
    );
    // It is a bound, not a ban on shared objects.
    const shared = { left: {} };
    expect(pair?.decode(pair.encode({ left: shared, right: shared }))).toMatchObject({ left: shared, right: shared });
  });

  test('codecs: bigints of more than 1024 bytes are not encoded either', () => {
    const most = 2n ** 8191n - 1n;
    for (const big of [most, -most - 1n]) {
      expect(codec?.decode(codec.encode({ big }))).toMatchObject({ big });
      expect(codec?.decodeJson(codec.encodeJson({ big }))).toMatchObject({ big });
    }
    const tooLarge = expect.objectContaining({
      code: 'ENCODE_FAILED',
      details: { path: 'big', expected: 'a bigint of at most 1024 bytes', actual: 'a larger one' },
    });
    for (const big of [most + 1n, -most - 2n]) {
      expect(() => codec?.encode({ big })).toThrow(tooLarge);
      expect(() => codec?.encodeJson({ big })).toThrow(tooLarge);
    }
    expect(() => codec?.decodeJson(`{"big":"${String(most + 1n)}"}`)).toThrow('a bigint of at most 1024 bytes');
  });
});
