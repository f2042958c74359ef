import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of what is generated and kept; a user's own file is not taken for one. */
const ending = /\.(?:json|ts)\.(?<process>\d+)\.tmp$/;

/**
 * Writes a file so that whoever looks sees it as it was before or whole: beside its place, then renamed. Makes the folders
 * that it needs.
 *
 * @param mode - The file's permissions; by default those of new files.
 */
export function writeWhole(path: string, text: string, mode?: number): void {
  mkdirSync(dirname(path), { recursive: true });
  // Beside its target, so that the rename stays within one file system; the process id keeps two runs apart.
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    // What a new file may not have by default, one that is replaced may have had.
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Removes what killed processes have left behind in a folder. */
export function removeLeftBehind(folder: string): void {
  for (const name of readdirSync(folder)) if (isLeftBehind(name)) rmSync(join(folder, name), { force: true });
}

/** Whether a file of this name is what {@link writeWhole} of a process that was killed has left behind. */
export function isLeftBehind(name: string): boolean {
  const writer = ending.exec(name)?.groups?.['process'];
  return writer !== undefined && !isRunning(Number(writer));
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // EPERM: it runs for somebody else.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
