import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentHash } from './content-hash.ts';

/**
 * Where a project's cache is: `node_modules/.cache/catga` of the nearest folder that has dependencies installed, else
 * `.catga` in the project.
 */
export function cacheFolder(root: string): string {
  let folder = root;
  for (;;) {
    const dependencies = join(folder, 'node_modules');
    if (existsSync(dependencies)) return join(dependencies, '.cache', 'catga');
    const parent = dirname(folder);
    if (parent === folder) return join(root, '.catga');
    folder = parent;
  }
}

/** A file of a project's cache. Projects of one workspace share a node_modules, so its name tells of the project. */
export function cacheFile(root: string, name: string): string {
  return join(cacheFolder(root), `${name}-${contentHash(root).slice(0, 12)}.json`);
}
