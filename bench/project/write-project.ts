import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkPackages } from './link-packages.ts';
import { messagesPerModule, moduleNoun, moduleSource } from './module-source.ts';
import { sharedSource } from './shared-source.ts';

/** What to write. */
export interface SyntheticProjectOptions {
  /** The project's root; made where it is missing. */
  readonly folder: string;
  /** How many messages, and as many handlers: a positive multiple of five. */
  readonly messages: number;
}

/** What was written. */
export interface SyntheticProject {
  readonly folder: string;
  readonly messages: number;
  /** Absolute paths of the sources, the shared one first. */
  readonly files: readonly string[];
}

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Disposable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    rootDir: 'src',
    outDir: 'dist',
  },
  include: ['src'],
};

/**
 * Writes a project of the size and shape that the benchmarks are about: the same bytes each time, no compile errors under
 * `tsc --noEmit`, `catga` and `@types/node` linked from this repository. Nothing is generated yet.
 *
 * @throws RangeError when `messages` is not a positive multiple of five.
 */
export async function writeProject(options: SyntheticProjectOptions): Promise<SyntheticProject> {
  const modules = options.messages / messagesPerModule;
  if (!Number.isInteger(modules) || modules < 1) {
    throw new RangeError(`${options.messages} messages: must be a positive multiple of ${messagesPerModule}`);
  }
  const source = join(options.folder, 'src');
  await mkdir(join(source, 'modules'), { recursive: true });
  await writeJson(join(options.folder, 'package.json'), { name: 'synthetic', private: true, type: 'module' });
  await writeJson(join(options.folder, 'tsconfig.json'), tsconfig);

  const files = [join(source, 'shared.ts')];
  await writeFile(join(source, 'shared.ts'), sharedSource);
  for (let index = 0; index < modules; index++) {
    const file = join(source, 'modules', `${fileName(moduleNoun(index))}.ts`);
    await writeFile(file, moduleSource(index));
    files.push(file);
  }
  await linkPackages(options.folder, ['catga', '@types/node', 'typescript']);
  return { folder: options.folder, messages: options.messages, files };
}

function fileName(noun: string): string {
  return noun.toLowerCase().replace(/(?<letter>[a-z])(?<digit>\d)/u, '$<letter>-$<digit>');
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, undefined, 2)}\n`);
}
