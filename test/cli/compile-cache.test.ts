import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { enableCompileCache } from '../../cli/compile-cache.ts';
import { catga } from './command-line.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('compile cache: is used where Node has one, and not missed where it has none', () => {
  const enable = vi.fn<() => unknown>();
  enableCompileCache({ enableCompileCache: enable });
  expect(enable).toHaveBeenCalledExactlyOnceWith();
  expect(() => enableCompileCache({})).not.toThrow();
});

test('compile cache: a folder that cannot be written to does no harm', () => {
  const folder = temporaryFolder();
  // A file where the folder should be.
  writeFileSync(join(folder, 'cache'), '');
  const ran = catga(folder, ['--version'], { env: { NODE_COMPILE_CACHE: join(folder, 'cache') } });
  expect(ran).toMatchObject({ code: 0, err: '' });
});
