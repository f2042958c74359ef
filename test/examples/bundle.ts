import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The repository's folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

export type ExampleName = 'github-webhooks' | 'minimal' | 'order-system' | 'performance';

export const exampleNames: readonly ExampleName[] = ['github-webhooks', 'minimal', 'order-system', 'performance'];

/** The example's program in one minified file, as it is shipped: with the built runtime, nothing left to import. */
export async function bundleExample(name: ExampleName, format: 'esm' | 'cjs'): Promise<string> {
  const folder = join(root, '.cache/examples');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.${format === 'esm' ? 'mjs' : 'cjs'}`);
  const { warnings } = await build({
    entryPoints: [join(root, 'examples', name, 'src/main.ts')],
    absWorkingDir: join(root, 'examples', name),
    outfile,
    bundle: true,
    minify: true,
    format,
    platform: 'node',
    target: 'node20.19',
    logLevel: 'silent',
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  return outfile;
}
