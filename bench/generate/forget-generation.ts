import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes what `catga generate` wrote into a project, its freshness manifest included: the next run is a cold one. */
export async function forgetGeneration(folder: string): Promise<void> {
  const paths = [join(folder, 'src', 'catga'), join(folder, 'node_modules', '.cache'), join(folder, '.catga')];
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}
