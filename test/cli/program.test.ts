import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { catalogue } from '../../analyzers/catalogue.ts';
import { catga, command, project } from './command-line.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

// Some tests start processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

describe('command line: wrong usage ends with 2 and says what to do', () => {
  test.each<[readonly string[], RegExp]>([
    [[], /Usage: catga/],
    [['genrate'], /unknown command 'genrate'\n\(Did you mean generate\?\)/],
    [['generate', '--chek'], /unknown option '--chek'\n\(Did you mean --check\?\)/],
    [['generate', 'extra'], /too many arguments for 'generate'/],
    [['analyze', '--format', 'xml'], /'xml' is invalid\. Allowed choices are pretty, json, sarif, github, junit/],
    [['analyze', '--max-warnings', 'some'], /'some' is invalid\. It takes a whole number/],
    [['analyze', '--fix', '--fix-dry-run'], /cannot be used with option/],
    [['generate', '--config', 'nowhere.json'], /nowhere\.json does not exist\.\nName an existing file/],
  ])('command line: %j', async (args, message) => {
    const ran = await command(temporaryFolder(), args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });
});

describe('command line: bad input ends with 2 and names the file', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['no tsconfig', {}, /^error: tsconfig\.json does not exist in .*\nRun `catga init`/],
    ['a config that is no JSON', { 'catga.config.json': '{' }, /^error: catga\.config\.json is not valid JSON/],
    ['an unknown option', { 'catga.config.json': '{ "ouput": "x" }' }, /did you mean "output"\?/],
    ['a config that throws', { 'catga.config.ts': "throw new Error('no luck');" }, /cannot be evaluated: no luck/],
    ['a tsconfig that is no JSON', { 'tsconfig.json': '{ "include": [' }, /^error: tsconfig\.json:\d+:\d+: /],
    [
      'a tsconfig without files',
      { 'tsconfig.json': '{ "include": ["none"] }' },
      /^error: tsconfig\.json includes no files/,
    ],
    ['a tsconfig that extends nothing', { 'tsconfig.json': '{ "extends": "./none.json", "files": [] }' }, /none\.json/],
  ])('command line: %s', async (_what, files, message) => {
    const ran = await command(temporaryFolder(files), ['generate']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toContain('    at ');
  });
});

test('command line: --version and --help are answers', () => {
  const folder = temporaryFolder();
  expect(catga(folder, ['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  const help = catga(folder, ['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const name of ['init', 'generate', 'describe', 'analyze', 'explain']) expect(help.out).toContain(`  ${name} `);
});

test('command line: --debug shows the stack trace of an error, nothing else does', async () => {
  const folder = temporaryFolder({ 'catga.config.mjs': "throw new Error('no luck');", 'tsconfig.json': '{}' });
  expect((await command(folder, ['generate', '--debug'])).err).toMatch(/caused by Error: no luck\n {4}at /);
});

test('command line: explain prints the page of a finding, or lists them all, outside any project', async () => {
  const folder = temporaryFolder();
  for (const word of ['CATGA1001', 'catga1001', '1001']) {
    const page = await command(folder, ['explain', word]);
    expect(page).toMatchObject({ code: 0, err: '' });
    expect(page.out).toMatch(/^# CATGA1001: Message is not exported\n[^]*## Reported\n[^]*## Accepted\n/);
  }
  const list = await command(folder, ['explain']);
  expect(list).toMatchObject({ code: 0, err: '' });
  expect(list.out.trimEnd().split('\n')).toHaveLength(catalogue.length);
  expect(list.out).toContain('CATGA3001  error    Message promise not awaited\n');
  expect(await command(folder, ['explain', 'CATGA101'])).toEqual({
    code: 2,
    out: '',
    err: 'error: CATGA101 is not the id of a diagnostic, nor the name of a rule.\nDid you mean CATGA1001? Run `catga explain` to see them all.\n',
  });
});

test('command line: describe lists messages with what runs for them', async () => {
  const root = project({
    'src/timed.ts': `import type { Behavior, Query } from 'catga';

/**
 * Tells the time.
 * @timeout 5s
 * @route clocks
 */
export interface TellTime extends Query<Date> {
  readonly zone: string;
}
`,
  });
  const text = await command(root, ['describe']);
  expect(text).toMatchObject({ code: 0, err: '' });
  expect(text.out).toBe(`3 messages
  command ping  qos 1  version 1  src/messages.ts:3:18
    handled by OnPing
  event pinged  qos 0  version 1  src/messages.ts:7:18
    handled by nobody
  query tell-time  qos 0  version 1  src/timed.ts:8:18
    timeoutMs 5000, route clocks
    handled by clocks
`);
  const json = JSON.parse((await command(root, ['describe', '--json'])).out) as {
    model: { messages: { name: string }[] };
  };
  expect(json.model.messages.map(({ name }) => name)).toEqual(['ping', 'pinged', 'tell-time']);
});

test('command line: analyze prints findings in each format and exits with 1 for errors and warnings only', () => {
  const root = project();
  const clean = catga(root, ['analyze']);
  expect(clean.code).toBe(0);
  expect(clean.out).toMatch(/^src\/messages\.ts:7:18 info CATGA2102: .*`pinged`[\s\S]*\n1 note\n$/);

  writeFiles(root, {
    'src/main.ts': `import { createCatga } from 'catga';
import { ping, registry } from './catga/index.js';

const app = await createCatga({ service: 'test', registry: registry() });
app.mediator.send(ping({ text: '' }));
`,
  });
  const pretty = catga(root, ['analyze']);
  expect(pretty.code).toBe(1);
  expect(pretty.out).toContain('src/main.ts:5:1 error CATGA3001: The promise of `app.mediator.send(…)` is dropped');
  const json = JSON.parse(catga(root, ['analyze', '--format', 'json']).out) as unknown;
  expect(json).toMatchObject([{ id: 'CATGA3001', position: { line: 5, column: 1 } }, { id: 'CATGA2102' }]);
  const github = catga(root, ['analyze', '--format', 'github'], { env: { GITHUB_WORKSPACE: path.dirname(root) } });
  expect(github.code).toBe(1);
  expect(github.out).toMatch(
    new RegExp(
      `^::error file=${path.basename(root)}/src/main\\.ts,line=5,endLine=5,col=1,endColumn=38,title=CATGA3001::`,
    ),
  );
});
