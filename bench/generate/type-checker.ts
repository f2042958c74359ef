import { runChild } from '../child.ts';
import type { Sample } from '../interleave.ts';
import { inRepository } from '../repository.ts';

/** The compilers that the generator is compared with, by major. */
export type TypeCheckerName = 'tsc6' | 'tsc7';

const packages: Readonly<Record<TypeCheckerName, string>> = { tsc6: 'typescript', tsc7: 'typescript-7' };

/** Measures `tsc --noEmit` over a project, in milliseconds. It fails where the project has errors. */
export function typeChecker(name: TypeCheckerName, folder: string): Sample {
  const entry = inRepository('node_modules', packages[name], 'bin', 'tsc');
  return async () => {
    const { wallMs } = await runChild([entry, '--noEmit', '-p', folder], { cwd: folder });
    return wallMs;
  };
}
