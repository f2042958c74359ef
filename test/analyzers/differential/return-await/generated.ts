import { product } from '../product.ts';

const values: readonly string[] = [
  'promise',
  'make()',
  'optional',
  'either',
  'renamed',
  'anything',
  'count',
  'service.inner?.save()',
  'new Promise<void>(() => undefined)',
  'tag`a`',
  'promises',
  'promise.catch(report)',
];

const wrapped: readonly string[] = [
  '@',
  'await @',
  '(@)',
  '(await (@))',
  'await @!',
  '@ as Promise<number>',
  'await (@ as Promise<number>)',
  'condition ? @ : 1',
  'condition ? await @ : @',
  'condition ? 1 : (condition ? @ : await @)',
  'condition && @',
  'await (condition && @)',
  '(work(), @)',
  '@ ?? another',
  'held = @',
  'await /* a */ @',
];

const functions: readonly string[] = [
  'async () => @',
  'async () => { return @; }',
  'async () => { try { return @; } catch { return @; } }',
  'async () => { try { work(); } finally { return @; } }',
  'async () => { try { work(); } catch { return @; } finally { work(); } }',
  'async () => { using held = disposable; return @; }',
  'async () => { if (condition) { await using held = asyncDisposable; work(); } return @; }',
  'async () => { for (using held of [disposable]) return @; }',
  'async function () { try { if (condition) return @; } finally { work(); } return 1; }',
  'async function* () { try { return @; } finally { work(); } }',
  '{ async run() { try { return @; } catch {} } }',
  'class { async run() { try { return (async () => @)(); } catch {} } }',
];

/** The product of values and wrappings, and functions. */
export const generated: readonly string[] = [
  ...new Set(product(['identity(@);'], product(functions, product(wrapped, values)))),
];
