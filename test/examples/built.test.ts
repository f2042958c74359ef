import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleNames, root, type ExampleName } from './bundle.ts';
import { expectSuccess } from './expected-output.ts';
import { runNode } from './run-program.ts';

// Three majors between them; the largest example gets the compiler that is written in Go.
const compilerOf: Readonly<Record<ExampleName, string>> = {
  minimal: 'typescript-5.9',
  'order-system': 'typescript',
  'github-webhooks': 'typescript-7',
  performance: 'typescript',
};

describe('examples as a user builds them', () => {
  describe.each(exampleNames)('%s', (name) => {
    const folder = join(root, 'examples', name);

    it(`examples: what is committed of ${name} is what catga generate writes`, async () => {
      const { code, output } = await runNode([join(root, 'cli/bin/catga.js'), 'generate', '--check'], folder);
      expect({ code, output }).toEqual({ code: 0, output });
    });

    it(`examples: catga analyze finds nothing in ${name}`, async () => {
      const { code, output } = await runNode([join(root, 'cli/bin/catga.js'), 'analyze'], folder);
      expect({ code, output }).toEqual({ code: 0, output });
    });

    it(`examples: ${name} compiles with tsc and runs`, { timeout: 300_000 }, async () => {
      const compiled = await runNode([join(root, 'node_modules', compilerOf[name], 'bin/tsc'), '-p', folder]);
      expect(compiled).toEqual({ code: 0, output: '' });
      expectSuccess(name, await runNode([join(folder, 'dist/main.js')], folder));
    });
  });
});
