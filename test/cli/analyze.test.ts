import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../analyzers/index.ts';
import { analyzeCommand } from '../../cli/commands/analyze.ts';
import { ExitCode } from '../../cli/exit-code.ts';
import type { AnalyzeFlags } from '../../cli/program.ts';
import { command, project, repository } from './command-line.ts';
import { writeFiles } from './temporary-folder.ts';

vi.setConfig({ testTimeout: 240_000 });
beforeEach(() => vi.stubEnv('GITHUB_ACTIONS', ''));

const dropping = `import type { Mediator } from 'catga';
import { ping } from './catga/index.js';

export async function go(mediator: Mediator): Promise<void> {
  mediator.send(ping({ text: '' }));
}
`;
/** The same finding, further down, in code that is formatted otherwise. */
const moved = dropping.replace(
  "  mediator.send(ping({ text: '' }));",
  "\n\n\n  mediator.send(\n    ping({ text: '' }),\n  );",
);

/** The same code, with somebody who looks at the result. */
const mended = dropping.replace('Promise<void>', 'Promise<unknown>').replace('  mediator', '  return mediator');

interface Analyzed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process: what it does is the same, without the time that a process takes. */
async function analyzed(cwd: string, flags: AnalyzeFlags = {}): Promise<Analyzed> {
  let out = '';
  let err = '';
  const code = await analyzeCommand(
    { cwd, color: false, out: (text) => (out += text), err: (text) => (err += text) },
    flags,
  );
  return { code, out, err };
}

async function found(cwd: string, flags: AnalyzeFlags = {}): Promise<readonly string[]> {
  const { out } = await analyzed(cwd, { ...flags, format: 'json' });
  return (JSON.parse(out) as readonly Finding[]).map(({ id, position }) => `${position.file}:${position.line} ${id}`);
}

const handled = {
  'src/on-pinged.ts': `import type { EventHandler } from 'catga';
import type { Pinged } from './messages.js';

export class OnPinged implements EventHandler<Pinged> {
  readonly texts: string[] = [];
  async handle(event: Pinged): Promise<void> {
    this.texts.push(event.text);
  }
}
`,
};

describe('analyze: what decides the exit code', () => {
  test('analyze: errors fail, warnings up to --max-warnings do not, notes never', async () => {
    const root = project();
    expect(await analyzed(root)).toMatchObject({ code: ExitCode.ok });
    writeFiles(root, { 'src/main.ts': dropping });
    expect(await analyzed(root)).toMatchObject({ code: ExitCode.findings });
    const rules = { 'floating-message-promise': 'warning' };
    writeFiles(root, { 'catga.config.json': JSON.stringify({ analyze: { rules } }) });
    expect(await analyzed(root)).toMatchObject({ code: ExitCode.findings });
    expect(await analyzed(root, { maxWarnings: 1 })).toMatchObject({ code: ExitCode.ok });
    writeFiles(root, { 'catga.config.json': JSON.stringify({ analyze: { rules, maxWarnings: 1 } }) });
    expect(await analyzed(root)).toMatchObject({ code: ExitCode.ok });
    expect(await analyzed(root, { maxWarnings: 0 })).toMatchObject({ code: ExitCode.findings });
  });
});

