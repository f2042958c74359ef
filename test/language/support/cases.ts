import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate, type Generation } from '../../../generator/index.ts';
import { repository, writeFiles } from '../../emit/support/cases.ts';
import { settingsFor } from '../../support/settings.ts';

export const fixtures: string = join(repository, 'fixtures/language');

/** The cases in `fixtures/language`, sorted. */
export const caseNames: readonly string[] = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** A case, written below a folder together with what was generated for it. */
export interface Case {
  readonly name: string;
  /** Where its `tsconfig.json` and `src` are: the case itself, or its `app` where it is a workspace of several packages. */
  readonly project: string;
  /** Whether the case is about compiler settings, so that it has to be compiled by its own. */
  readonly ownSettings: boolean;
  readonly generation: Generation;
}

/** Makes a folder in which cases find `catga`, in the sources of this repository, and the types of Node. */
export function prepare(root: string): void {
  const exports: Readonly<Record<string, string>> = {
    '.': './runtime/index.ts',
    './codecs': './runtime/codecs/index.ts',
    './codecs/unknown': './runtime/codecs/unknown.ts',
    './generated': './runtime/generated/index.ts',
  };
  write(join(root, 'node_modules/catga/package.json'), JSON.stringify({ name: 'catga', type: 'module', exports }));
  link(join(repository, 'runtime'), join(root, 'node_modules/catga/runtime'));
  link(join(repository, 'node_modules/@types'), join(root, 'node_modules/@types'));
  write(join(root, 'package.json'), '{ "type": "module" }');
  cpSync(join(fixtures, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'));
}

/**
 * Copies a case below a prepared folder and generates its code. Of its folders, `packages` are linked into `node_modules`, as
 * workspaces are, and `installed` becomes `node_modules`.
 */
export function writeCase(name: string, root: string): Case {
  const folder = join(root, name);
  const modules = join(folder, 'node_modules');
  cpSync(join(fixtures, name), folder, { recursive: true });
  if (existsSync(join(folder, 'installed'))) cpSync(join(folder, 'installed'), modules, { recursive: true });
  if (existsSync(join(folder, 'packages'))) {
    for (const directory of readdirSync(join(folder, 'packages'))) {
      const path = join(folder, 'packages', directory);
      const { name: packageName } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { name: string };
      link(path, join(modules, packageName));
    }
  }
  const project = existsSync(join(folder, 'app')) ? join(folder, 'app') : folder;
  const generation = generate(settingsFor(project));
  writeFiles(generation.files, join(project, 'src/catga'));
  const tsconfig = JSON.parse(readFileSync(join(project, 'tsconfig.json'), 'utf8')) as Readonly<
    Record<string, unknown>
  >;
  return { name, project, generation, ownSettings: project !== folder || 'compilerOptions' in tsconfig };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}
