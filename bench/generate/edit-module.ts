import { readFile, writeFile } from 'node:fs/promises';
import type { SyntheticProject } from '../project/index.ts';

const openCommand = /(?<head>extends Command<Opened\w+> \{\n)(?: {2}readonly revised\d+: number;\n)?/u;

/**
 * Edits one source of a project the way people do: a command gets a member more, or another name for it, so that the
 * output of that module is no longer the same. Each edit goes to another module.
 *
 * @param number - Counts the edits, from 1.
 */
export async function editModule(project: SyntheticProject, number: number): Promise<void> {
  // The first file is the shared one, which every module imports: not what a usual edit is.
  const modules = project.files.slice(1);
  const file = modules[(number * 7) % modules.length];
  if (file === undefined) throw new RangeError('a project without modules');
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace(openCommand, `$<head>  readonly revised${number}: number;\n`));
}