describe('analyze: formats', () => {
  test('analyze: SARIF is valid and has place, fingerprint, fix and what is suppressed', async () => {
    const root = project({
      'src/main.ts': `${dropping}// catga-disable-next-line CATGA2101 -- nothing here\nexport const one = 1;\n`,
      'src/known.ts': dropping.replace(
        '  mediator',
        '  // catga-disable-next-line CATGA3001 -- the outcome is polled for\n  mediator',
      ),
    });
    const { out } = await analyzed(root, { format: 'sarif' });
    const log = JSON.parse(out) as { runs: { results: Record<string, unknown>[]; tool: unknown }[] };
    const schema = JSON.parse(
      readFileSync(path.join(repository, 'fixtures/sarif/sarif-schema-2.1.0.json'), 'utf8'),
    ) as object;
    const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(log) ? [] : validate.errors).toEqual([]);
    // The validator refuses what it should.
    expect(validate({ ...log, version: '2.0.0' })).toBe(false);
    const results = log.runs[0]?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['CATGA3001', 'CATGA9001', 'CATGA2102', 'CATGA3001']);
    expect(results.find(({ ruleId }) => ruleId === 'CATGA9001')).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/main.ts', uriBaseId: 'SRCROOT' },
            region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 53 },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '' } }] }] }],
    });
    const dropped = results.filter(({ ruleId }) => ruleId === 'CATGA3001');
    expect(dropped).toHaveLength(2);
    expect(dropped.filter((one) => 'suppressions' in one)).toHaveLength(1);
    expect(new Set(results.map((one) => JSON.stringify(one['partialFingerprints']))).size).toBe(results.length);
  });

  test('analyze: what was found in the project as a whole has a beginning and an end too', async () => {
    const root = project();
    const places = async (): Promise<readonly unknown[]> => {
      const { out } = await analyzed(root, { format: 'json' });
      return (JSON.parse(out) as readonly Finding[]).map(({ id, position, end }) => [id, position, end]);
    };
    const file = 'src/messages.ts';
    const handler = ['CATGA2102', { file, line: 7, column: 18 }, { line: 7, column: 24 }];
    expect(await places()).toEqual([handler]);
    expect(await command(root, ['schema', 'update'])).toMatchObject({ code: ExitCode.ok });
    const messages = readFileSync(path.join(root, file), 'utf8');
    writeFiles(root, { [file]: messages.replace('readonly text: string', 'readonly text: number') });
    expect(await places()).toContainEqual(['CATGA8102', { file, line: 4, column: 12 }, { line: 4, column: 16 }]);
  });

  test('analyze: JUnit has a suite a file and escapes what XML cannot hold', async () => {
    const root = project({ 'src/main.ts': dropping.replace("text: ''", 'text: "<&>"') });
    const { out } = await analyzed(root, { format: 'junit' });
    expect(out).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="catga analyze" tests="2" failures="1" errors="0">/,
    );
    expect(out).toContain('<testsuite name="src/main.ts" tests="1" failures="1" errors="0">');
    expect(out).toContain('<testcase name="CATGA3001 5:3" classname="src/main.ts"><failure type="error" message="');
    expect(out).not.toMatch(/message="[^"]*[<\n]/);
    const clean = await analyzed(project(handled), { format: 'junit' });
    expect(clean.out).toContain('<testcase name="no findings" classname="catga"/>');
  });

  test('analyze: on GitHub the log is for people and the annotations for the lines', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const root = project({ 'src/main.ts': dropping });
    const { out } = await analyzed(root);
    expect(out).toContain('src/main.ts:5:3 error CATGA3001: ');
    expect(out).toContain('\n::error file=src/main.ts,line=5,');
    expect((await analyzed(root, { format: 'pretty' })).out).not.toContain('::error');
  });
});

