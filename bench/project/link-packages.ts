import { mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../repository.ts';

/**
 * Links packages of this repository into a folder's `node_modules`, so that a project elsewhere compiles and runs
 * against the built runtime as if it were installed.
 *
 * @param folder - Where `node_modules` is made.
 * @param packages - Package names. `catga` is the workspace's runtime, all others come from the root's `node_modules`.
 */
export async function linkPackages(folder: string, packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const link = join(folder, 'node_modules', name);
    const target = name === 'catga' ? join(repositoryRoot, 'runtime') : join(repositoryRoot, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await rm(link, { force: true, recursive: true });
    await symlink(target, link, 'dir');
  }
}
