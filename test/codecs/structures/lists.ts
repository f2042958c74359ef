import { structures, type Structure } from './structure.ts';

const list = structures('unions of lists');
const array = structures('arrays');
const tuple = structures('tuples');
const type = structures('classes');
const record = structures('`Record`, index signatures');
const shaped = structures('unions of objects, by required members');
const brand = structures('branded primitives');
const recursive = structures('recursive types');
const builtin = structures('other built-in types');

const step = (at: number): string => `{ readonly step${at}: number }`;

/** Lists of different things, and other names for lists. */
export const lists: readonly Structure[] = [
  list.carried('of texts or numbers', 'string[] | number[]', [['a'], [1, 2], []], [[true], ['a', 1], 'a']),
  list.carried('of three kinds', 'readonly Date[] | boolean[] | number[]', [[new Date(5)], [true], [2], []], [['x']]),
  list.carried('of objects', "{ k: 'a' }[] | number[]", [[{ k: 'a' }], [1], []], [[{ k: 'b' }], ['x']]),
  list.carried('of lists or numbers', 'number[][] | number[]', [[[1], []], [1], []], [['x'], [['x']]]),
  list.carried('of a literal or of numbers', "('on' | 'off')[] | number[]", [['on', 'off'], [3], []], [['x']]),
  list.carried('list or tuple', 'number[] | [string, number]', [[1], [], ['a', 1]], [['a'], ['a', 'b']]),
  list.carried('rest of another kind', '[string, ...number[]] | number[]', [['a', 1], ['a'], [2], []], [['a', 'b']]),
  list.carried(
    'a sure first element',
    '[Date, ...string[]] | boolean[]',
    [[], [new Date(0), 'x'], [true, false]],
    [['x']],
  ),
  list.carried('or an object, text and null', 'string[] | number[] | { a: 1 } | string | null', [
    ['a'],
    [1],
    [],
    { a: 1 },
    'x',
    null,
  ]),
  list.carried('in lists, in maps', 'Map<string, (string[] | number[])[]>', [new Map([['a', [['x'], [1], []]]])]),
  list.carried('mutable or readonly', 'J', [[['x'], []], 'x'], [[1]], 'export type J = string | J[] | readonly J[];'),
  list.refused('of texts or of null and texts', 'string[] | (string | null)[]', 'CATGA1121'),
  list.refused('of numbers, or undefined and texts', 'number[] | (string | undefined)[]', 'CATGA1121'),
  list.refused('of objects', '{ a: 1 }[] | { b: 2 }[]', 'CATGA1121'),
  list.refused('of what is text in JSON', 'bigint[] | Date[]', 'CATGA1121'),
  array.carried(
    'extended by an empty interface',
    'Names',
    [['a'], []],
    [[1]],
    'export interface Names extends Array<string> {}',
  ),
  array.carried(
    'extended by an empty interface, recursive',
    'Nest',
    [[], [[], [[]]]],
    [[1]],
    'export interface Nest extends ReadonlyArray<Nest> {}',
  ),
  array.carried(
    'extended by an empty generic interface',
    '{ a: List<number>; b: List<List<string>>; c: List<{ x: 1 }> }',
    [{ a: [1], b: [['x'], []], c: [{ x: 1 }] }],
    [{ a: ['x'], b: [], c: [] }],
    'export interface List<T> extends ReadonlyArray<T> {}',
  ),
  array.carried(
    'extended by an empty generic interface, recursive',
    'Deep<number>',
    [[1, [2, [3]]], []],
    [['x']],
    'export interface Deep<T> extends Array<T | Deep<T>> {}',
  ),
  array.refused(
    'Set extended by a generic interface',
    'Bag<string>',
    'CATGA1120',
    '.v',
    'export interface Bag<T> extends Set<T> {}',
  ),
  tuple.carried(
    'extended by an empty interface',
    'Pair',
    [['a', 1]],
    [['a']],
    'type Of = readonly [string, number]; export interface Pair extends Of {}',
  ),
  tuple.refused(
    'extended by an interface',
    'Pair',
    'CATGA1120',
    '.v',
    'type Of = [string, number]; export interface Pair extends Of { name: string }',
  ),
  array.carried(
    'of a Map and a Date, extended by empty interfaces',
    '[Index, Stamp]',
    [[new Map([['a', 1]]), new Date(3)]],
    [[new Map([['a', 'x']]), new Date(3)]],
    'export interface Index extends Map<string, number> {} export interface Stamp extends Date {}',
  ),
  recursive.carried(
    'json by interfaces',
    'Json',
    [{ a: [1, { b: null }, ['x', []]] }, [], null],
    [1n],
    `export type Json = string | number | boolean | null | JsonObject | JsonArray;
export interface JsonObject { readonly [key: string]: Json }
export interface JsonArray extends ReadonlyArray<Json> {}`,
  ),
  record.carried('void values', 'Record<string, void>', [{ a: undefined }, {}], [{ a: 1 }]),
  record.carried(
    'undefined values, with known members',
    'Notes',
    [{ title: 'x', a: undefined, b: 1 }, { title: 'x' }],
    [{ title: 'x', b: true }],
    'export interface Notes { title: string; [key: string]: string | number | undefined }',
  ),
  record.carried('undefined values, keys of a template', 'Record<`x-${string}`, Date | undefined>', [
    { 'x-a': undefined, 'x-b': new Date(1) },
  ]),
  record.carried(
    'undefined values of an alias',
    'Record<number, Maybe>',
    [{ 1: undefined, 2: [undefined] }],
    [],
    'export type Maybe = undefined | Maybe[];',
  ),
  shaped.carried(
    '40 by presence',
    Array.from({ length: 40 }, (_, at) => step(at)).join(' | '),
    [{ step0: 1 }, { step20: 2 }, { step39: 3 }],
    [{ step40: 1 }, {}],
  ),
  brand.carried(
    'typia tags of collections',
    '{ ids: string[] & MaxItems<3>; at: Date & Format<"x">; names: Map<string, number> & MaxItems<4> }',
    [{ ids: ['a'], at: new Date(7), names: new Map([['a', 1]]) }],
    [{ ids: [1], at: new Date(7), names: new Map() }],
    `export interface Tag<T extends object> { readonly 'typia.tag'?: T }
export type MaxItems<N extends number> = Tag<{ target: 'array'; value: N }>;
export type Format<V extends string> = Tag<{ target: 'string'; value: V }>;`,
  ),
  type.refused(
    'constructor that takes the elements one by one',
    'C',
    'CATGA1110',
    '.v',
    'export class C { readonly items: number[]; constructor(...items: number[]) { this.items = items; } }',
  ),
  type.refused(
    'in a namespace',
    'N.C',
    'CATGA1110',
    '.v',
    'export namespace N { export class C { readonly a: number; constructor(a: number) { this.a = a; } } }',
  ),
  type.refused(
    'class expression',
    'C',
    'CATGA1110',
    '.v',
    'const Made = class { readonly a: number; constructor(a: number) { this.a = a; } }; export type C = InstanceType<typeof Made>;',
  ),
  builtin.refused('globalThis', 'typeof globalThis', 'CATGA1115'),
];
