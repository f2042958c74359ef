import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

/** Makes one executable of a bundled CommonJS file and this Node, as nodejs.org/api/single-executable-applications says. */
export function singleExecutable(bundle: string, name: string): string {
  const folder = join(root, '.cache/examples/executable');
  mkdirSync(folder, { recursive: true });
  const config = join(folder, `${name}.json`);
  const blob = join(folder, `${name}.blob`);
  const executable = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  writeFileSync(config, JSON.stringify({ main: bundle, output: blob, disableExperimentalSEAWarning: true }));
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'pipe' });
  copyFileSync(process.execPath, executable);
  chmodSync(executable, 0o755);
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/postject/dist/cli.js'),
      executable,
      'NODE_SEA_BLOB',
      blob,
      '--sentinel-fuse',
      'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
      ...(process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : []),
    ],
    { stdio: 'pipe' },
  );
  return executable;
}
