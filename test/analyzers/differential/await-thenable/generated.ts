import type { CaseGroup } from '../corpus.ts';
import { inTurn, product } from '../product.ts';

const values: readonly string[] = [
  'promise',
  'make()',
  'optional',
  'either',
  'like',
  'renamed',
  'noCallback',
  'thenRest',
  'thenUnion',
  'anything',
  'unknownValue',
  'count',
  'text',
  'null',
  'compute()',
  'promises',
  'numbers',
  'mixedArray',
  'pair',
  'tuple',
  'numberSet',
  'promiseSet',
  'promiseMap',
  'iterable',
  'promiseIterable',
  'asyncIterable',
  'eitherIterable',
  'stream()',
  'iterate()',
  'syncDisposable',
  'asyncDisposable',
  'eitherDisposable',
  'service.inner?.save()',
  'service.inner?.count()',
  'promiseRecord',
  '{ a: 1 }',
  '{ then(a: () => void) {} }',
  'class {}',
  'function () {}',
  '[1, promise]',
];

const wrapped: readonly string[] = [
  '@',
  '(@)',
  '(@)!',
  '(@ as unknown)',
  '(condition ? @ : promise)',
  '(condition ? @ : count)',
  '(condition && @)',
  '(work(), @)',
  'await (@)',
  '[@]',
  '[promise, @]',
  'identity(@)',
  'Promise.resolve(@)',
];

const statements: readonly string[] = [
  'await @;',
  'void (await @);',
  'identity(await @);',
  'identity(async () => await @);',
  'for await (const one of @) one;',
  'for await (const one of @) { work(); }',
  '{ await using held = @; }',
  'Promise.all(@);',
  'Promise.race([@, 1]);',
  'Promise.allSettled([...[@]]);',
  'void Promise.any?.(@);',
];

const cases = [
  ...new Set([
    ...product(statements, values),
    ...inTurn(statements, product(wrapped, values)),
    ...product(['await @;', 'Promise.all(@);'], product(wrapped, values)),
  ]),
];

// At an argument that is `any` or `never` typescript-eslint breaks off with an error where this option is on.
const mixed = product(
  ['Promise.all(@);', 'Promise.race([@, 1]);', 'Promise.any([promise, @]);', 'Promise.allSettled((@));'],
  values.filter((value) => value !== 'anything'),
);

/** The product of values, wrappings and places. */
export const generated: readonly CaseGroup[] = [
  { name: 'generated', options: {}, cases, inModules: 60, mayNotCompile: true },
  {
    name: 'generated-mixed',
    options: { allowMixedPromiseArrays: true },
    cases: mixed,
    inModules: 60,
    mayNotCompile: true,
  },
];
