import { structures, type Structure } from './structure.ts';

const array = structures('arrays');
const tuple = structures('tuples');
const map = structures('`Map`, `Set`');
const date = structures('`Date`');
const binary = structures('binary: `Uint8Array`, `ArrayBuffer`, typed arrays');

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** A view that starts at an odd offset. */
function misaligned<T>(make: new (buffer: ArrayBuffer) => T, size: number): T {
  return new make(Uint8Array.from({ length: size }, (_, at) => at * 37).buffer);
}

const typed: readonly (readonly [string, readonly unknown[]])[] = [
  ['Int8Array', [new Int8Array(), new Int8Array([-128, 0, 127])]],
  ['Uint8ClampedArray', [new Uint8ClampedArray([0, 255])]],
  ['Int16Array', [new Int16Array([-32_768, 1, 32_767]), misaligned(Int16Array, 6)]],
  ['Uint16Array', [new Uint16Array([0, 65_535])]],
  ['Int32Array', [new Int32Array([-(2 ** 31), 2 ** 31 - 1])]],
  ['Uint32Array', [new Uint32Array([0, 2 ** 32 - 1])]],
  ['Float32Array', [new Float32Array([0.5, -1, Number.NaN, Infinity, -0])]],
  ['Float64Array', [new Float64Array([0.1, Number.MAX_VALUE, Number.NaN, -0]), new Float64Array(5000).fill(0.25)]],
  ['BigInt64Array', [new BigInt64Array([-(2n ** 63n), 2n ** 63n - 1n])]],
  ['BigUint64Array', [new BigUint64Array([0n, 2n ** 64n - 1n])]],
];

