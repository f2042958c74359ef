import { describe, expect, test } from 'vitest';
import { emitCodecs } from '../../generator/codecs/index.ts';
import {
  alias,
  array,
  date,
  literal,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  union,
} from './support/build-model.ts';

const options = { importExtension: '.js', output: 'src/catga', generatorVersion: '0.0.0' } as const;

/** What a module with so many messages of eight members takes. */
function sizeOf(count: number): number {
  const names = Array.from({ length: count }, (_, at) => `Message${at}`);
  const model = project(names, [
    ...names.map((name) =>
      object(name, {
        orderId: string,
        status: union(literal('cancelled'), literal('paid'), literal('pending')),
        total: number,
        at: date,
        lines: array(reference('Line')),
        means: union(nothing, reference('Card'), reference('Transfer')),
        'note?': string,
        'discount?': number,
      }),
    ),
    object('Line', { sku: string, quantity: number }),
    alias('Means', union(reference('Card'), reference('Transfer'))),
    object('Card', { kind: literal('card'), last4: string }),
    object('Transfer', { kind: literal('transfer'), iban: string }),
  ]);
  return emitCodecs(model, options).reduce((sum, { text }) => sum + text.length, 0);
}

describe('codecs: size', () => {
  test('codecs: a member takes less than 370 bytes of both directions and the shape together', () => {
    // Generated text is parsed at every start: three times as much made a thousand messages start four times as slowly.
    expect((sizeOf(50) - sizeOf(10)) / (40 * 8)).toBeLessThan(370);
  });

  test('codecs: the same union, literals and keys are emitted once, however often they are used', () => {
    const [one, two, three] = [sizeOf(1), sizeOf(2), sizeOf(3)];
    expect(two - one).toBe(three - two);
  });
});
