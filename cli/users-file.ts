import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeWhole } from '../generator/output/write-whole.ts';
import { withFileAccess } from './usage-error.ts';

/**
 * Writes a file that belongs to the user in one step: what is there keeps its permissions, and a link stays one.
 *
 * @param file - Relative to `root`, as errors name it.
 * @throws UsageError where the file system refuses.
 */
export function writeUsersFile(root: string, file: string, text: string): void {
  withFileAccess(file, () => {
    const path = resolve(root, file);
    if (!existsSync(path)) writeWhole(path, text);
    else writeWhole(realpathSync(path), text, statSync(path).mode);
  });
}
