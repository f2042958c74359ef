import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, type EmittedFile, type Generation } from '../../../generator/index.ts';
import { checkedInFull } from '../../support/checked-in-full.ts';
import { settingsFor } from '../../support/settings.ts';

export const repository: string = fileURLToPath(new URL('../../../', import.meta.url));
export const fixtures: string = join(repository, 'fixtures/emit');

/** The cases in `fixtures/emit`, sorted. */
export const caseNames: readonly string[] = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** Generates a case where it stands. */
export function generateCase(name: string): Generation {
  return generate(settingsFor(join(fixtures, name, 'input')));
}

/** A folder of its own for one test file; below the system's folder for such. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'catga-emit-'));
}

/** A case as a project that can be compiled and run: its sources and what was generated from them. */
export function writeCase(name: string, files: readonly EmittedFile[], root: string): string {
  const project = join(root, name);
  cpSync(join(fixtures, name, 'input'), project, { recursive: true });
  writeFiles(files, join(project, 'src/catga'));
  return project;
}

/** Writes generated files below a folder, as compilers check them in full. */
export function writeFiles(files: readonly EmittedFile[], folder: string): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), checkedInFull(text));
  }
}
