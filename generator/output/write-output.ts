import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WritePlan } from './plan-write.ts';

/**
 * Carries out a plan: writes what is missing or stale, removes orphans and folders that they leave empty. A file that is
 * already right keeps its modification time; each other one appears whole, by a rename.
 *
 * The caller has dealt with `plan.foreign`: those files are left alone.
 */
export function writeOutput(plan: WritePlan): void {
  for (const { path, text } of [...plan.missing, ...plan.stale]) writeWhole(join(plan.folder, path), text);
  for (const { path } of plan.orphaned) {
    rmSync(join(plan.folder, path), { force: true });
    removeEmpty(dirname(join(plan.folder, path)), plan.folder);
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // Beside its target, so that the rename stays within one file system; the process id keeps two runs apart.
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
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
