import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputStamp } from './manifest.ts';
import { stampFile } from './stamp.ts';

/** Whether a generated file is as it was when it was stamped. */
export function isUntouched(root: string, [path, hash, size, changedMs]: OutputStamp): boolean {
  const file = join(root, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return false;
  return (found.size === size && found.mtimeMs === changedMs) || (hash !== '' && stampFile(file) === hash);
}
