import { structures, type Structure } from './structure.ts';

const generic = structures('generics');
const recursive = structures('recursive types');

/** Types that take others, or themselves, as parts. */
export const parameters: readonly Structure[] = [
  generic.carried(
    'default with a constraint',
    'Page',
    [{ items: [{ id: '1' }] }],
    [{ items: [{ id: 1 }] }],
    'export interface Page<T extends { id: string } = { id: string }> { items: T[] }',
  ),
  generic.carried(
    'default from another parameter',
    'Pair<number>',
    [{ a: 1, b: 2 }],
    [{ a: 1, b: 'x' }],
    'export interface Pair<A, B = A> { a: A; b: B }',
  ),
  generic.carried(
    'of a union, distributed by the alias',
    'Box<1 | 2>',
    [{ v: 1 }, { v: 2 }],
    [{ v: 3 }],
    'export type Box<T> = T extends unknown ? { v: T } : never;',
  ),
  generic.carried(
    'of keys',
    "Field<A, 'b'>",
    [{ key: 'b', value: 'x' }],
    [{ key: 'b', value: 1 }],
    'export interface A { a: number; b: string } export interface Field<T, K extends keyof T> { key: K; value: T[K] }',
  ),
  generic.carried(
    'of a tuple',
    'Row<[number, string]>',
    [{ cells: [1, 'x'], head: 1 }],
    [{ cells: [1], head: 1 }],
    'export interface Row<T extends readonly unknown[]> { cells: T; head: T[0] }',
  ),
  generic.carried(
    'extended with arguments',
    'Users',
    [{ items: ['x'], total: 1 }],
    [{ items: [1], total: 1 }],
    'interface Page<T> { items: T[] } export interface Users extends Page<string> { total: number }',
  ),
  generic.carried(
    'through three aliases',
    'C<number>',
    [{ a: [1] }],
    [{ a: ['x'] }],
    'type A<T> = { a: T }; type B<T> = A<T[]>; export type C<T> = B<T>;',
  ),
  generic.carried(
    'const type parameter result',
    'ReturnType<typeof make<string>>',
    [{ v: 'x' }],
    [{ v: 1 }],
    'export function make<T>(v: T): { v: T } { return { v }; }',
  ),
  generic.carried(
    'with a class',
    'Box<Money>',
    (m) => [{ v: new (m['Money'] as unknown as new (c: number) => object)(1) }],
    [{ v: 1 }],
    'export class Money { constructor(readonly cents: number) {} } export interface Box<T> { v: T }',
  ),
  recursive.carried('through an array alias', 'Tree', [[], [[], [[]]]], [[1]], 'export type Tree = Tree[];'),
  recursive.carried(
    'through a Map alias',
    'Dir',
    [new Map(), new Map([['a', new Map()]])],
    [new Map([['a', 1]])],
    'export type Dir = Map<string, Dir>;',
  ),
  recursive.carried(
    'through a Set',
    'S',
    [{ in: new Set([{ in: new Set() }]) }],
    [{ in: 1 }],
    'export interface S { in: Set<S> }',
  ),
  recursive.carried(
    'tuple',
    'List',
    [null, [1, [2, null]]],
    [[1], ['x', null]],
    'export type List = [number, List] | null;',
  ),
  recursive.carried('optional tuple', 'Chain', [[1], [1, [2]]], [[]], 'export type Chain = [number, Chain?];'),
  recursive.carried(
    'labelled tuple',
    'Cons',
    [
      [1, undefined],
      [1, [2, undefined]],
    ],
    [[]],
    'export type Cons = [head: number, tail: Cons | undefined];',
  ),
  recursive.carried(
    'through a generic alias',
    'Node',
    [{ kids: { items: [{ kids: { items: [] } }] } }],
    [{ kids: 1 }],
    'export interface Page<T> { items: T[] } export interface Node { kids: Page<Node> }',
  ),
  recursive.carried(
    'through optional and null',
    'N',
    [{}, { n: null }, { n: { n: {} } }],
    [{ n: 1 }],
    'export interface N { n?: N | null }',
  ),
  recursive.carried(
    'three interfaces',
    'A',
    [{ b: null }, { b: { c: [{ a: { b: null } }] } }],
    [{ b: { c: [{}] } }],
    'export interface A { b: B | null } export interface B { c: C[] } export interface C { a: A }',
  ),
  recursive.carried(
    'through a record and a union',
    'Value',
    [1, 'x', [1, ['x']], { a: { b: [1] } }],
    [true],
    'export type Value = number | string | Value[] | { [key: string]: Value };',
  ),
  recursive.carried(
    'through a mapped type',
    'Form<{ a: { b: string } }>',
    [{ a: { b: { value: 'x' } } }],
    [{ a: { b: 'x' } }],
    'export type Form<T> = { [K in keyof T]: T[K] extends object ? Form<T[K]> : { value: T[K] } };',
  ),
  recursive.carried(
    'through a class with a list',
    'C',
    (m) => {
      const C = m['C'] as unknown as new (kids: unknown[]) => object;
      return [new C([]), new C([new C([])])];
    },
    [{ kids: [1] }],
    'export class C { constructor(readonly kids: C[]) {} }',
  ),
  recursive.carried(
    'deep readonly of itself',
    'DeepReadonly<N>',
    [{ v: 1 }, { v: 1, n: { v: 2 } }],
    [{ v: 'x' }],
    'export interface N { v: number; n?: N } export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;',
  ),
  recursive.carried(
    'deep partial of itself',
    'DeepPartial<N>',
    [{}, { n: { n: {} } }],
    [{ v: 'x' }],
    'export interface N { v: number; n: N | null } export type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;',
  ),
  recursive.carried(
    'optional in a conditional type',
    'Patch<A>',
    [{}, { b: { a: { n: 1 } } }],
    [{ n: 'x' }],
    'export interface A { n: number; b: B } export interface B { a: A } export type Patch<T> = T extends object ? { [K in keyof T]?: Patch<T[K]> } : T;',
  ),
  recursive.carried(
    'json of itself',
    'Json<N>',
    [
      { at: 'x', kids: [] },
      { at: 'x', kids: [{ at: 'y', kids: [] }] },
    ],
    [{ at: 1, kids: [] }],
    'export interface N { at: Date; kids: N[] } export type Json<T> = T extends Date ? string : T extends (infer E)[] ? Json<E>[] : T extends object ? { [K in keyof T]: Json<T[K]> } : T;',
  ),
  recursive.refused('through a promise', 'P', 'CATGA1103', '.v.next', 'export interface P { next: Promise<P> }'),
];
