import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleExample, exampleNames } from './bundle.ts';
import { expectSuccess } from './expected-output.ts';
import { runNode } from './run-program.ts';

describe('bundled examples', () => {
  it.each(exampleNames)(
    'examples: %s, bundled and minified, runs where code from strings is forbidden',
    async (name) => {
      const file = await bundleExample(name, 'esm');
      expectSuccess(name, await runNode(['--disallow-code-generation-from-strings', file]));
    },
  );

  // The bundle of github-webhooks carries payloads that quote source code.
  it.each(['minimal', 'order-system'] as const)(
    'examples: the bundle of %s does without eval and metadata',
    async (name) => {
      const text = readFileSync(await bundleExample(name, 'esm'), 'utf8');
      expect(text.match(/\beval\(|new Function\(|Reflect\.(?:getMetadata|metadata)/g)).toBeNull();
    },
  );

  it('examples: the flag forbids what it says, so that the runs above show something', async () => {
    const { code, output } = await runNode([
      '--disallow-code-generation-from-strings',
      '-e',
      'new Function("return 1")()',
    ]);
    expect(code).not.toBe(0);
    expect(output).toContain('Code generation from strings disallowed');
  });
});
