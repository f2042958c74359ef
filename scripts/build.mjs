// Builds both packages: the runtime with the compiler (JavaScript and declarations), the CLI as one bundle that carries
// the generator, the analyzers and the templates.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

rmSync(join(root, 'runtime/dist'), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', 'runtime'], { cwd: root, stdio: 'inherit' });
