import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository, absolute. */
export const repositoryRoot: string = fileURLToPath(new URL('..', import.meta.url));

/** A file of this repository, absolute. */
export function inRepository(...path: readonly string[]): string {
  return join(repositoryRoot, ...path);
}
