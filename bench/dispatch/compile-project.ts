import { build } from 'esbuild';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliEntry } from '../built-packages.ts';
import { runChild } from '../child.ts';
import { linkPackages } from '../project/index.ts';
import { inRepository } from '../repository.ts';

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Disposable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
  },
  include: ['src'],
};

/**
 * Makes a project of one file of declarations the way a team would: `catga generate`, then a compiler that only drops the
 * types, module by module; nothing is bundled, minified or renamed.
 *
 * @param name - A file of `bench/dispatch/src`, without extension.
 * @param folder - Where the project goes.
 * @returns The folder of the compiled modules.
 */
export async function compileProject(name: string, folder: string): Promise<string> {
  const source = join(folder, 'src');
  await mkdir(source, { recursive: true });
  await copyFile(inRepository('bench', 'dispatch', 'src', `${name}.ts`), join(source, `${name}.ts`));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'dispatch', private: true, type: 'module' }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await linkPackages(folder, ['catga', '@types/node']);
  await runChild([cliEntry, 'generate'], { cwd: folder });

  const files = await readdir(source, { recursive: true });
  const outdir = join(folder, 'dist');
  await build({
    entryPoints: files.filter((file) => file.endsWith('.ts')).map((file) => join(source, file)),
    outdir,
    outbase: source,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfigRaw: '{}',
    logLevel: 'warning',
  });
  return outdir;
}
