import { build } from 'esbuild';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliEntry } from '../built-packages.ts';
import { bundleForNode } from '../bundle.ts';
import { runChild } from '../child.ts';
import { linkPackages } from '../project/index.ts';
import { inRepository } from '../repository.ts';

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
  },
  include: ['src'],
};

/** What the runner is given. */
export interface CompiledCodecs {
  readonly runner: string;
  /** The module with the generated codecs. */
  readonly codecs: string;
  readonly loops: string;
}

/** Generates the codecs of `messages.ts` as a team would, and drops the types; nothing is bundled, minified or renamed. */
export async function compileCodecs(folder: string): Promise<CompiledCodecs> {
  const project = join(folder, 'project');
  const source = join(project, 'src');
  const here = inRepository('bench', 'codec');
  await mkdir(source, { recursive: true });
  await copyFile(join(here, 'messages.ts'), join(source, 'messages.ts'));
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'codec', private: true, type: 'module' }));
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
  await linkPackages(project, ['catga', '@types/node']);
  await runChild([cliEntry, 'generate'], { cwd: project });

  const files = await readdir(source, { recursive: true });
  const dist = join(project, 'dist');
  const common = { format: 'esm', platform: 'node', target: 'node20', tsconfigRaw: '{}', logLevel: 'warning' } as const;
  const entryPoints = files.filter((file) => file.endsWith('.ts')).map((file) => join(source, file));
  await build({ ...common, entryPoints, outdir: dist, outbase: source });
  const loops = join(folder, 'loop.mjs');
  await build({ ...common, entryPoints: [join(here, 'runner', 'loop.ts')], outfile: loops });
  const runner = join(folder, 'runner.mjs');
  await bundleForNode(join(here, 'runner', 'main.ts'), runner);
  return { runner, codecs: join(dist, 'catga', 'codecs', 'messages.js'), loops };
}
