import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { repository } from './cases.ts';

const entries = {
  index: 'index',
  codecs: 'codecs/index',
  unknown: 'codecs/unknown',
  generated: 'generated/index',
  testing: 'testing/index',
};

/** Puts the runtime below `node_modules`, from its sources, where Node finds it as it finds the package. */
export async function installRuntime(root: string): Promise<void> {
  const target = join(root, 'node_modules/catga');
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, path]) => [name, join(repository, `runtime/${path}.ts`)]),
    ),
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const exported = {
    '.': './index.js',
    './codecs': './codecs.js',
    './codecs/unknown': './unknown.js',
    './generated': './generated.js',
    './testing': './testing.js',
  };
  writeFileSync(join(target, 'package.json'), JSON.stringify({ name: 'catga', type: 'module', exports: exported }));
}

/** Links a package's folder below `node_modules`, as workspaces do. */
export function linkPackage(root: string, name: string, folder: string): void {
  const link = join(root, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(folder, link, 'dir');
}

/** Turns a package's sources into JavaScript, file by file: `src/` to `dist/`. */
export async function buildPackage(project: string): Promise<void> {
  const entryPoints = (readdirSync(join(project, 'src'), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(project, 'src', path));
  await build({
    entryPoints,
    outdir: join(project, 'dist'),
    outbase: join(project, 'src'),
    format: 'esm',
    target: 'node20',
  });
}

/** Imports a built module; `T` is what the caller knows it to export. */
export async function importBuilt<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(path).href)) as T;
}
