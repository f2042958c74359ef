import { build } from 'esbuild';

/**
 * Compiles a benchmark's runner and the files of ours that it imports into one module that plain `node` runs. Packages stay
 * outside, `catga` among them: what is measured is the built package, as installed. Nothing is minified or renamed.
 *
 * @param entry - The runner's source, absolute.
 * @param outfile - Where the module goes; a `node_modules` with the packages must be found from there.
 */
export async function bundleForNode(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The repository's tsconfig maps `catga` to its sources, for editors and tests; the build is what is measured.
    tsconfigRaw: '{}',
    logLevel: 'warning',
  });
}