describe('analyze: which rules', () => {
  test('analyze: --rule runs what it names alone, by name or id', async () => {
    const root = project({ 'src/main.ts': dropping });
    expect(await found(root)).toEqual(['src/main.ts:5 CATGA3001', 'src/messages.ts:7 CATGA2102']);
    expect(await found(root, { rule: ['floating-message-promise'] })).toEqual(['src/main.ts:5 CATGA3001']);
    expect(await found(root, { rule: ['catga2102'] })).toEqual(['src/messages.ts:7 CATGA2102']);
    await expect(found(root, { rule: ['floating-mesage-promise'] })).rejects.toThrow(
      'There is no rule "floating-mesage-promise"; did you mean "floating-message-promise"?',
    );
  });

  test('analyze: severities and options come from the configuration, by file where it says so', async () => {
    const root = project({ 'src/main.ts': dropping, 'src/old/main.ts': dropping.replace('./catga', '../catga') });
    const write = (analyze: object): void => writeFiles(root, { 'catga.config.json': JSON.stringify({ analyze }) });
    write({ rules: { 'floating-message-promise': 'off', 'floating-promise': 'off', 'event-without-handler': 'off' } });
    expect(await found(root)).toEqual([]);
    write({
      rules: { CATGA2102: 'off' },
      overrides: [{ files: ['src/old/**'], rules: { CATGA3001: 'off', CATGA3002: 'off' } }],
    });
    expect(await found(root)).toEqual(['src/main.ts:5 CATGA3001']);
    write({ ignore: ['src/{main,messages}.ts'] });
    expect(await found(root)).toEqual(['src/old/main.ts:5 CATGA3001']);
    write({ rules: { 'floating-message-promise': ['error', { ignoreVoid: false }] } });
    await expect(found(root)).rejects.toThrow('floating-message-promise: "ignoreVoid" is not one of its options');
  });

  test('analyze: --list-rules shows what each is set to', async () => {
    const root = project({
      'catga.config.json': JSON.stringify({ analyze: { rules: { 'floating-message-promise': 'off' } } }),
    });
    const { code, out } = await analyzed(root, { listRules: true });
    expect(code).toBe(ExitCode.ok);
    expect(out).toMatch(/^CATGA3001 {2}floating-message-promise +off +Message promise not awaited \(suggestion\)$/m);
    const list = JSON.parse((await analyzed(root, { listRules: true, format: 'json' })).out) as object[];
    expect(list).toContainEqual(expect.objectContaining({ id: 'CATGA3001', severity: 'error', set: 'off' }));
  });

  test('analyze: --stats says what each rule took', async () => {
    const root = project({ 'src/main.ts': dropping });
    const { err } = await analyzed(root, { stats: true });
    expect(err).toMatch(/^time by rule:\n( +\d+\.\d ms +\d+\.\d % {2}CATGA\d{4} [\w-]+\n)+ +\d+\.\d ms in all\n$/);
  });

  test('analyze: rules of a plugin run beside ours, and what is wrong with one is said', async () => {
    const plugin = `export const rules = [{
  id: 'ACME1', name: 'acme/no-debugger', title: 'Debugger statement', severity: 'error', preset: 'recommended',
  scope: 'program', repair: 'fix', options: {}, messages: { found: { message: 'A debugger statement.', help: 'Remove it.' } },
  file: ({ report }) => ({ enter: { DebuggerStatement(node) {
    report({ message: 'found', at: node, fix: [{ start: node.getStart(), end: node.end, text: '' }] });
  } } }),
}];
`;
    const root = project({
      ...handled,
      'rules/acme.mjs': plugin,
      'rules/typed.ts': plugin
        .replace('rules =', 'rules: readonly object[] =')
        .replaceAll('ACME1', 'ACME2')
        .replaceAll('acme/', 'acme2/'),
      'rules/none.mjs': 'export const rule = 1;\n',
      'rules/wrong.mjs': "export const rules = [{ id: 'X' }];\n",
      'src/main.ts': 'debugger;\nexport const one = 1;\n',
    });
    const use = (...plugins: readonly string[]): void =>
      writeFiles(root, { 'catga.config.json': JSON.stringify({ analyze: { plugins } }) });
    use('./rules/acme.mjs');
    expect(await found(root)).toEqual(['src/main.ts:1 ACME1']);
    use('./rules/acme.mjs', './rules/typed.ts');
    expect(await found(root)).toEqual(['src/main.ts:1 ACME1', 'src/main.ts:1 ACME2']);
    const sarif = JSON.parse((await analyzed(root, { format: 'sarif' })).out) as { runs: { tool: object }[] };
    expect(JSON.stringify(sarif.runs[0]?.tool)).toContain('"id":"ACME2","name":"acme2/no-debugger"');
    use('./rules/nowhere.mjs');
    await expect(found(root)).rejects.toThrow('The plugin ./rules/nowhere.mjs does not exist');
    use('no-such-package');
    await expect(found(root)).rejects.toThrow('The plugin no-such-package cannot be found');
    use('./rules/none.mjs');
    await expect(found(root)).rejects.toThrow('The plugin ./rules/none.mjs does not export `rules`');
    use('./rules/wrong.mjs');
    await expect(found(root)).rejects.toThrow('exports rules[0], which is not a rule');
    use('./rules/acme.mjs', './rules/acme.mjs');
    await expect(found(root)).rejects.toThrow(
      'has a rule ACME1 (acme/no-debugger), but ACME1 (acme/no-debugger) is there',
    );
  });
});

