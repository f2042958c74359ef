import type { Check } from '../check.ts';

const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];

/** Two package managers install two sets of versions. */
export const oneLockFile: Check = {
  name: 'one-lock-file',
  examine({ exists }) {
    const found = lockFiles.filter(exists);
    if (found.length < 2) return { status: 'ok', detail: found[0] ?? 'no lock file here' };
    return {
      status: 'warning',
      problem: `There are lock files of several package managers: ${found.join(', ')}.`,
      fix: 'Keep that of the one you use; the others pin other versions.',
    };
  },
};
