import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { repository } from './cases.ts';

let count = 0;

export const aliases: Readonly<Record<string, string>> = {
  'catga/codecs/unknown': join(repository, 'runtime/codecs/unknown.ts'),
  'catga/codecs': join(repository, 'runtime/codecs/index.ts'),
  'catga/generated': join(repository, 'runtime/generated/index.ts'),
  catga: join(repository, 'runtime/index.ts'),
};

/** Bundles a module of a project, with the runtime's sources in place of the package; answers with the bundle's path. */
export async function bundle(project: string, entry: string, options: BuildOptions = {}): Promise<string> {
  const outfile = options.outfile ?? join(project, `out/${++count}.mjs`);
  await build({
    stdin: { contents: entry, resolveDir: project, loader: 'ts', sourcefile: 'entry.ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: aliases,
    nodePaths: [join(repository, 'node_modules')],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
    ...options,
    outfile,
  });
  return outfile;
}

/** Bundles and imports; `T` is what the caller knows the entry to export. */
export async function load<T>(project: string, entry: string): Promise<T> {
  const path = await bundle(project, entry);
  // What the bundle exports is decided by `entry`, which stands beside `T` in the test.
  return (await import(pathToFileURL(path).href)) as T;
}
