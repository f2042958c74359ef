import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { EmittedFile } from '../emit/emitted-file.ts';
import { isOurs } from './header.ts';
import { isLeftBehind } from './write-whole.ts';

/** How the output folder differs from what was generated. Paths are posix, relative to the folder, sorted. */
export interface WritePlan {
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Not on disk yet. */
  readonly missing: readonly EmittedFile[];
  /** On disk with other bytes. */
  readonly stale: readonly StaleFile[];
  /** On disk with our header, but no longer generated. */
  readonly orphaned: readonly OrphanedFile[];
  /** On disk, where we want to write, but without our header: never overwritten. */
  readonly foreign: readonly string[];
  /** Halves of files that runs which were killed have left. They are nobody's output and make nothing out of date. */
  readonly leftBehind: readonly string[];
  /** How many files are as they should be. */
  readonly unchanged: number;
}

interface StaleFile extends EmittedFile {
  /** What is on disk. */
  readonly current: string;
}

interface OrphanedFile {
  readonly path: string;
  readonly current: string;
}

/** What is known of the output folder without reading it. */
export interface EarlierOutput {
  /** Whether a file is there as it was written and would be written again; such a one is not even printed. */
  keeps(file: EmittedFile): boolean;
  /** What is there, where it is as it was written and that is still known. */
  textOf(path: string): string | undefined;
}

/**
 * Compares the generated files with the output folder. Writes nothing.
 *
 * @param earlier - What an earlier run has left there.
 */
export function planWrite(files: readonly EmittedFile[], folder: string, earlier?: EarlierOutput): WritePlan {
  const present = filesIn(folder);
  const existing = new Set(present.filter((path) => /\.(ts|json)$/.test(path)));
  const generated = new Set(files.map(({ path }) => path));
  const missing: EmittedFile[] = [];
  const stale: StaleFile[] = [];
  const foreign: string[] = [];
  for (const file of files) {
    const isThere = existing.has(file.path);
    if (isThere && earlier?.keeps(file) === true) continue;
    const current = isThere ? (earlier?.textOf(file.path) ?? readIfThere(join(folder, file.path))) : undefined;
    if (current === undefined) missing.push(file);
    else if (!isOurs(file.path, current)) foreign.push(file.path);
    else if (current !== file.text) stale.push({ path: file.path, text: file.text, current });
  }
  const orphaned = [...existing]
    .filter((path) => !generated.has(path))
    .map((path): OrphanedFile => ({ path, current: readIfThere(join(folder, path)) ?? '' }))
    .filter(({ path, current }) => isOurs(path, current));
  return {
    folder,
    missing,
    stale,
    orphaned,
    foreign,
    leftBehind: present.filter(isLeftBehind),
    unchanged: files.length - missing.length - stale.length - foreign.length,
  };
}

/** Whether there is nothing to write and nothing to remove. */
export function isUpToDate({ missing, stale, orphaned, foreign }: WritePlan): boolean {
  return missing.length + stale.length + orphaned.length + foreign.length === 0;
}

// Another run may be writing the same folder.
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function filesIn(folder: string): readonly string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
