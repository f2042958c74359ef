import type { CaseGroup } from '../corpus.ts';
import { inTurn, product } from '../product.ts';

const values: readonly string[] = [
  'promise',
  'make()',
  'optional',
  'either',
  'new Promise<void>(() => undefined)',
  'tag`a`',
  'service.inner?.save()',
  '(async () => 1)()',
  'extended',
  'renamed',
  'both',
  'promises',
  'pair',
  'mixedArray',
  'anything',
  'count',
  '(condition ? promise : another)',
  '(await promiseOfArray)',
];

/** What is called on a value. */
const handled: readonly string[] = [
  '@',
  '@.catch(report)',
  '@.catch()',
  '@.catch(undefined)',
  '@.then(work)',
  '@.then(work, report)',
  '@.then(work, handlerOrNothing)',
  '@.finally(work)',
  '@.catch(report).finally(work)',
  '@.then(work).catch(report)',
  '@?.catch(report)',
  '(@?.catch(report)).finally(work)',
  "@['catch'](report)",
  '@.catch(...spread)',
  '@!.then(work)!.catch(report)',
];

/** What is made of it. */
const wrapped: readonly string[] = [
  '@',
  '(@)',
  'void @',
  'void (@)',
  'await @',
  '(await @)',
  '@ as Promise<number>',
  '(@)!',
  '!@',
  '[@]',
  'condition && @',
  'condition || (@)',
  '@ ?? another',
  'condition ? @ : 1',
  'condition ? promise.catch(report) : @',
  '@, 1',
  'work(), @',
  'held = @',
  'identity(@)',
  'await Promise.all([@])',
  '(() => @)()',
  'condition && void @',
];

/** Where it stands. */
const statements: readonly string[] = [
  '@;',
  'if (condition) @;',
  'if (condition) work(); else @;',
  '{ @; }',
  'while (condition) { @; }',
  'for (const one of promises) @;',
  'do @; while (condition);',
  'try { @; } catch { @; } finally { @; }',
  'switch (count) { default: @; }',
  '(async () => { @; });',
  '(class { async run(): Promise<void> { @; } });',
  '({ async run(): Promise<void> { @; } });',
  '(async function* () { @; });',
  'identity(async () => @);',
  'for (@; condition; @) work();',
  '  /* a */ @ /* b */ ; // c',
  'label: @;',
];

const cases = [...new Set(inTurn(statements, product(wrapped, product(handled, values))))];

/** The product of values, handlers and wrappings, each in one of the places in turn, with the options that matter. */
export const generated: readonly CaseGroup[] = [
  {},
  { ignoreVoid: false },
  { checkThenables: true },
  { ignoreIIFE: true },
  {
    ignoreVoid: false,
    checkThenables: true,
    allowForKnownSafePromises: ['Extended'],
    allowForKnownSafeCalls: ['make'],
  },
].map((options, index) => ({
  name: `generated-${index}`,
  options,
  before: 'let held: unknown;',
  // All of them where nothing is set; elsewhere a part, for the sake of time.
  cases: index === 0 ? cases : cases.filter((_, number) => number % 5 === index),
  inModules: 60,
  mayNotCompile: true,
}));
