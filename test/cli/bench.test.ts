import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { command, project, repository } from './command-line.ts';
import { writeFiles } from './temporary-folder.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Runs the benchmark of a project; every line that it printed, parsed. */
function bench(root: string): readonly Readonly<Record<string, unknown>>[] {
  const tsx = path.join(repository, 'node_modules/tsx/dist/cli.mjs');
  const args = [tsx, 'bench/catga.bench.ts', '--json', '--time', '5'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const text = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

test('generate --bench: writes a benchmark that runs, extends its samples and changes nothing of the user', async () => {
  const root = project();
  const first = await command(root, ['generate', '--bench']);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/bench\/catga\.bench\.ts written\nbench\/samples\.json written\nrun it by `npx tsx/);
  expect(JSON.parse(text(root, 'bench/samples.json'))).toEqual({ ping: { text: 'text' }, pinged: { text: 'text' } });
  const lines = bench(root);
  expect(lines.map((line) => `${String(line['message'])} ${String(line['case'])}`)).toEqual([
    ...['encode', 'decode', 'encode-json', 'decode-json', 'send'].map((each) => `ping ${each}`),
    ...['encode', 'decode', 'encode-json', 'decode-json', 'publish'].map((each) => `pinged ${each}`),
  ]);
  expect(lines.filter((line) => 'failed' in line)).toEqual([]);

  const edited = { 'bench/catga.bench.ts': '// mine\n', 'bench/samples.json': '{ "ping": { "text": "mine" } }' };
  writeFiles(root, {
    ...edited,
    'src/more.ts':
      "import type { Query } from 'catga';\nexport interface More extends Query<number> { at: Date; id: bigint }\n",
  });
  const second = await command(root, ['generate', '--bench', '--json']);
  expect(JSON.parse(second.out)).toMatchObject({
    bench: [
      { file: 'bench/catga.bench.ts', state: 'kept' },
      { file: 'bench/samples.json', state: 'extended' },
    ],
  });
  expect(text(root, 'bench/catga.bench.ts')).toBe('// mine\n');
  expect(JSON.parse(text(root, 'bench/samples.json'))).toEqual({
    ping: { text: 'mine' },
    pinged: { text: 'text' },
    more: { at: '2026-01-01T12:00:00.000Z', id: '42' },
  });
  const before = text(root, 'bench/samples.json');
  expect((await command(root, ['generate', '--bench'])).out).toMatch(/samples\.json kept/);
  expect(text(root, 'bench/samples.json')).toBe(before);

  writeFiles(root, { 'bench/samples.json': '[' });
  const broken = await command(root, ['generate', '--bench']);
  expect(broken).toMatchObject({ code: 2 });
  expect(broken.err).toMatch(/^error: bench\/samples\.json is not a JSON object/);
  expect((await command(root, ['generate', '--bench', '--check'])).code).toBe(2);
});

test('generate --bench: without what handlers need, codecs are measured', async () => {
  const root = project({
    'src/mailer.ts': `import { type Command, handler, ok, type FunctionHandler } from 'catga';
export interface Mail extends Command { readonly to: string }
export interface Mailer { send(to: string): Promise<void> }
export const onMail: FunctionHandler<Mail> = handler(async ({ to }, _context, { mailer }: { mailer: Mailer }) => {
  await mailer.send(to);
  return ok();
});
`,
  });
  expect((await command(root, ['generate', '--bench'])).code).toBe(0);
  const lines = bench(root);
  expect(lines.filter((line) => 'skipped' in line).map((line) => line['case'])).toEqual(['send', 'send', 'publish']);
  expect(lines).toHaveLength(15);
  const program = text(root, 'bench/catga.bench.ts');
  expect(program).toContain('// What handlers need (mailer).');
  const given = 'const externals: Externals | undefined = { mailer: () => ({ send: async () => undefined }) };';
  writeFiles(root, { 'bench/catga.bench.ts': program.replace(/^const externals .*$/m, given) });
  const left = bench(root).filter((line) => 'skipped' in line);
  expect(left).toEqual([{ message: 'pinged', case: 'publish', skipped: 'it has no handler here' }]);
});

test('generate --bench: nothing is written while there are errors', async () => {
  const root = project({
    'src/bad.ts': "import type { Command } from 'catga';\nexport interface Bad extends Command { f: symbol }\n",
  });
  expect((await command(root, ['generate', '--bench'])).code).toBe(1);
  expect(existsSync(path.join(root, 'bench'))).toBe(false);
});
