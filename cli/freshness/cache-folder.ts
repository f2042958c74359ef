import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
