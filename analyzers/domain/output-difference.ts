import { existsSync } from 'node:fs';
import type { EmittedFile } from '../../generator/emit/index.ts';
import { planWrite } from '../../generator/output/index.ts';

/** How the output folder differs from what the declarations say. */
export interface OutputDifference {
  /** Files that are missing, other than they should be, or no longer generated; relative to the output folder, sorted. */
  readonly files: readonly string[];
  /** Nothing has been generated there yet. */
  readonly isAbsent: boolean;
}

/** No difference, as far as anybody has looked. */
export const sameOutput: OutputDifference = { files: [], isAbsent: false };

/**
 * Compares the output folder with what belongs there.
 *
 * @param print - Prints what belongs there; not called where there is no such folder.
 */
export function outputDifference(print: () => readonly EmittedFile[], folder: string): OutputDifference {
  if (!existsSync(folder)) return { files: [], isAbsent: true };
  const { missing, stale, orphaned } = planWrite(print(), folder);
  return { files: [...missing, ...stale, ...orphaned].map(({ path }) => path).toSorted(), isAbsent: false };
}
