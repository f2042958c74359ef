import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { catga, command, project, repository } from './command-line.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

// Each test starts several processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const outputs = (root: string): readonly string[] =>
  readdirSync(path.join(root, 'src/catga'), { recursive: true, encoding: 'utf8' });

test('generate: writes the output, says what and how much, and has nothing to do afterwards', () => {
  const root = project();
  const first = catga(root, ['generate']);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^src\/catga: 2 messages, 1 handler; \d+ written, 0 unchanged \(\d+ ms\)\n$/);
  expect(outputs(root)).toContain('registry.ts');
  expect(catga(root, ['generate'])).toEqual({ code: 0, out: 'up to date: 2 messages, 1 handler\n', err: '' });
  expect(catga(path.join(root, 'src'), ['generate']).out).toBe('up to date: 2 messages, 1 handler\n');
});

test('generate: a run with nothing to do loads neither compiler nor templates nor argument parser', () => {
  const root = project();
  expect(catga(root, ['generate']).code).toBe(0);
  // The same build without its dependencies: whatever it imported would not be found.
  const bare = temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(path.join(repository, 'cli', part), path.join(bare, part), { recursive: true });
  }
  const bin = path.join(bare, 'bin/catga.js');
  expect(catga(root, ['generate'], { bin })).toEqual({ code: 0, out: 'up to date: 2 messages, 1 handler\n', err: '' });
  writeFiles(root, { 'src/more.ts': 'export {};\n' });
  const full = catga(root, ['generate'], { bin });
  expect(full.code).not.toBe(0);
  expect(full.err).toContain("Cannot find package 'commander'");
});

test('generate: --check and --diff report stale, missing and orphaned files and write nothing', async () => {
  const root = project();
  const fresh = await command(root, ['generate', '--check']);
  expect(fresh).toMatchObject({ code: 1 });
  expect(fresh.out).toMatch(/^missing {2}src\/catga\/\S+\n/);
  expect(existsSync(path.join(root, 'src/catga'))).toBe(false);
  expect(existsSync(path.join(root, 'node_modules/.cache'))).toBe(false);

  expect((await command(root, ['generate'])).code).toBe(0);
  expect(await command(root, ['generate', '--check'])).toMatchObject({ code: 0 });
  const routes = path.join(root, 'src/catga/routes.ts');
  const index = path.join(root, 'src/catga/index.ts');
  const before = readFileSync(index, 'utf8');
  writeFileSync(index, `${before}// edited\n`);
  rmSync(routes);
  writeFiles(root, { 'src/catga/old.ts': before, 'src/catga/own.ts': 'export {};\n' });

  const check = await command(root, ['generate', '--check']);
  expect(check.code).toBe(1);
  expect(check.out.split('\n').slice(0, 3)).toEqual([
    'missing  src/catga/routes.ts',
    'stale    src/catga/index.ts',
    'orphaned src/catga/old.ts',
  ]);
  expect(check.out).toContain('run `catga generate`');
  const diff = await command(root, ['generate', '--diff']);
  expect(diff.code).toBe(1);
  expect(diff.out).toMatch(/^-\/\/ edited$/m);
  expect(diff.out).toContain('+++ /dev/null');
  expect(diff.out).not.toContain('the generated code is not what the declarations say');
  expect(existsSync(routes)).toBe(false);

  expect((await command(root, ['generate'])).out).toMatch(/; 2 written, 1 removed, /);
  expect(readFileSync(index, 'utf8')).toBe(before);
  expect(existsSync(path.join(root, 'src/catga/own.ts'))).toBe(true);
});

test('generate: files that are right already are not touched', async () => {
  const root = project();
  await command(root, ['generate']);
  const routes = path.join(root, 'src/catga/routes.ts');
  const { mtimeMs } = statSync(routes);
  expect((await command(root, ['generate', '--force'])).out).toMatch(/; 0 written, \d+ unchanged/);
  expect(statSync(routes).mtimeMs).toBe(mtimeMs);
});