describe('analyze: --fix', () => {
  const stale = `${mended}// catga-disable-next-line CATGA3001 -- was needed once
export const one = 1;
`;

  test('analyze: --fix mends what is mechanical, --fix-dry-run shows it', async () => {
    const root = project({ ...handled, 'src/main.ts': stale });
    const dry = await analyzed(root, { fixDryRun: true });
    expect(dry.out).toContain('--- a/src/main.ts\n+++ b/src/main.ts\n');
    expect(dry.out).toContain('-// catga-disable-next-line CATGA3001 -- was needed once\n');
    expect(dry.err).toContain('no findings\n1 finding would be fixed by --fix in 1 file\n');
    expect(readFileSync(path.join(root, 'src/main.ts'), 'utf8')).toBe(stale);
    const applied = spawnSync('git', ['apply', '--check'], { cwd: root, input: dry.out, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    const { code, out, err } = await analyzed(root, { fix: true });
    expect({ code, out, err }).toEqual({ code: ExitCode.ok, out: 'no findings\n', err: '1 finding fixed in 1 file\n' });
    expect(readFileSync(path.join(root, 'src/main.ts'), 'utf8')).toBe(
      stale.replace('// catga-disable-next-line CATGA3001 -- was needed once\n', ''),
    );
  });
});

describe('analyze: baseline', () => {
  test('analyze: what is recorded is known wherever it moves, what is new is shown, what is gone is named', async () => {
    const root = project({ 'src/main.ts': dropping });
    const recorded = await analyzed(root, { updateBaseline: true });
    expect(recorded).toMatchObject({ code: ExitCode.ok, err: 'catga.baseline.json: 2 findings recorded\n' });
    expect(await analyzed(root)).toMatchObject({ code: ExitCode.ok, out: 'no findings\n', err: '' });
    writeFiles(root, {
      'src/main.ts': `// A line above.\n\n${moved.replace("(\n    ping({ text: '' }),\n  )", "(ping({ text: '' }))")}`,
    });
    expect(await found(root)).toEqual([]);
    // A second one of the same kind is new, whichever of the two was there before.
    writeFiles(root, { 'src/main.ts': dropping.replace(/( {2}mediator.*\n)/, '$1$1') });
    expect(await found(root)).toEqual(['src/main.ts:6 CATGA3001']);
    writeFiles(root, { 'src/main.ts': mended });
    const after = await analyzed(root);
    expect(after).toMatchObject({ code: ExitCode.ok, out: 'no findings\n' });
    expect(after.err).toMatch(
      /^catga\.baseline\.json has 1 entry that nothing is found for any more:\n {2}src\/main\.ts CATGA3001: .*\nrun `catga analyze --update-baseline` to forget them\n$/,
    );
    expect((await analyzed(root, { rule: ['CATGA2102'] })).err).toBe('');
    await analyzed(root, { updateBaseline: true });
    expect((await analyzed(root)).err).toBe('');
  });

  test('analyze: a baseline of another name, and one that cannot be read', async () => {
    const root = project({ 'src/main.ts': dropping });
    writeFiles(root, { known: 'a file where a folder is needed' });
    await expect(analyzed(root, { updateBaseline: true, baseline: 'known/all.json' })).rejects.toThrow(
      'known/all.json cannot be read or written',
    );
    rmSync(path.join(root, 'known'));
    await analyzed(root, { updateBaseline: true, baseline: 'known/all.json' });
    expect(existsSync(path.join(root, 'catga.baseline.json'))).toBe(false);
    expect(await found(root, { baseline: 'known/all.json' })).toEqual([]);
    writeFiles(root, { 'catga.config.json': JSON.stringify({ analyze: { baseline: 'known/all.json' } }) });
    expect(await found(root)).toEqual([]);
    writeFiles(root, { 'known/all.json': '<<<<<<< HEAD\n' });
    await expect(found(root)).rejects.toThrow('known/all.json is not valid JSON');
    writeFiles(root, { 'known/all.json': '{ "version": 2 }' });
    await expect(found(root)).rejects.toThrow('is not a baseline of this version');
  });
});

/** Runs git in a project, with an author of its own. */
function git(root: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr: stderr.replaceAll(/^(?:hint|warning).*\n/gm, '') }).toEqual({ status: 0, stderr: '' });
}

