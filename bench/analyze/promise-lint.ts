import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from '../child.ts';
import type { Sample } from '../interleave.ts';
import { inRepository } from '../repository.ts';

// The rules of typescript-eslint that `catga analyze` has counterparts of, with their defaults.
const rules = ['await-thenable', 'no-floating-promises', 'no-misused-promises', 'return-await'];

/** Measures ESLint with the promise rules of typescript-eslint alone over a project, in milliseconds. Findings are fine. */
export async function promiseLint(folder: string): Promise<Sample> {
  const config = join(folder, 'eslint.config.mjs');
  const lines = rules.map((rule) => `      '@typescript-eslint/${rule}': 'error',`);
  await writeFile(
    config,
    `import plugin from '${module('@typescript-eslint/eslint-plugin')}';
import * as parser from '${module('@typescript-eslint/parser')}';

export default [
  {
    files: ['src/**/*.ts'],
    languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': plugin },
    rules: {
${lines.join('\n')}
    },
  },
];
`,
  );
  const entry = inRepository('node_modules', 'eslint', 'bin', 'eslint.js');
  return async () => {
    const { wallMs } = await runChild([entry, 'src'], { cwd: folder, exitCodes: [0, 1] });
    return wallMs;
  };
}

/** What a configuration outside this repository imports a package of it by. */
function module(name: string): string {
  return pathToFileURL(inRepository('node_modules', name, 'dist', 'index.js')).href;
}
