import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Codec } from '../../../runtime/codecs/codec.ts';
import { codecModuleOf, codecNames } from '../../../generator/codecs/index.ts';
import { generate, type Generation } from '../../../generator/index.ts';
import { repository, writeFiles } from '../../emit/support/cases.ts';
import { settingsFor } from '../../support/settings.ts';
import type { Loaded, Structure } from '../structures/structure.ts';

/** Structures as a project: each a message in a module of its own. Inside the repository, so that `catga` resolves. */
export interface StructureProject {
  readonly folder: string;
  readonly generation: Generation;
}

const compilerOptions = {
  target: 'ES2022',
  lib: ['ESNext', 'DOM'],
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  paths: {
    catga: [join(repository, 'runtime/index.ts')],
    'catga/codecs': [join(repository, 'runtime/codecs/index.ts')],
    'catga/generated': [join(repository, 'runtime/generated/index.ts')],
  },
};

/** The name of the message that stands for a structure. */
export function messageName(at: number): string {
  return `M${String(at).padStart(3, '0')}`;
}

function moduleName(at: number): string {
  return `s${String(at).padStart(3, '0')}`;
}

/** Writes and generates a project of structures in `.cache/structures/<name>`. */
export function structureProject(
  name: string,
  structures: readonly Structure[],
  options: Readonly<Record<string, unknown>> = {},
  skipped: ReadonlySet<number> = new Set(),
): StructureProject {
  const folder = join(repository, '.cache/structures', name);
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "name": "structures", "type": "module", "private": true }');
  write('tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include: ['src'] }));
  for (const [at, structure] of structures.entries()) {
    if (!skipped.has(at)) write(`src/${moduleName(at)}.ts`, sourceOf(structure, at));
  }
  const generation = generate(settingsFor(folder, { importExtension: '.ts' }));
  writeFiles(generation.files, join(folder, 'src/catga'));
  return { folder, generation };
}

function sourceOf({ body, declare = '', type }: Structure, at: number): string {
  const members = body ?? `readonly v: ${type}`;
  return [
    "import type { DomainEvent } from 'catga';",
    declare,
    `export interface ${messageName(at)} extends DomainEvent { ${members} }`,
    '',
  ].join('\n');
}

/** The codec of a structure, and what its module exports. */
export async function loadStructure(
  { folder, generation }: StructureProject,
  at: number,
): Promise<{ readonly codec: Codec<unknown>; readonly loaded: Loaded }> {
  const message = generation.model.messages.find(({ exportName }) => exportName === messageName(at));
  if (message === undefined) throw new TypeError(`no message ${messageName(at)}`);
  const path = codecModuleOf(message, { output: 'src/catga' });
  const codecs = (await import(/* @vite-ignore */ join(folder, 'src/catga', `${path}.ts`))) as Record<string, unknown>;
  const loaded = (await import(/* @vite-ignore */ join(folder, 'src', `${moduleName(at)}.ts`))) as Loaded;
  return { codec: codecs[codecNames(message).body] as Codec<unknown>, loaded };
}
