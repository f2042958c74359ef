import { structures, type Structure } from './structure.ts';

const callable = structures('functions, constructors');
const symbol = structures('symbols');
const promise = structures('promises, streams, generators');
const boxed = structures('boxed primitives');
const untyped = structures('`any`, `unknown`');
const parameter = structures('unbound type parameters');
const builtin = structures('other built-in types');

export const refusals: readonly Structure[] = [
  callable.refused('arrow', '() => void', 'CATGA1101'),
  callable.refused('Function', 'Function', 'CATGA1101'),
  callable.refused('optional', '{ f?: (a: number) => string }', 'CATGA1101', '.v.f'),
  callable.refused('constructor', 'new () => Date', 'CATGA1101'),
  callable.refused('in an array', '(() => void)[]', 'CATGA1101', '.v[]'),
  callable.refused('in a union', 'string | (() => void)', 'CATGA1101'),
  callable.refused('in a tuple', '[string, () => void]', 'CATGA1101', '.v[1]'),
  callable.refused('in a map', 'Map<string, () => void>', 'CATGA1101', '.v{}'),
  callable.refused('with members', '{ (): void; a: number }', 'CATGA1101'),
  callable.refused('typeof a class', 'typeof C', 'CATGA1101', '.v', 'export class C {}'),
  symbol.refused('symbol', 'symbol', 'CATGA1102'),
  symbol.refused('unique symbol', 'typeof s', 'CATGA1102', '.v', 'declare const s: unique symbol;'),
  symbol.refused('in a union', 'string | symbol', 'CATGA1102'),
  symbol.refused('Symbol', 'Symbol', 'CATGA1102'),
  promise.refused('Promise', 'Promise<string>', 'CATGA1103'),
  promise.refused('PromiseLike', 'PromiseLike<string>', 'CATGA1103'),
  promise.refused('in an array', 'Promise<string>[]', 'CATGA1103', '.v[]'),
  promise.refused('Generator', 'Generator<string>', 'CATGA1115'),
  promise.refused('AsyncGenerator', 'AsyncGenerator<string>', 'CATGA1115'),
  promise.refused('ReadableStream', 'ReadableStream<string>', 'CATGA1115'),
  promise.refused('Iterator', 'Iterator<string>', 'CATGA1115'),
  boxed.refused('String', 'String', 'CATGA1105'),
  boxed.refused('Number', 'Number', 'CATGA1105'),
  boxed.refused('Boolean', 'Boolean', 'CATGA1105'),
  boxed.refused('BigInt', 'BigInt', 'CATGA1105'),
  boxed.refused('Object', 'Object', 'CATGA1107'),
  untyped.refused('any', 'any', 'CATGA1106'),
  untyped.refused('unknown', 'unknown', 'CATGA1106'),
  untyped.refused('in an array', 'any[]', 'CATGA1106', '.v[]'),
  untyped.refused('in a record', 'Record<string, unknown>', 'CATGA1106', '.v{}'),
  parameter.refused('of a method-like alias', 'Fn', 'CATGA1101', '.v', 'export type Fn = <T>(a: T) => T;'),
  builtin.refused('RegExp', 'RegExp', 'CATGA1115'),
  builtin.refused('Error', 'Error', 'CATGA1115'),
  builtin.refused('URL', 'URL', 'CATGA1115'),
  builtin.refused('Intl.NumberFormat', 'Intl.NumberFormat', 'CATGA1115'),
  builtin.refused('AbortSignal', 'AbortSignal', 'CATGA1115'),
  builtin.refused('extends Error', 'E', 'CATGA1115', '.v', 'export class E extends Error { code = 1; }'),
  builtin.refused('typeof globalThis', 'typeof globalThis.Math', 'CATGA1115'),
];
