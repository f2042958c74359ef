import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WritePlan } from './plan-write.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Carries out a plan: writes what is missing or stale, removes orphans, what killed runs have left behind, and folders that
 * are empty then. A file that is already right keeps its modification time; each other one appears whole, by a rename.
 *
 * The caller has dealt with `plan.foreign`: those files are left alone.
 */
export function writeOutput(plan: WritePlan): void {
  for (const { path, text } of [...plan.missing, ...plan.stale]) writeWhole(join(plan.folder, path), text);
  for (const path of [...plan.orphaned.map((orphan) => orphan.path), ...plan.leftBehind]) {
    rmSync(join(plan.folder, path), { force: true });
    removeEmpty(dirname(join(plan.folder, path)), plan.folder);
  }
}

function removeEmpty(folder: string, root: string): void {
  if (folder === root || !folder.startsWith(root)) return;
  try {
    rmdirSync(folder);
  } catch (error) {
    // Not empty; or gone, since another run is at work on the same folder.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'ENOENT')) return;
    throw error;
  }
  removeEmpty(dirname(folder), root);
}
