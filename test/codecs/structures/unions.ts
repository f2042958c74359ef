import { structures, type Structure } from './structure.ts';

const primitive = structures('unions of primitives');
const mixed = structures('unions of primitives and objects');
const tagged = structures('unions of objects, by a literal member');
const shaped = structures('unions of objects, by required members');

const shapes = `
export interface Point { x: number; y: number; slope?: number | null }
export interface Line { p1: Point; p2: Point; width?: number }
export interface Triangle { p1: Point; p2: Point; p3: Point }
export interface Quad { p1: Point; p2: Point; p3: Point; p4: Point }
export interface Polyline { points: Point[] }
export interface Polygon { outer: Polyline; inner: Polyline[] }
export interface Circle { centroid: Point; radius: number }
export type Shape = Point | Line | Triangle | Quad | Polyline | Polygon | Circle;`;
const p = { x: 1, y: 2 };

export const unions: readonly Structure[] = [
  primitive.carried('string or number', 'string | number', ['a', 1], [true, null]),
  primitive.carried('all', 'string | number | boolean | null', ['a', 1, true, null], [{}, 1n]),
  primitive.carried('number or bigint literal', "1n | 'x'", [1n, 'x'], [2n]),
  primitive.carried('with undefined in an array', '(string | number | undefined)[]', [['a', 1, undefined]], [[true]]),
  primitive.carried('true or a string', 'true | string', [true, 'a'], [false]),
  primitive.carried('false or an object', 'false | { a: number }', [false, { a: 1 }], [true]),
  primitive.refused('number or bigint', 'number | bigint', 'CATGA1121'),
  primitive.refused('string or bigint', 'string | bigint', 'CATGA1121'),
  mixed.carried('string or object', 'string | { a: number }', ['x', { a: 1 }], [1, { a: 'x' }]),
  mixed.carried('string or array', 'string | string[]', ['x', ['x']], [1, [1]]),
  mixed.carried(
    'number or object or array or null',
    'number | { a: number } | boolean[] | null',
    [1, { a: 1 }, [true], null],
    ['x', [1]],
  ),
  mixed.carried('object or record-like array', '{ a: number } | [number]', [{ a: 1 }, [1]], [['x']]),
  mixed.carried('date or object', 'Date | { a: number }', [new Date(0), { a: 1 }], ['x']),
  mixed.carried('bigint or object', 'bigint | { a: number }', [1n, { a: 1 }], [{ a: 'x' }]),
  mixed.carried('nested', 'string | (number | { a: string | null })', ['x', 1, { a: null }], [{ a: 1 }]),
  mixed.carried('literals or object', "'none' | 0 | { a: number }", ['none', 0, { a: 1 }], ['x', 1]),
  tagged.carried(
    'string tags',
    "{ k: 'a'; x: number } | { k: 'b'; y: string }",
    [
      { k: 'a', x: 1 },
      { k: 'b', y: 's' },
    ],
    [{ k: 'a', y: 's' }, { k: 'c' }, {}],
  ),
  tagged.carried(
    'number tags',
    '{ k: 1; x: number } | { k: 2; y: string }',
    [
      { k: 1, x: 1 },
      { k: 2, y: 's' },
    ],
    [{ k: 3 }],
  ),
  tagged.carried(
    'boolean tags',
    '{ ok: true; x: number } | { ok: false; y: string }',
    [
      { ok: true, x: 1 },
      { ok: false, y: 's' },
    ],
    [{ ok: 1 }],
  ),
  tagged.carried(
    'bigint tags',
    '{ k: 1n; x: number } | { k: 2n; y: string }',
    [
      { k: 1n, x: 1 },
      { k: 2n, y: 's' },
    ],
    [{ k: 3n }],
  ),
  tagged.carried(
    'enum tags',
    'A | B',
    [
      { k: 0, x: 1 },
      { k: 1, y: 's' },
    ],
    [{ k: 2 }],
    'export enum K { A, B } export interface A { k: K.A; x: number } export interface B { k: K.B; y: string }',
  ),
  tagged.carried(
    'null tags',
    '{ k: null; x: number } | { k: string; y: string }',
    [
      { k: null, x: 1 },
      { k: 's', y: 's' },
    ],
    [{ k: 1 }],
  ),
  tagged.carried(
    'several literals a variant',
    "{ k: 'a' | 'b'; x: number } | { k: 'c'; y: string }",
    [
      { k: 'a', x: 1 },
      { k: 'b', x: 1 },
      { k: 'c', y: 's' },
    ],
    [{ k: 'd' }],
  ),
  tagged.carried(
    'several candidates',
    "{ k: 'a'; t: 1; x: number } | { k: 'b'; t: 2; y: string }",
    [
      { k: 'a', t: 1, x: 1 },
      { k: 'b', t: 2, y: 's' },
    ],
    [{ k: 'a', t: 2, x: 1 }],
  ),
  tagged.carried(
    'two members together',
    '{ a: 1; b: 1; x: number } | { a: 1; b: 2; y: string } | { a: 2; b: 1; z: boolean }',
    [
      { a: 1, b: 1, x: 1 },
      { a: 1, b: 2, y: 's' },
      { a: 2, b: 1, z: true },
    ],
    [{ a: 2, b: 2 }],
  ),
  tagged.carried(
    'optional tag in one',
    "{ k: 'a'; x: number } | { k?: 'b'; y: string }",
    [{ k: 'a', x: 1 }, { k: 'b', y: 's' }, { y: 's' }],
    [{ k: 'a', y: 's' }],
  ),
  tagged.carried(
    'nested unions',
    "{ k: 'a' } | ({ k: 'b'; t: 1 } | { k: 'b'; t: 2; n: number })",
    [{ k: 'a' }, { k: 'b', t: 1 }, { k: 'b', t: 2, n: 1 }],
    [{ k: 'b', t: 2 }],
  ),
  tagged.carried(
    'tag last',
    "{ x: number; k: 'a' } | { y: string; k: 'b' }",
    [
      { x: 1, k: 'a' },
      { y: 's', k: 'b' },
    ],
    [{ x: 1, k: 'b' }],
  ),
  tagged.carried(
    'tag with an odd name',
    "{ '@type': 'a'; x: number } | { '@type': 'b'; y: string }",
    [
      { '@type': 'a', x: 1 },
      { '@type': 'b', y: 's' },
    ],
    [{ '@type': 'c' }],
  ),
  tagged.carried('or null', "{ k: 'a' } | { k: 'b' } | null", [{ k: 'a' }, { k: 'b' }, null], [{ k: 'c' }]),
  tagged.carried('or undefined', '{ v?: { k: "a" } | { k: "b" } }', [{}, { v: { k: 'a' } }], [{ v: { k: 'c' } }]),
  tagged.carried(
    '200 variants',
    'U',
    [
      { k: 'v0', n0: 1 },
      { k: 'v199', n199: 1 },
    ],
    [{ k: 'v200' }],
    `export type U = ${Array.from({ length: 200 }, (_, at) => `{ k: 'v${at}'; n${at}: number }`).join(' | ')};`,
  ),
  tagged.carried(
    'in an array',
    "({ k: 'a' } | { k: 'b'; n: number })[]",
    [[{ k: 'a' }, { k: 'b', n: 1 }]],
    [[{ k: 'b' }]],
  ),
  tagged.carried(
    'in a map',
    "Map<string, { k: 'a' } | { k: 'b' }>",
    [new Map([['x', { k: 'a' }]])],
    [new Map([['x', { k: 'c' }]])],
  ),
  tagged.carried(
    'of generics',
    "Event<'a', number> | Event<'b', string>",
    [
      { k: 'a', data: 1 },
      { k: 'b', data: 's' },
    ],
    [{ k: 'a', data: 's' }],
    'export interface Event<K, D> { k: K; data: D }',
  ),
  tagged.carried(
    'from a map of types',
    'Events[keyof Events]',
    [
      { k: 'a', n: 1 },
      { k: 'b', s: 'x' },
    ],
    [{ k: 'a', s: 'x' }],
    'interface Table { a: { n: number }; b: { s: string } } export type Events = { [K in keyof Table]: { k: K } & Table[K] };',
  ),
  tagged.carried(
    'by templates',
    "{ k: 'a'; x: number } | { k: `b-${string}`; y: string }",
    [
      { k: 'a', x: 1 },
      { k: 'b-1', y: 's' },
    ],
    [{ k: 'c', y: 's' }],
  ),
  tagged.carried(
    'overlapping tags',
    "{ k: 'a' | 'b'; x: number } | { k: 'b'; x: string }",
    [
      { k: 'a', x: 1 },
      { k: 'b', x: 's' },
      { k: 'b', x: 1 },
    ],
    [{ k: 'a', x: 's' }],
  ),
  shaped.carried('by presence', '{ a: number } | { b: string }', [{ a: 1 }, { b: 's' }], [{}, { a: 's' }]),
  shaped.carried('by type', '{ a: number } | { a: string }', [{ a: 1 }, { a: 's' }], [{ a: true }]),
  shaped.carried('by nested type', '{ a: number[] } | { a: { b: number } }', [{ a: [1] }, { a: { b: 1 } }], [{ a: 1 }]),
  shaped.carried(
    'one with more',
    '{ a: number } | { a: number; b: string }',
    [{ a: 1 }, { a: 1, b: 's' }],
    [{ b: 's' }],
  ),
  shaped.carried(
    'exclusive by never',
    '{ a: string; b?: never } | { a?: never; b: string }',
    [{ a: 'x' }, { b: 'x' }],
    [{}, { a: 1 }],
  ),
  shaped.carried(
    'geometry',
    'Shape',
    [
      p,
      { p1: p, p2: p },
      { p1: p, p2: p, width: 1 },
      { p1: p, p2: p, p3: p },
      { p1: p, p2: p, p3: p, p4: p },
      { points: [p] },
      { outer: { points: [] }, inner: [] },
      { centroid: p, radius: 1 },
    ],
    [{}, { x: 1 }],
    shapes,
  ),
  shaped.carried('in an array', 'Shape[]', [[p, { points: [] }]], [[{}]], shapes),
  shaped.carried('record or object', "{ k: 'a' } | Record<string, number>", [{ k: 'a' }, { x: 1 }, {}], [{ k: 'b' }]),
  shaped.carried(
    'null or present',
    '{ a: null; x: number } | { a: { b: number } }',
    [{ a: null, x: 1 }, { a: { b: 1 } }],
    [{ a: 1 }],
  ),
  shaped.refused('optional members only', '{ a?: number } | { b?: string }', 'CATGA1121'),
  shaped.refused('the same members', '{ a: { x: number } } | { a: { y: number } }', 'CATGA1121'),
  shaped.refused('two records', 'Record<string, number> | Record<string, string>', 'CATGA1121'),
  shaped.refused('date or string members', '{ a: Date } | { a: string }', 'CATGA1121'),
];
