// Builds both packages: the runtime with the compiler (JavaScript and declarations), the CLI as a bundle that carries the
// generator, the analyzers and the templates. A part whose inputs have not changed since the last build is skipped.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, 'node_modules/.cache/catga-build');

/** One hash over the names and contents of files; folders are taken whole, what the build makes itself left out. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const absolute = join(root, path);
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).toSorted()) {
        if (name !== 'dist' && name !== 'node_modules' && name !== 'LICENSE') visit(`${path}/${name}`);
      }
    } else {
      hash.update(`${path}\0`).update(readFileSync(absolute)).update('\0');
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** Runs `make(print)` unless `output` is there and was made from the same inputs. */
async function part(name, output, inputs, make) {
  const print = fingerprint([...inputs, 'scripts/build.mjs', 'tsconfig.json', 'package-lock.json']);
  const stamp = join(stamps, name);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  rmSync(stamp, { force: true });
  const started = performance.now();
  await make(print);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, print);
  console.log(`built ${name} in ${Math.round(performance.now() - started)} ms`);
}

/** Ends the build where the compiler, which has printed what is wrong, finds errors. */
function compile(project) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const leaveProgramOut = {
  name: 'leave-program-out',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/program\.ts$/ }, () => ({ path: './program.js', external: true }));
  },
};

await part('runtime', 'runtime/dist/index.js', ['runtime'], () => {
  rmSync(join(root, 'runtime/dist'), { recursive: true, force: true });
  compile('runtime');
  copyFileSync(join(root, 'LICENSE'), join(root, 'runtime/LICENSE'));
});

await part(
  'cli',
  'cli/dist/main.js',
  ['cli', 'generator', 'analyzers', 'templates', 'runtime', 'docs/diagnostics'],
  async (print) => {
    const dist = join(root, 'cli/dist');
    rmSync(dist, { recursive: true, force: true });
    const manifest = JSON.parse(readFileSync(join(root, 'cli/package.json'), 'utf8'));
    const options = {
      absWorkingDir: root,
      outdir: dist,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      external: Object.keys(manifest.dependencies),
      // A rebuilt generator of the same version is another generator: the freshness check must notice.
      define: { CATGA_BUILD: JSON.stringify(print.slice(0, 16)) },
      legalComments: 'none',
      logLevel: 'warning',
    };
    // What a full run needs is split by command and loaded when it is needed. main.js stays one file, apart from them:
    // reading a dozen shared chunks would cost a run with nothing to do a tenth of its time.
    await build({
      ...options,
      entryPoints: { analyzers: 'cli/analyzers.ts', index: 'cli/index.ts', program: 'cli/program.ts' },
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
    });
    await build({ ...options, entryPoints: { main: 'cli/main.ts' }, plugins: [leaveProgramOut] });
    compile('cli');
    cpSync(join(root, 'templates'), join(dist, 'templates'), { recursive: true });
    cpSync(join(root, 'docs/diagnostics'), join(dist, 'diagnostics'), { recursive: true });
    copyFileSync(join(root, 'LICENSE'), join(root, 'cli/LICENSE'));
    chmodSync(join(root, 'cli/bin/catga.js'), 0o755);
  },
);