describe('analyze: --changed', () => {
  test('analyze: only changed files count, and what a change does to the project as a whole', async () => {
    const root = project({ ...handled, '.gitignore': 'node_modules\n', 'src/main.ts': dropping });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'first');
    expect(await found(root)).toEqual(['src/main.ts:5 CATGA3001']);
    expect(await found(root, { changed: true })).toEqual([]);
    writeFiles(root, { 'src/new.ts': dropping, 'src/on-pinged.ts': 'export const one = 1;\n' });
    expect(await found(root, { changed: true })).toEqual(['src/messages.ts:7 CATGA2102', 'src/new.ts:5 CATGA3001']);
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'second');
    expect(await found(root, { changed: 'HEAD' })).toEqual(['src/messages.ts:7 CATGA2102']);
    expect(await found(root, { changed: 'HEAD~1' })).toEqual(['src/messages.ts:7 CATGA2102', 'src/new.ts:5 CATGA3001']);
    await expect(found(root, { changed: 'no-such-branch' })).rejects.toThrow('no-such-branch is not a commit');
  });
});

describe('analyze: the recorded schema', () => {
  test('analyze: a change that others cannot read is a finding', async () => {
    const root = project(handled);
    const { schemaUpdate } = await import('../../cli/commands/schema.ts');
    await schemaUpdate({ cwd: root, color: false, out: () => undefined, err: () => undefined }, {});
    expect(await found(root)).toEqual([]);
    const file = path.join(root, 'src/messages.ts');
    const text = readFileSync(file, 'utf8').replace('text: string', 'text: number');
    writeFiles(root, { 'src/messages.ts': text, 'src/on-ping.ts': 'export {};\n' });
    expect((await found(root)).filter((one) => one.includes('CATGA8'))).toHaveLength(1);
  });
});

describe('analyze: with generate', () => {
  test('analyze: generate --analyze writes, and reports what the rules find, on one program', async () => {
    const root = project({ 'src/main.ts': dropping });
    const first = await command(root, ['generate', '--analyze']);
    expect(first.code).toBe(ExitCode.findings);
    expect(first.err).toContain('src/main.ts:5:3 error CATGA3001: ');
    expect(first.out).toMatch(/^src\/catga: 2 messages, 1 handler; \d+ written/);
    // The next run starts from what this one has found out.
    expect((await command(root, ['generate'])).out).toBe('up to date: 2 messages, 1 handler\n');
    const json = JSON.parse((await command(root, ['generate', '--analyze', '--json'])).out) as {
      diagnostics: Finding[];
    };
    expect(json.diagnostics.map(({ id }) => id)).toEqual(['CATGA3001', 'CATGA2102']);
    writeFiles(root, { 'src/main.ts': mended });
    expect(await command(root, ['generate', '--analyze'])).toMatchObject({ code: ExitCode.ok });
    writeFiles(root, { 'src/catga/registry.ts': '// by hand\n' });
    const checked = await command(root, ['generate', '--check', '--analyze']);
    expect(checked).toMatchObject({ code: ExitCode.usage });
  });
});
