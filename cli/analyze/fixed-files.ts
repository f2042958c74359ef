import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { writeUsersFile } from '../users-file.ts';

/** Writes what fixes have made of files, each in one step, its permissions kept. */
export function writeTexts(root: string, texts: ReadonlyMap<string, string>): void {
  for (const [file, text] of texts) writeUsersFile(root, file, text);
}

/** What fixes would change, as `git apply` takes it. */
export function fixesDiff(root: string, texts: ReadonlyMap<string, string>): string {
  return [...texts]
    .map(([file, text]) => {
      const path = join(root, file);
      const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, text);
      return patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}
