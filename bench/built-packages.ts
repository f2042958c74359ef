import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { inRepository } from './repository.ts';

const sources = ['analyzers', 'cli', 'generator', 'runtime', 'scripts', 'templates'];
const outputs = [inRepository('runtime', 'dist', 'index.js'), inRepository('cli', 'dist', 'main.js')];

/** The built command line. */
export const cliEntry: string = inRepository('cli', 'dist', 'main.js');

/** Builds both packages, unless the build is newer than every source: what is measured is always what is in the tree. */
export async function ensureBuilt(report: (text: string) => void): Promise<void> {
  const built = Math.min(...(await Promise.all(outputs.map(modified))));
  const changed = Math.max(...(await Promise.all(sources.map((folder) => newest(inRepository(folder))))));
  if (built > changed) return;
  report('building both packages');
  await runChild([inRepository('scripts', 'build.mjs')], { cwd: inRepository() });
}

async function modified(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
  return found?.mtimeMs ?? 0;
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isNotFound(error)) return [];
    throw error;
  });
  const times = entries.map(async (entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return 0;
    const path = join(folder, entry.name);
    return await (entry.isDirectory() ? newest(path) : modified(path));
  });
  return Math.max(0, ...(await Promise.all(times)));
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
