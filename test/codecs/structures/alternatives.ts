import { structures, type Structure } from './structure.ts';

const tagged = structures('unions of objects, by a literal member');
const shaped = structures('unions of objects, by required members');
const primitive = structures('unions of primitives');
const mixed = structures('unions of primitives and objects');

/** Unions whose variants differ in odd places. */
export const alternatives: readonly Structure[] = [
  tagged.carried(
    'by undefined',
    "{ k: undefined; n: number } | { k: 'a'; s: string }",
    [
      { k: undefined, n: 1 },
      { k: 'a', s: 'x' },
    ],
    [{ k: 'b', s: 'x' }],
  ),
  tagged.carried(
    'by null, a boolean or a number',
    '{ k: null; a: number } | { k: true; b: string } | { k: 1; c: boolean }',
    [
      { k: null, a: 1 },
      { k: true, b: 'x' },
      { k: 1, c: false },
    ],
    [{ k: false, b: 'x' }],
  ),
  tagged.carried(
    'by 1 and "1"',
    "{ k: 1; a: number } | { k: '1'; b: string }",
    [
      { k: 1, a: 1 },
      { k: '1', b: 'x' },
    ],
    [{ k: 2, a: 1 }],
  ),
  tagged.carried(
    'by a negative and a fraction',
    '{ k: -1; a: number } | { k: 0.5; b: string }',
    [
      { k: -1, a: 1 },
      { k: 0.5, b: 'x' },
    ],
    [{ k: 1, a: 1 }],
  ),
  tagged.carried(
    'by an empty text',
    "{ k: ''; a: number } | { k: 'x'; b: string }",
    [
      { k: '', a: 1 },
      { k: 'x', b: 'y' },
    ],
    [{ k: 'z', a: 1 }],
  ),
  tagged.carried(
    'by a nested tag',
    "{ type: { k: 'a' }; x: number } | { type: { k: 'b' }; y: string }",
    [
      { type: { k: 'a' }, x: 1 },
      { type: { k: 'b' }, y: 's' },
    ],
    [{ type: { k: 'c' }, x: 1 }],
  ),
  tagged.carried(
    'by the length of a tuple',
    '{ at: [number] } | { at: [number, number]; z: string }',
    [{ at: [1] }, { at: [1, 2], z: 'x' }],
    [{ at: [] }],
  ),
  tagged.carried(
    'by a string enum',
    'A | B',
    [
      { k: 'a', x: 1 },
      { k: 'b', y: 's' },
    ],
    [{ k: 'c' }],
    "export enum K { A = 'a', B = 'b' } export interface A { k: K.A; x: number } export interface B { k: K.B; y: string }",
  ),
  tagged.carried(
    'literals against string',
    "{ k: 'a'; x: number } | { k: string; y: number }",
    [
      { k: 'a', x: 1 },
      { k: 'z', y: 1 },
    ],
    [{ k: 1 }],
  ),
  tagged.carried(
    'with a common base',
    "Base & ({ k: 'a'; x: number } | { k: 'b' })",
    [
      { id: '1', k: 'a', x: 1 },
      { id: '1', k: 'b' },
    ],
    [{ k: 'b' }],
    'export interface Base { id: string }',
  ),
  tagged.carried(
    'result with void',
    '{ ok: true } | { ok: false; error: string }',
    [{ ok: true }, { ok: false, error: 'x' }],
    [{ ok: false }],
  ),
  tagged.carried(
    'of unions in unions',
    "{ k: 'a'; u: { t: 1 } | { t: 2; n: number } } | { k: 'b'; u: { t: 3 } }",
    [
      { k: 'a', u: { t: 2, n: 1 } },
      { k: 'b', u: { t: 3 } },
    ],
    [{ k: 'b', u: { t: 1 } }],
  ),
  tagged.carried(
    'by a mapped table',
    '{ [K in keyof T]: { type: K; payload: T[K] } }[keyof T]',
    [
      { type: 'a', payload: 1 },
      { type: 'b', payload: { s: 'x' } },
    ],
    [{ type: 'a', payload: 'x' }],
    'export interface T { a: number; b: { s: string } }',
  ),
  tagged.carried(
    'generic, with a default',
    'Action | Action<"stop", { code: number }>',
    [
      { type: 'go', payload: null },
      { type: 'stop', payload: { code: 1 } },
    ],
    [{ type: 'stop', payload: null }],
    "export interface Action<K extends string = 'go', P = null> { type: K; payload: P }",
  ),
  tagged.refused('the same tag twice', "{ k: 'a'; x?: number } | { k: 'a'; y?: string }", 'CATGA1121'),
  shaped.carried(
    'array or object member',
    '{ v: number[] } | { v: { n: number } } | { v: string }',
    [{ v: [1] }, { v: { n: 1 } }, { v: 'x' }],
    [{ v: true }],
  ),
  shaped.carried(
    'one member in common',
    '{ id: string; a: number } | { id: string; b: number }',
    [
      { id: '1', a: 1 },
      { id: '1', b: 1 },
    ],
    [{ id: '1' }],
  ),
  shaped.carried(
    'three by presence',
    '{ a: 1; b: 1 } | { a: 1; c: 1 } | { b: 1; c: 1 }',
    [
      { a: 1, b: 1 },
      { a: 1, c: 1 },
      { b: 1, c: 1 },
    ],
    [{ a: 1 }],
  ),
  shaped.carried(
    'by a class',
    'P | { x: string }',
    (m) => [new (m['P'] as unknown as new (x: number) => object)(1), { x: 's' }],
    [{ x: true }],
    'export class P { constructor(readonly x: number) {} }',
  ),
  primitive.carried('nullish', 'string | null', ['x', null], [1]),
  primitive.carried('overlapping literals', "'a' | string | 1 | number", ['b', 2], [true]),
  primitive.carried('templates that overlap', '`a${string}` | `${string}b`', ['a', 'b', 'ab'], ['c']),
  primitive.carried('boolean or its texts', "boolean | 'true' | 'false'", [true, 'true'], ['x']),
  primitive.carried('an enum or a text', "E | 'other'", [0, 1, 'other'], [2, 'x'], 'export enum E { A, B }'),
  primitive.carried('two enums', 'E | F', [0, 'f'], [1, 'g'], "export enum E { A } export enum F { A = 'f' }"),
  mixed.carried('set or object', 'Set<number> | { a: number }', [new Set([1]), { a: 1 }], [{ a: 'x' }]),
  mixed.carried('map or text', 'Map<string, number> | string', [new Map([['a', 1]]), 'x'], [1]),
  mixed.carried('bytes or number', 'Uint8Array | number', [new Uint8Array([1]), 1], [true]),
  mixed.carried('one or many', 'One | One[]', [{ a: 1 }, [{ a: 1 }]], [[1]], 'export interface One { a: number }'),
  mixed.refused('set or array', 'Set<number> | string[]', 'CATGA1121'),
  mixed.refused('map or array of pairs', 'Map<string, number> | [number, string][]', 'CATGA1121'),
];
