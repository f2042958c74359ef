import { structures, type Structure } from './structure.ts';

const intersection = structures('intersections');

/** What is left of several types at once. */
export const intersected: readonly Structure[] = [
  intersection.carried(
    'of unions, two by two',
    "({ a: 'x' } | { a: 'y' }) & ({ b: 1 } | { b: 2 })",
    [
      { a: 'x', b: 2 },
      { a: 'y', b: 1 },
    ],
    [
      { a: 'x', b: 3 },
      { a: 'z', b: 1 },
    ],
  ),
  intersection.carried(
    'of a union that another narrows',
    "({ k: 'a'; x: number } | { k: 'b'; y: string }) & { k: 'a' }",
    [{ k: 'a', x: 1 }],
    [{ k: 'b', y: 's' }],
  ),
  intersection.carried(
    'three deep',
    '{ a: { b: { c: number } } } & { a: { b: { d: string } } } & { a: { e: boolean } }',
    [{ a: { b: { c: 1, d: 'x' }, e: true } }],
    [{ a: { b: { c: 1 }, e: true } }],
  ),
  intersection.carried('with itself', 'A & A', [{ a: 1 }], [{ a: 'x' }], 'export interface A { a: number }'),
  intersection.carried('optional and required', '{ a?: number } & { a: number }', [{ a: 1 }], [{}]),
  intersection.carried('readonly and mutable', '{ readonly a: number[] } & { a: number[] }', [{ a: [1] }], [{ a: 1 }]),
  intersection.carried(
    'of Pick and Partial',
    "Pick<A, 'id'> & Partial<Omit<A, 'id'>>",
    [{ id: '1' }, { id: '1', n: 2 }],
    [{ n: 2 }],
    'export interface A { id: string; n: number; s: string }',
  ),
  intersection.carried('of literals of a union', "('a' | 'b') & ('b' | 'c')", ['b'], ['a', 'c']),
  intersection.carried('of a literal with string', "'a' & string", ['a'], ['b']),
  intersection.carried(
    'branded through two levels',
    'UserId',
    ['u'],
    [1],
    'type Id = string & { readonly __id: true }; export type UserId = Id & { readonly __user: true };',
  ),
  intersection.carried(
    'branded number in a tuple',
    '[Age, Age]',
    [[1, 2]],
    [['1', 2]],
    'export type Age = number & { readonly __brand: unique symbol };',
  ),
  intersection.carried(
    'branded union',
    "Level & { readonly __brand: 'l' }",
    ['low', 'high'],
    ['mid'],
    "export type Level = 'low' | 'high';",
  ),
  intersection.carried('branded template', "`u-${string}` & { readonly __brand: 'u' }", ['u-1'], ['x-1']),
  intersection.carried('branded bigint', "bigint & { readonly __brand: 'w' }", [10n ** 30n], ['x']),
  intersection.carried('branded date', "Date & { readonly __brand: 'd' }", [new Date(0)], ['x']),
  intersection.carried('branded array', "string[] & { readonly __brand: 'list' }", [['a']], [[1]]),
  intersection.carried('autocomplete', "'a' | 'b' | (string & {})", ['a', 'z'], [1]),
  intersection.carried('autocomplete with Record', "'a' | (string & Record<never, never>)", ['a', 'z'], [1]),
  intersection.carried('with an empty type', '{ a: number } & {}', [{ a: 1 }], [{}]),
  intersection.carried('with unknown', '{ a: number } & unknown', [{ a: 1 }], [{}]),
  intersection.carried('with object', '{ a: number } & object', [{ a: 1 }], [{}]),
  intersection.refused('of arrays', '{ a: number }[] & { b: string }[]', 'CATGA1120'),
  intersection.refused('of tuples', '[number, string] & [1, string]', 'CATGA1120'),
  intersection.refused('of two primitives', 'string & number', 'CATGA1119'),
  intersection.refused('with conflicting members', '{ a: string } & { a: number }', 'CATGA1119', '.v.a'),
  intersection.refused('with conflicting tags', "{ k: 'a' } & { k: 'b' }", 'CATGA1119'),
  intersection.refused('of a class with more', 'C & { b: number }', 'CATGA1120', '.v', 'export class C { a = 1; }'),
  intersection.refused('of a map with more', 'Map<string, number> & { extra: string }', 'CATGA1120'),
];
