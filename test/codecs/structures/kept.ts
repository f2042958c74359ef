import { encode } from '@msgpack/msgpack';
import { unknownMembers } from '../../../runtime/codecs/index.ts';
import { structures, type Loaded, type Structure } from './structure.ts';

const type = structures('`@wire keepUnknown`');
// On a line of its own: behind something else on its line, a comment belongs to that.
const tag = '\n/** @wire keepUnknown */\nexport';

/** A value with members that its type does not declare. */
function plus<T extends object>(value: T, members: Readonly<Record<string, unknown>> = { more: [1, 'x', null] }): T {
  const kept = Object.entries(members).map(([name, member]) => [name, new Uint8Array(encode(member))] as const);
  return Object.assign(value, { [unknownMembers]: new Map(kept) });
}

function make(loaded: Loaded, name: string, ...parameters: readonly unknown[]): object {
  const made = loaded[name] as unknown as new (...values: readonly unknown[]) => object;
  return new made(...parameters);
}

export const kept: readonly Structure[] = [
  type.carried(
    'interface',
    'K',
    [{ x: 1 }, plus({ x: 1 }), plus({ x: 1 }, { ['__proto__']: 1, constructor: 'c', ü: true })],
    [{ x: 'x' }],
    `${tag} interface K { x: number }`,
  ),
  type.carried('type alias', 'K', [plus({ x: 1 })], [plus({})], `${tag} type K = { x: number };`),
  type.carried(
    'optional and undefined members',
    'K',
    [{}, plus({}), plus({ a: 1 }), plus({ b: 'x' }), plus({ a: 1, b: 'x' }), { a: 1 }].map((value) => ({
      u: undefined,
      ...value,
    })),
    [{ a: 'x', u: 'x' }],
    `${tag} interface K { a?: number; b?: string; u: string | undefined }`,
  ),
  type.carried(
    'objects inside',
    'K',
    [plus({ inner: plus({ list: [plus({ x: 1 }), { x: 2 }] }) })],
    [{ inner: { list: [{}] } }],
    `${tag} interface K { inner: { list: readonly { x: number }[] } }`,
  ),
  type.carried(
    'beside types without it',
    'K',
    [plus({ other: { x: 1 } })],
    [{ other: {} }],
    `export interface O { x: number } ${tag} interface K { other: O }`,
  ),
  type.carried(
    'inherited members',
    'K',
    [plus({ a: 1, b: 'x' })],
    [plus({ b: 'x' })],
    `export interface B { a: number } ${tag} interface K extends B { b: string }`,
  ),
  type.carried(
    'intersection',
    'K',
    [plus({ a: 1, b: 'x' })],
    [{ a: 1 }],
    `export interface A { a: number } ${tag} type K = A & { b: string };`,
  ),
  type.carried(
    'union of variants',
    'K[]',
    [[plus({ kind: 'a', x: 1 }), plus({ kind: 'b' }), { kind: 'b' }]],
    [[{ kind: 'c' }]],
    `${tag} type K = { kind: 'a'; x: number } | { kind: 'b' };`,
  ),
  type.carried(
    'union by presence',
    'K[]',
    [[plus({ a: 1 }), plus({ b: 1 }), plus({ c: [1] })]],
    [[{ d: 1 }]],
    `${tag} type K = { a: number } | { b: number } | { c: number[] };`,
  ),
  type.carried(
    'union with texts, null and lists',
    '(K | string | null | number[])[]',
    [[plus({ x: 1 }), 'x', null, [1]]],
    [[true]],
    `${tag} interface K { x: number }`,
  ),
  type.carried(
    'recursion',
    'K',
    [plus({ children: [plus({ children: [] }), { children: [plus({ children: [] })] }] })],
    [{ children: [{}] }],
    `${tag} interface K { children: K[] }`,
  ),
  type.carried(
    'generic',
    '[K<string>, K<number>]',
    [[plus({ v: 'x' }), plus({ v: 1 })]],
    [[{ v: 1 }, { v: 1 }]],
    `${tag} interface K<T> { v: T }`,
  ),
  type.carried(
    'mapped type',
    'K',
    [plus({}), plus({ a: 1 })],
    [{ a: 'x' }],
    `export interface A { a: number } ${tag} type K = { [N in keyof A]?: A[N] };`,
  ),
  type.carried(
    'utility type',
    'K',
    [plus({ a: 1 })],
    [{}],
    `export interface A { a: number; b: string } ${tag} type K = Pick<A, 'a'>;`,
  ),
  type.carried(
    'in collections',
    '{ m: Map<string, K>; s: Set<K>; r: Record<string, K>; t: [K, ...K[]] }',
    [
      {
        m: new Map([['a', plus({ x: 1 })]]),
        s: new Set([plus({ x: 2 })]),
        r: { a: plus({ x: 3 }) },
        t: [plus({ x: 4 }), { x: 5 }, plus({ x: 6 })],
      },
    ],
    [{ m: new Map(), s: new Set(), r: {}, t: [] }],
    `${tag} interface K { x: number }`,
  ),
  type.carried(
    'beside `@wire positional`',
    'P',
    [{ k: plus({ p: { x: 1 } }) }],
    [{ k: {} }],
    `\n/** @wire positional */\nexport interface P { k: K } ${tag} interface K { p: Q }\n/** @wire positional */\nexport interface Q { x: number }`,
  ),
  type.carried(
    'many members',
    'K',
    [
      plus(
        Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`m${at}`, at])),
        Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`n${at}`, at])),
      ),
    ],
    [{}],
    `${tag} interface K { ${Array.from({ length: 40 }, (_, at) => `m${at}: number`).join('; ')} }`,
  ),
  type.carried(
    '__proto__ and constructor',
    'K',
    [plus(JSON.parse('{"__proto__":1,"constructor":2}') as object), plus(JSON.parse('{"__proto__":1}') as object)],
    [{}],
    `${tag} interface K { ['__proto__']: number; constructor?: number }`,
  ),
  type.carried(
    'class',
    'K',
    (loaded) => [make(loaded, 'K', 1), plus(make(loaded, 'K', 1))],
    [{ x: 'x' }],
    `${tag} class K { constructor(readonly x: number) {} }`,
  ),
  type.carried(
    'class without a constructor',
    'K',
    (loaded) => [plus(Object.assign(make(loaded, 'K'), { x: 1 }))],
    [{ x: 'x' }],
    `${tag} class K { x = 0 }`,
  ),
  type.carried(
    'class that takes one object',
    'K',
    (loaded) => [plus(make(loaded, 'K', { x: 1 }))],
    [{ x: 'x' }],
    `${tag} class K { readonly x: number; constructor(init: { x: number }) { this.x = init.x; } }`,
  ),
  type.refused('index signature', 'K', 'CATGA1128', '.v', `${tag} interface K { a: string; [key: string]: string }`),
  type.refused(
    'index signature of a form',
    'K',
    'CATGA1128',
    '.v',
    `${tag} interface K { a: string; [key: \`d-\${string}\`]: string }`,
  ),
  type.refused('record', 'K', 'CATGA1128', '.v', `${tag} type K = { [key: string]: string };`),
  type.refused(
    'class with a static fromWire',
    'K',
    'CATGA1128',
    '.v',
    `${tag} class K { x = 0; static fromWire(members: { x: number }): K { return Object.assign(new K(), members); } }`,
  ),
  type.refused(
    'merged with `@wire positional`',
    'K',
    'CATGA1128',
    '.v',
    `${tag} interface K { a: string }\n/** @wire positional */\nexport interface K { b: string }`,
  ),
];
