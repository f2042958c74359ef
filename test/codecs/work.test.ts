import { beforeAll, describe, expect, test } from 'vitest';
import { countSteps } from './support/count-steps.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { isCodecError } from '../../runtime/codecs/index.ts';
import { attacked, bounded, refused } from './support/attacks.ts';
import { compileModel } from './support/compile-model.ts';

/** Looks at all that it has seen, for each that it sees. */
function search(length: number): void {
  const seen: number[] = [];
  for (let at = 0; at < length; at++) {
    let known = false;
    for (const one of seen) if (one === at) known = true;
    if (!known) seen.push(at);
  }
}

describe('codecs: the work that attacks cause', () => {
  let codec: Codec<unknown> | undefined;

  beforeAll(async () => {
    codec = (await compileModel(attacked)).get('Target');
  });

  test.each<readonly [attack: string, input: Buffer | string]>([
    ...refused.map(([attack, , , input]) => [attack, input] as const),
    ...bounded.map(([attack, input]) => [attack, input] as const),
  ])('codecs: %s, with work in proportion to the input', (_attack, input) => {
    const steps = countSteps(() => {
      try {
        if (typeof input === 'string') codec?.decodeJson(input);
        else codec?.decode(input);
      } catch (error) {
        if (!isCodecError(error)) throw error;
      }
    });
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThanOrEqual(10_000 + 100 * input.length);
  });

  test('codecs: the measure of work sees what is quadratic, and is the same each time', () => {
    const [short, long] = [countSteps(() => search(300)), countSteps(() => search(3000))];
    expect(long).toBeGreaterThan(90 * short);
    expect(long).toBeGreaterThan(10_000 + 100 * 3000);
    expect(countSteps(() => search(300))).toBe(short);
  });
});
