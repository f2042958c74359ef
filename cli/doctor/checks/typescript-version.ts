import type { Check } from '../check.ts';
import { isAtLeast, versionOf } from '../version-range.ts';

/** What generated code is tested with. */
export const typescriptVersion: Check = {
  name: 'typescript-version',
  examine({ installed }) {
    const typescript = installed('typescript');
    if (typescript === undefined) {
      return {
        status: 'note',
        problem: 'TypeScript is not installed in this project; nothing type-checks what is generated.',
        fix: 'Run `npm install --save-dev typescript`, unless another tool compiles the project.',
      };
    }
    const { version } = typescript;
    if (isAtLeast(version, '5.9.0') && versionOf(version)[0] <= 7)
      return { status: 'ok', detail: `TypeScript ${version}` };
    return {
      status: 'warning',
      problem: `TypeScript ${version} is not among those that generated code is tested with: 5.9, 6 and 7.`,
      fix: 'Run `npm install --save-dev typescript@~6.0`.',
    };
  },
};
