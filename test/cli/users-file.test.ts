import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeUsersFile } from '../../cli/users-file.ts';
import { isLeftBehind } from '../../generator/output/write-whole.ts';
import { temporaryFolder } from './temporary-folder.ts';

test("users' files: one that is replaced keeps its permissions, and a link leads to what it led to", () => {
  const root = temporaryFolder({ 'shared/run.ts': 'old' });
  const file = path.join(root, 'shared/run.ts');
  // More than new files get by default.
  chmodSync(file, 0o777);
  symlinkSync(file, path.join(root, 'run.ts'));
  writeUsersFile(root, 'run.ts', 'new');
  expect(lstatSync(path.join(root, 'run.ts')).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o777);
  expect(readdirSync(path.join(root, 'shared'))).toEqual(['run.ts']);
});

test("users' files: folders are made, and a refusal names the file", () => {
  const root = temporaryFolder({ taken: 'a file' });
  writeUsersFile(root, 'new/folder/a.json', '{}');
  expect(readFileSync(path.join(root, 'new/folder/a.json'), 'utf8')).toBe('{}');
  expect(() => writeUsersFile(root, 'taken/a.json', '{}')).toThrow('taken/a.json cannot be read or written');
});

test("written files: only what a dead process wrote of code and JSON counts as left behind, not a user's own file", () => {
  // No system gives numbers as high.
  const dead = 2 ** 31 - 1;
  expect(isLeftBehind(`codecs/orders.ts.${dead}.tmp`)).toBe(true);
  expect(isLeftBehind(`manifest.json.${dead}.tmp`)).toBe(true);
  expect(isLeftBehind(`manifest.json.${process.pid}.tmp`)).toBe(false);
  expect(isLeftBehind(`notes.${dead}.tmp`)).toBe(false);
  expect(isLeftBehind('orders.ts.tmp')).toBe(false);
});
