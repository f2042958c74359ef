import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { repository } from './command-line.ts';

// Packing, installing and compiling take their time on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let folder = '';
let tarballs: readonly string[] = [];

/** Runs a program; what it prints goes into the error if it fails. */
function run(cwd: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, NO_COLOR: '1' } });
}

function install(cwd: string, ...args: readonly string[]): void {
  run(cwd, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...args);
}

/** A folder outside the repository, so that nothing resolves by being inside. */
function folderWith(name: string, manifest?: object): string {
  const made = realpathSync(mkdtempSync(path.join(folder, `${name}-`)));
  if (manifest !== undefined) writeFileSync(path.join(made, 'package.json'), JSON.stringify(manifest));
  return made;
}

/** Puts one of the repository's compilers where `npm install typescript` would. */
function useCompiler(project: string, alias: string): void {
  const modules = path.join(project, 'node_modules');
  for (const link of ['typescript', '.bin/tsc']) rmSync(path.join(modules, link), { force: true });
  symlinkSync(path.join(repository, 'node_modules', alias), path.join(modules, 'typescript'));
  symlinkSync('../typescript/bin/tsc', path.join(modules, '.bin/tsc'));
}

const sampleOutput = 'greeting 1 went to world\nHello, world!\n';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catga-packed-'));
  run(repository, 'npm', 'pack', '--workspaces', '--loglevel=error', '--pack-destination', folder);
  tarballs = readdirSync(folder).map((file) => path.join(folder, file));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('packages: init, generate, build and run work in an empty folder with TypeScript 5.9, 6 and 7', () => {
  expect(tarballs).toHaveLength(2);
  const project = folderWith('app');
  install(project, ...tarballs);
  useCompiler(project, 'typescript');
  run(project, 'npx', 'catga', 'init');
  run(project, 'npx', 'catga', 'generate');
  for (const [alias, version] of [
    ['typescript-5.9', /^Version 5\.9\./],
    ['typescript', /^Version 6\./],
    ['typescript-7', /^Version 7\./],
  ] as const) {
    useCompiler(project, alias);
    rmSync(path.join(project, 'dist'), { recursive: true, force: true });
    expect(run(project, 'npx', 'tsc', '--version')).toMatch(version);
    run(project, 'npm', 'run', 'build');
    expect(run(project, process.execPath, 'dist/main.js'), alias).toBe(sampleOutput);
  }
  // A benchmark of its own messages, which runs as documented.
  expect(run(project, 'npx', 'catga', 'generate', '--bench')).toContain('bench/catga.bench.ts written');
  const tsx = path.join(repository, 'node_modules/tsx/dist/cli.mjs');
  const measured = run(project, process.execPath, tsx, 'bench/catga.bench.ts', '--json', '--time', '5');
  expect(measured.split('\n').filter((line) => line.includes('"case":"send"'))).toHaveLength(1);
  // The script that init wrote for continuous integration.
  expect(run(project, 'npm', 'run', 'check')).toContain('no findings');
  expect(run(project, process.execPath, '--disallow-code-generation-from-strings', 'dist/main.js')).toBe(sampleOutput);
});

test('packages: they work in a CommonJS package too', () => {
  const project = folderWith('commonjs', { name: 'app', version: '1.0.0', main: 'index.js', type: 'commonjs' });
  install(project, ...tarballs);
  useCompiler(project, 'typescript');
  run(project, 'npx', 'catga', 'init');
  run(project, 'npx', 'catga', 'generate');
  run(project, 'npm', 'run', 'build');
  expect(run(project, process.execPath, 'dist/main.js')).toBe(sampleOutput);
});

test('packages: a service installed without development dependencies has no generator on disk', () => {
  const [runtime, cli] = ['catga-0', 'catga-cli-'].map((name) =>
    tarballs.find((file) => path.basename(file).startsWith(name)),
  );
  const service = folderWith('service', {
    name: 'service',
    private: true,
    dependencies: { catga: `file:${runtime}` },
    devDependencies: { '@catga/cli': `file:${cli}` },
  });
  install(service, '--omit=dev');
  const modules = path.join(service, 'node_modules');
  expect(existsSync(path.join(modules, 'catga/dist/index.js'))).toBe(true);
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['@msgpack', 'catga']);
});

test('packages: the tarballs hold what is needed and nothing else', () => {
  for (const tarball of tarballs) {
    const files = run(folder, 'tar', '-tzf', tarball).trimEnd().split('\n');
    expect(files).toEqual(expect.arrayContaining(['package/package.json', 'package/README.md', 'package/LICENSE']));
    expect(files.filter((file) => !/^package\/(?:dist\/|bin\/|[\w.]+$)/.test(file))).toEqual([]);
  }
});