export const collections: readonly Structure[] = [
  array.carried('string[]', 'string[]', [[], ['a', 'b']], [[1], 'a', {}, null]),
  array.carried('readonly', 'readonly number[]', [[1, 2]], [['x']]),
  array.carried('ReadonlyArray', 'ReadonlyArray<number>', [[1, 2]], [['x']]),
  array.carried('Array', 'Array<number>', [[1, 2]], [['x']]),
  array.carried('matrix', 'number[][][]', [[[[1]], []], []], [[[1]]]),
  array.carried('of a union', '(string | number)[]', [['a', 1]], [[true]]),
  array.carried('of dates', 'Date[]', [[new Date(0)]], [['x']]),
  array.carried('of bigints', 'bigint[]', [[1n, 2n ** 70n]], [[1.5]]),
  array.carried('100,000 numbers', 'number[]', [Array.from({ length: 100_000 }, (_, at) => at)]),
  array.refused('Iterable', 'Iterable<string>', 'CATGA1115'),
  array.refused('AsyncIterable', 'AsyncIterable<string>', 'CATGA1115'),
  array.refused('ArrayLike', 'ArrayLike<string>', 'CATGA1115'),
  array.refused(
    'extended by an interface',
    'A',
    'CATGA1120',
    '.v',
    'export interface A extends Array<string> { name: string }',
  ),
  tuple.carried('pair', '[string, number]', [['a', 1]], [['a'], ['a', 1, 2], [1, 'a'], {}]),
  tuple.carried('empty', '[]', [[]], [[1]]),
  tuple.carried('readonly', 'readonly [string, number]', [['a', 1]], [['a']]),
  tuple.carried('labelled', '[name: string, age: number]', [['a', 1]], [['a']]),
  tuple.carried('as const', 'typeof pair', [['a', 1]], [['b', 1]], "export const pair = ['a', 1] as const;"),
  tuple.carried('nested', '[[string], [number, [boolean]]]', [[['a'], [1, [true]]]], [[['a'], [1, true]]]),
  tuple.carried('optional', '[string, number?]', [['a'], ['a', 1]], [[], ['a', 'b'], ['a', 1, 2]]),
  tuple.carried('labelled optional', '[a: string, b?: number]', [['a'], ['a', 1]], [['a', 'b']]),
  tuple.carried('two optional', '[string?, number?]', [[], ['a'], ['a', 1]], [[1], ['a', 'b']]),
  tuple.carried('optional object', '[{ a: number }?]', [[], [{ a: 1 }]], [[{}]]),
  tuple.carried('optional null', '[string, (number | null)?]', [['a'], ['a', null], ['a', 1]], [['a', 'x']]),
  tuple.carried('rest', '[string, ...number[]]', [['a'], ['a', 1], ['a', 1, 2]], [[], ['a', 'b'], ['a', 1, 'b']]),
  tuple.carried('rest of a union', '[string, ...(number | boolean)[]]', [['a', 1, true]], [['a', 'b']]),
  tuple.carried('rest of objects', '[string, ...{ a: number }[]]', [['a'], ['a', { a: 1 }]], [['a', {}]]),
  tuple.carried('leading rest', '[...string[], number]', [[1], ['a', 1], ['a', 'b', 1]], [[], ['a'], [1, 1]]),
  tuple.carried(
    'rest in the middle',
    '[number, ...string[], boolean]',
    [
      [1, true],
      [1, 'a', 'b', true],
    ],
    [[1], [1, 1, true]],
  ),
  tuple.carried(
    'rest with two behind',
    '[...number[], string, boolean]',
    [
      ['a', true],
      [1, 2, 'a', false],
    ],
    [[true], [1, true]],
  ),
  tuple.carried(
    'optional and rest',
    '[string, number?, ...boolean[]]',
    [['a'], ['a', 1], ['a', 1, true, false]],
    [['a', true]],
  ),
  tuple.carried('readonly rest', 'readonly [string, ...number[]]', [['a', 1]], [['a', 'b']]),
  tuple.carried('labelled rest', '[a: string, ...rest: number[]]', [['a', 1]], [['a', 'b']]),
  tuple.carried(
    'variadic',
    '[...A, ...B]',
    [['a', 1, true]],
    [['a', 1]],
    'type A = [string, number]; type B = [boolean];',
  ),
  tuple.carried('variadic with an array', '[...A, ...string[]]', [[1], [1, 'a']], [['a']], 'type A = [number];'),
  tuple.carried('non-empty array', '[string, ...string[]]', [['a'], ['a', 'b']], [[]]),
  tuple.carried('rest of nullable', '[...(string | null)[]]', [[], ['a', null]], [[1]]),
  tuple.carried(
    'of length 30',
    `[${Array.from({ length: 30 }, () => 'number').join(', ')}]`,
    [Array.from({ length: 30 }, (_, at) => at)],
    [[1]],
  ),
  tuple.carried('union by length', '[string] | [string, number]', [['a'], ['a', 1]], [[], ['a', 1, 2]]),
  tuple.carried(
    'union by the first element',
    "['add', number] | ['remove', string]",
    [
      ['add', 1],
      ['remove', 'x'],
    ],
    [
      ['add', 'x'],
      ['other', 1],
    ],
  ),
  tuple.carried(
    'union by the last element',
    "[number, 'a'] | [string, 'b']",
    [
      [1, 'a'],
      ['x', 'b'],
    ],
    [['x', 'a']],
  ),
  tuple.carried(
    'with rests, by the first element',
    "['add', ...number[]] | ['name', ...string[]]",
    [['add', 1, 2], ['name', 'x'], ['add']],
    [['add', 'x'], []],
  ),
  tuple.carried(
    'or an array, by the first element',
    "['add', number] | number[]",
    [['add', 1], [1, 2], []],
    [['add', 'x'], ['x']],
  ),
  tuple.refused('undecided', '[string?] | [string, ...string[]]', 'CATGA1121'),
  map.carried(
    'Map',
    'Map<string, number>',
    [new Map(), new Map([['a', 1]])],
    [new Map([['a', 'x']]), {}, [['a', 1]].values()],
  ),
  map.carried('ReadonlyMap', 'ReadonlyMap<string, number>', [new Map([['a', 1]])], [new Map([[1, 1]])]),
  map.carried(
    'number keys',
    'Map<number, string>',
    [
      new Map([
        [1, 'a'],
        [1.5, 'b'],
      ]),
    ],
    [new Map([['a', 'a']])],
  ),
  map.carried('object keys', 'Map<{ a: number }, string>', [new Map([[{ a: 1 }, 'x']])], [new Map([[{}, 'x']])]),
  map.carried('bigint keys', 'Map<bigint, string>', [new Map([[1n, 'x']])], [new Map([['a', 'x']])]),
  map.carried('date keys', 'Map<Date, string>', [new Map([[new Date(0), 'x']])], [new Map([['a', 'x']])]),
  map.carried(
    'union keys',
    'Map<string | number, boolean>',
    [
      new Map<unknown, boolean>([
        ['a', true],
        [1, false],
      ]),
    ],
    [new Map([[true, true]])],
  ),
  map.carried(
    'nested',
    'Map<string, Map<number, Set<string>>>',
    [new Map([['a', new Map([[1, new Set(['x'])]])]])],
    [new Map([['a', 1]])],
  ),
  map.carried('nullable values', 'Map<string, number | null>', [new Map([['a', null]])], [new Map([['a', 'x']])]),
  map.carried(
    'undefined values',
    'Map<string, number | undefined>',
    [new Map([['a', undefined]])],
    [new Map([['a', 'x']])],
  ),
  map.carried('Set', 'Set<string>', [new Set(), new Set(['a'])], [new Set([1]), ['a'].values()]),
  map.carried('ReadonlySet', 'ReadonlySet<number>', [new Set([1, 2])], [new Set(['x'])]),
  map.carried('Set of objects', 'Set<{ a: number }>', [new Set([{ a: 1 }, { a: 1 }])], [new Set([{}])]),
  map.carried('Set of a union', 'Set<string | number>', [new Set(['1', 1])], [new Set([true])]),
  map.carried('Set of tuples', 'Set<[number, string?]>', [new Set([[1], [1, 'x']])], [new Set([['x']])]),
  map.carried('or an object', 'Map<string, number> | { a: number }', [new Map([['x', 1]]), { a: 1 }], [{ a: 'x' }]),
  map.refused('or an array', 'Map<string, number> | number[]', 'CATGA1121'),
  map.refused('or a Set', 'Map<string, number> | Set<string>', 'CATGA1121'),
  map.refused('WeakMap', 'WeakMap<object, string>', 'CATGA1104'),
  map.refused('WeakSet', 'WeakSet<object>', 'CATGA1104'),
  map.refused('WeakRef', 'WeakRef<object>', 'CATGA1104'),
  map.refused('extended', 'A', 'CATGA1115', '.v', 'export class A extends Map<string, number> {}'),
  date.carried(
    'Date',
    'Date',
    [new Date(0), new Date(-1), new Date(8.64e15), new Date(-8.64e15), new Date('2026-02-28T23:59:59.999Z')],
    ['x', 0],
  ),
  date.carried('or null', 'Date | null', [new Date(0), null], ['x']),
  date.carried('or a number', 'Date | number', [new Date(0), 1], ['x']),
  date.refused('or a string', 'Date | string', 'CATGA1121'),
  date.refused('extended', 'D', 'CATGA1115', '.v', 'export class D extends Date {}'),
  binary.carried('Uint8Array', 'Uint8Array', [bytes(), bytes(1, 2, 255), new Uint8Array(70_000)], [[1], 'AQ', {}]),
  binary.carried('Uint8Array<ArrayBuffer>', 'Uint8Array<ArrayBuffer>', [bytes(1, 2)], [[1]]),
  binary.carried('Uint8Array<ArrayBufferLike>', 'Uint8Array<ArrayBufferLike>', [bytes(1, 2)], [[1]]),
  binary.carried('part of a larger buffer', 'Uint8Array', [new Uint8Array(bytes(1, 2, 3, 4).buffer, 1, 2)], [[1]]),
  binary.carried('Buffer', 'Buffer', [Buffer.from('abc'), Buffer.alloc(0)], ['abc', 1]),
  binary.carried('ArrayBuffer', 'ArrayBuffer', [bytes(1, 2, 3).buffer, new ArrayBuffer(0)], ['abc', 1]),
  binary.carried(
    'DataView',
    'DataView',
    [new DataView(bytes(1, 2, 3).buffer), new DataView(bytes(1, 2, 3, 4).buffer, 1, 2)],
    [bytes(1)],
  ),
  ...typed.map(([name, good]) => binary.carried(name, name, good, [[1], bytes(1), 'AQ'])),
  ...typed.map(([name, good]) => binary.carried(`${name}<ArrayBuffer>`, `${name}<ArrayBuffer>`, good, [[1]])),
  binary.carried('array of', 'Float64Array[]', [[new Float64Array([1, 2]), new Float64Array()]], [[bytes(1)]]),
  binary.carried('or null', 'Float32Array | null', [new Float32Array([1]), null], [bytes(1)]),
  binary.carried('or numbers', 'Float64Array | number[]', [new Float64Array([1]), [1]], [bytes(1)]),
  binary.carried('or an object', 'Uint8Array | { a: number }', [bytes(1), { a: 1 }], ['x']),
  binary.carried('optional', '{ a?: Int16Array }', [{}, { a: new Int16Array([1]) }], [{ a: bytes(1) }]),
  binary.refused('or a string', 'Uint8Array | string', 'CATGA1121'),
  binary.refused('two kinds', 'Int8Array | Int16Array', 'CATGA1121'),
  binary.refused('SharedArrayBuffer', 'SharedArrayBuffer', 'CATGA1112'),
  binary.refused('Uint8Array<SharedArrayBuffer>', 'Uint8Array<SharedArrayBuffer>', 'CATGA1112'),
  binary.refused('ArrayBufferLike', 'ArrayBufferLike', 'CATGA1112'),
  binary.refused('ArrayBufferView', 'ArrayBufferView', 'CATGA1112'),
  binary.refused('Blob', 'Blob', 'CATGA1115'),
];
