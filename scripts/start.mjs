// Builds the packages, then generates, compiles and runs the order system. Arguments go on to it: `--serve` keeps it up.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = join(root, 'examples/order-system');

/** Ends with the exit code of the first step that fails. */
function step(cwd, script, ...args) {
  const { status, signal } = spawnSync(process.execPath, [join(root, script), ...args], { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}

step(root, 'scripts/build.mjs');
step(example, 'cli/bin/catga.js', 'generate');
step(example, 'node_modules/typescript/bin/tsc', '-p', '.');
step(example, 'examples/order-system/dist/main.js', ...process.argv.slice(2));
