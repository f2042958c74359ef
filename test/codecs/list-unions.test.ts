import { encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { foreignVariants } from '../../generator/codecs/foreign-variants.ts';
import { planUnion } from '../../generator/codecs/plan-union.ts';
import type { TypeIndex } from '../../generator/codecs/type-index.ts';
import type { TypeModel } from '../../generator/model/types.ts';
import { decideJson, decideValue, decideWire } from '../../runtime/codecs/decide.ts';
import { Reader } from '../../runtime/codecs/reader.ts';

const index: TypeIndex = { byId: new Map(), recursive: new Set(), messageOf: new Map(), onlyRead: new Set() };
const string: TypeModel = { kind: 'string' };
const number: TypeModel = { kind: 'number' };
const literal = (value: string): TypeModel => ({ kind: 'literal', value });
const array = (element: TypeModel): TypeModel => ({ kind: 'array', element });
const tuple = (...elements: readonly TypeModel[]): TypeModel => ({ kind: 'tuple', elements });

interface Case {
  readonly what: string;
  readonly variants: readonly TypeModel[];
  /** Values, each with the place of its variant; -1 for none. */
  readonly values: readonly (readonly [value: unknown, variant: number])[];
}

const names: TypeModel = { kind: 'union', variants: [literal('fork'), literal('push')] };
const maybeNumber: TypeModel = { kind: 'union', variants: [number, { kind: 'undefined' }] };
const decidable: readonly Case[] = [
  {
    what: 'arrays that may both be empty',
    variants: [array(string), array(number)],
    values: [
      [[], 0],
      [['a'], 0],
      [[1], 1],
      [[true], -1],
    ],
  },
  {
    what: 'arrays, and a tuple that is never empty',
    variants: [tuple(string, string), array(number), tuple(literal('*'), number)],
    values: [
      [[], 1],
      [[1], 1],
      [['a', 'b'], 0],
      [['*', 1], 2],
    ],
  },
  {
    what: 'arrays that differ in readonly alone',
    variants: [array(string), { kind: 'array', element: string, readonly: true }],
    values: [
      [['a'], 0],
      [[], 0],
    ],
  },
  {
    what: "('fork' | 'push')[] | ['*']",
    variants: [array(names), tuple(literal('*'))],
    values: [
      [[], 0],
      [['push', 'fork'], 0],
      [['*'], 1],
      [['star'], -1],
      [[7], -1],
    ],
  },
  {
    what: 'two tuples that differ in their second element',
    variants: [tuple(string, number), tuple(string, string)],
    values: [
      [['a', 1], 0],
      [['a', 'b'], 1],
      [['a'], -1],
    ],
  },
  {
    what: 'tuples of different length',
    variants: [tuple(string), tuple(string, string)],
    values: [
      [['a'], 0],
      [['a', 'b'], 1],
    ],
  },
  {
    what: 'a tuple whose first element may be undefined, and one whose may not',
    variants: [tuple({ kind: 'undefined' }, number), tuple(string, number)],
    values: [
      [[undefined, 1], 0],
      [['a', 1], 1],
    ],
  },
];

function wireOf(value: unknown): Reader {
  const reader = new Reader();
  reader.open(encode(value), false);
  return reader;
}

describe('unions of arrays', () => {
  it.each(decidable)(
    'codecs: the elements tell $what apart, in memory, MessagePack and JSON',
    ({ variants, values }) => {
      const plan = planUnion(variants, index);
      if (!('decision' in plan)) throw new TypeError(plan.reason);
      const { decision } = plan;
      for (const [value, variant] of values) {
        expect(decideValue(decision, value), `${JSON.stringify(value)} in memory`).toBe(variant);
        expect(decideWire(decision, wireOf(value)), `${JSON.stringify(value)} in MessagePack`).toBe(variant);
        expect(decideJson(decision, JSON.parse(JSON.stringify(value))), `${JSON.stringify(value)} in JSON`).toBe(
          variant,
        );
      }
    },
  );

  it('codecs: an empty list counts for no variant when another version of a union is looked at', () => {
    const plan = planUnion([array(string), array(number)], index);
    if (!('decision' in plan)) throw new TypeError(plan.reason);
    const leads = (type: TypeModel): readonly number[] =>
      [...foreignVariants(plan.decision, type, index)].toSorted((a, b) => a - b);
    expect(leads(array(string))).toEqual([0]);
    expect(leads(array(number))).toEqual([1]);
    expect(leads(array({ kind: 'boolean' }))).toEqual([-1]);
    expect(leads(array(maybeNumber))).toEqual([-1, 1]);
    expect(leads(tuple())).toEqual([0]);
  });

  it.each([
    { what: 'arrays of which one may begin with undefined', variants: [array(string), array(maybeNumber)] },
    { what: 'arrays of which one has elements of the other', variants: [array(string), array(names)] },
    {
      what: 'tuples of the same elements',
      variants: [tuple(string, string), tuple(string, string, { kind: 'undefined' })],
    },
    { what: 'a tuple and an array of the same', variants: [tuple(string), array(string)] },
  ] satisfies readonly { what: string; variants: TypeModel[] }[])(
    'codecs: $what cannot be told apart',
    ({ variants }) => {
      expect(planUnion(variants, index)).toHaveProperty(
        'reason',
        'no element of one is absent from, or different in, the other',
      );
    },
  );
});
