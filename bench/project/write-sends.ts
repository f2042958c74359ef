import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { moduleConstructors, moduleSends } from './module-sends.ts';
import { moduleNoun } from './module-source.ts';
import type { SyntheticProject } from './write-project.ts';

/** Adds a program that sends every message of a project, a file for each module: `src/sends/`. */
export async function writeSends(project: SyntheticProject): Promise<void> {
  const folder = join(project.folder, 'src', 'sends');
  await mkdir(folder, { recursive: true });
  for (const [index, source] of sourcesOf(project).entries()) {
    await writeFile(join(folder, `${source}.ts`), moduleSends(moduleNoun(index), source));
  }
}

/**
 * Declares by hand what the sends name of generated code, in its place: one typed constant a message and nothing else. So
 * the project can be type-checked without generated code.
 */
export async function writeConstructors(project: SyntheticProject): Promise<void> {
  const folder = join(project.folder, 'src', 'catga');
  const modules = sourcesOf(project).map((source, index) => moduleConstructors(moduleNoun(index), source));
  const imports = ["import type { MessageConstructor } from 'catga';\n", ...modules.map((module) => module.import)];
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'messages.ts'), [...imports, '\n', ...modules.map(({ text }) => text)].join(''));
}

/** The files of the modules, without folder and extension. */
function sourcesOf({ files }: SyntheticProject): readonly string[] {
  return files.slice(1).map((file) => basename(file, '.ts'));
}