test('generate: --json says the same to machines', async () => {
  const root = project();
  const first = JSON.parse((await command(root, ['generate', '--json'])).out) as Record<string, unknown>;
  expect(first).toMatchObject({ outcome: 'generated', output: 'src/catga', removed: [], diagnostics: [] });
  expect(first['written']).toContain('registry.ts');
  expect(JSON.parse((await command(root, ['generate', '--json'])).out)).toMatchObject({
    outcome: 'fresh',
    written: [],
  });
  rmSync(path.join(root, 'src/catga/routes.ts'));
  expect(JSON.parse((await command(root, ['generate', '--json', '--check'])).out)).toMatchObject({
    outcome: 'stale',
    missing: ['routes.ts'],
  });
  writeFiles(root, { 'src/broken.ts': 'export const a = ;\n' });
  const failed = await command(root, ['generate', '--json']);
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.out)).toMatchObject({
    outcome: 'failed',
    written: [],
    diagnostics: [{ id: 'CATGA1015', position: { file: 'src/broken.ts', line: 1, column: 18 } }],
  });
});

test('generate: errors leave the last good output as it is', async () => {
  const root = project();
  await command(root, ['generate']);
  const before = outputs(root);
  writeFiles(root, { 'src/broken.ts': 'export const a = ;\n' });
  const failed = await command(root, ['generate']);
  expect(failed).toMatchObject({ code: 1, out: 'nothing was written: mend the errors above first\n' });
  expect(failed.err).toContain('src/broken.ts:1:18 error CATGA1015');
  expect(failed.err).toMatch(/\n1 error\n$/);
  expect(outputs(root)).toEqual(before);
});

test('generate: warnings are shown again by a run with nothing to do', () => {
  const root = project({
    'src/mediated.ts': `import type { EventHandler, Mediator } from 'catga';
import type { Pinged } from './messages.js';

export class Mediated implements EventHandler<Pinged> {
  readonly mediator: Mediator;
  constructor(mediator: Mediator) {
    this.mediator = mediator;
  }
  async handle(): Promise<void> {}
}
`,
  });
  const first = catga(root, ['generate']);
  expect(first.err).toContain('warning CATGA2008');
  const second = catga(root, ['generate']);
  expect(second).toMatchObject({ code: 0, err: first.err });
  expect(second.out).toMatch(/^up to date: /);
});

test('generate: an interrupt ends it with 130 and leaves nothing half done', () => {
  const root = project({ 'catga.config.ts': "process.kill(process.pid, 'SIGINT');\nexport default {};\n" });
  expect(catga(root, ['generate'])).toEqual({ code: 130, out: '', err: 'interrupted\n' });
  expect(existsSync(path.join(root, 'src/catga'))).toBe(false);
  expect(readdirSync(path.join(root, 'node_modules/.cache/catga'))).toEqual([]);
});

test('generate: an output folder that is a file, and files of others in it, are never overwritten', async () => {
  const blocked = project({ 'src/catga': 'mine' });
  expect(await command(blocked, ['generate'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('src/catga cannot be read or written') as string,
  });
  const foreign = project({ 'src/catga/index.ts': '// mine\n' });
  expect(await command(foreign, ['generate'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('src/catga/index.ts would be overwritten, but was not generated by catga') as string,
  });
  expect(readdirSync(path.join(foreign, 'src/catga'))).toEqual(['index.ts']);
});

test('generate: a config that changes its namespace changes wire names, and is not evaluated twice', () => {
  const counting = "import { appendFileSync } from 'node:fs';\nappendFileSync('evaluated', '.');\n";
  const root = project({ 'catga.config.mjs': `${counting}export default { namespace: 'a' };\n` });
  expect(catga(root, ['generate']).code).toBe(0);
  expect(readFileSync(path.join(root, 'src/catga/messages.ts'), 'utf8')).toContain("'a.ping'");
  writeFiles(root, { 'src/more.ts': 'export {};\n' });
  expect(catga(root, ['generate']).code).toBe(0);
  expect(readFileSync(path.join(root, 'evaluated'), 'utf8')).toBe('.');
  expect(catga(root, ['generate', '--force']).code).toBe(0);
  expect(readFileSync(path.join(root, 'evaluated'), 'utf8')).toBe('..');
});
