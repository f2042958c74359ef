import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../analyzers/index.ts';
import * as runs from '../../cli/analyze/run-analysis.ts';
import { analyzeCommand } from '../../cli/commands/analyze.ts';
import type { AnalyzeFlags } from '../../cli/program.ts';
import { project } from './command-line.ts';
import { writeFiles } from './temporary-folder.ts';

vi.setConfig({ testTimeout: 240_000 });
vi.mock(import('../../cli/analyze/run-analysis.ts'), { spy: true });
beforeEach(() => {
  vi.mocked(runs.runAnalysis).mockClear();
  vi.mocked(runs.runAfterEdit).mockClear();
});

async function found(cwd: string, flags: AnalyzeFlags = {}): Promise<readonly string[]> {
  let out = '';
  const terminal = { cwd, color: false, out: (text: string) => (out += text), err: () => undefined };
  await analyzeCommand(terminal, { ...flags, format: 'json' });
  return (JSON.parse(out) as readonly Finding[]).map(
    ({ id, position: { file, line, column }, message }) => `${file}:${line}:${column} ${id} ${message}`,
  );
}

/** What was done for a run: nothing, part of it, or all. */
async function effort(act: () => Promise<unknown>): Promise<'all' | 'nothing' | 'part'> {
  vi.mocked(runs.runAnalysis).mockClear();
  await act();
  if (vi.mocked(runs.runAnalysis).mock.calls.length > 0) return 'all';
  const part = vi.mocked(runs.runAfterEdit).mock.results.at(-1);
  vi.mocked(runs.runAfterEdit).mockClear();
  return part === undefined ? 'nothing' : 'part';
}

const files = {
  'src/sender.ts': `import type { Mediator } from 'catga';
import { ping } from './catga/index.js';

export async function first(mediator: Mediator): Promise<void> {
  await mediator.send(ping({ text: '' }));
}
`,
  'src/courier.ts': `import type { Pinged } from './messages.js';

export class Courier {
  async publish(event: Pinged): Promise<string> {
    return event.text;
  }
}
`,
  'src/round.ts': `import { Courier } from './courier.js';
import type { Pinged } from './messages.js';

export async function round(event: Pinged): Promise<void> {
  await new Courier().publish(event);
}
`,
  'src/idle.ts': 'export const idle = 1;\n',
  ...Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [`src/other/${name}.ts`, `export const ${name} = '${name}';\n`]),
  ),
};

/** A plugin that reports a word. */
function plugin(word: string): string {
  return `export const rules = [{
  id: 'ACME1', name: 'acme/word', title: 'A word', severity: 'error', preset: 'recommended', scope: 'program', options: {},
  messages: { found: { message: 'A word.', help: 'Remove it.' } },
  file: ({ report }) => ({ enter: { Identifier(node) { if (node.text === '${word}') report({ message: 'found', at: node }); } } }),
}];
`;
}

describe('analyze: what is kept between runs', () => {
  test('analyze: whatever is edited, the findings are those of a full run, and little is looked at again', async () => {
    const root = project(files);
    const edit = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const next = text.replace(from, to);
      expect(next, `${file}: ${String(from)}`).not.toBe(text);
      writeFileSync(path.join(root, file), next);
    };
    const again = async (flags: AnalyzeFlags = {}): Promise<readonly string[]> => {
      const now = await found(root, flags);
      expect(now).toEqual(await found(root, { ...flags, cache: false }));
      return now;
    };
    const steps: readonly (readonly [string, 'all' | 'nothing' | 'part', () => void])[] = [
      ['nothing', 'nothing', () => undefined],
      ['a promise dropped', 'part', () => edit('src/sender.ts', 'await mediator', 'mediator')],
      ['nothing', 'nothing', () => undefined],
      // What is dropped in one file depends on what another one declares.
      ['a dependent: the promise dropped', 'part', () => edit('src/round.ts', 'await new', 'new')],
      [
        'its import: no promise',
        'part',
        () => edit('src/courier.ts', 'async publish(event: Pinged): Promise<string>', 'publish(event: Pinged): string'),
      ],
      [
        'its import: a promise again',
        'part',
        () => edit('src/courier.ts', 'publish(event: Pinged): string', 'async publish(event: Pinged): Promise<string>'),
      ],
      [
        'a suppression',
        'part',
        () => edit('src/round.ts', '  new', '  // catga-disable-next-line CATGA3001 -- the round goes on\n  new'),
      ],
      [
        'a suppression without use',
        'part',
        () => edit('src/idle.ts', 'export', '// catga-disable-next-line CATGA3001 -- none\nexport'),
      ],
      ['lines moved', 'part', () => edit('src/sender.ts', 'import', '// a line\n\nimport')],
      [
        'another wire name',
        'all',
        () => edit('src/messages.ts', 'export interface Pinged', '/** @message ponged */\nexport interface Pinged'),
      ],
      [
        'a member more',
        'part',
        () => edit('src/messages.ts', /text: string;\n}\n$/, 'text: string;\n  readonly more?: number;\n}\n'),
      ],
      [
        'a new file',
        'all',
        () => writeFiles(root, { 'src/new.ts': files['src/sender.ts'].replace('await mediator', 'mediator') }),
      ],
      ['a file gone', 'all', () => rmSync(path.join(root, 'src/new.ts'))],
      ['a handler gone', 'all', () => edit('src/on-ping.ts', /[^]*/, 'export {};\n')],
      [
        'a configuration',
        'all',
        () => writeFiles(root, { 'catga.config.json': '{ "analyze": { "rules": { "CATGA3001": "warning" } } }' }),
      ],
      ['another configuration', 'all', () => edit('catga.config.json', 'warning', 'off')],
    ];
    await found(root);
    for (const [name, expected, act] of steps) {
      act();
      expect(await effort(() => found(root)), name).toBe(expected);
      await again();
    }
    // Every step has changed something: a run that looks at nothing again must not pass this test.
    expect(steps.filter(([, expected]) => expected !== 'nothing').length).toBeGreaterThan(10);
  });

  test('analyze: other rules, plugins, generated files and damaged caches are noticed', async () => {
    const root = project({
      ...files,
      'catga.config.json': '{ "analyze": { "plugins": ["./rules.mts"] } }',
      'rules.mts': plugin('idle'),
      'src/sender.ts': files['src/sender.ts'].replace('await mediator', 'mediator'),
    });
    const first = await found(root);
    expect(first.map((one) => one.split(' ')[1])).toEqual(['ACME1', 'CATGA2102', 'CATGA3001']);
    expect(await effort(() => found(root))).toBe('nothing');
    expect(await effort(() => found(root, { rule: ['CATGA3001'] }))).toBe('all');
    expect(await effort(() => found(root, { scope: 'everywhere' }))).toBe('all');
    await found(root);
    writeFiles(root, { 'rules.mts': plugin('round') });
    expect((await found(root)).filter((one) => one.includes('ACME1'))).toEqual(['src/round.ts:4:23 ACME1 A word.']);
    writeFiles(root, { 'src/catga/registry.ts': '// by hand\n' });
    expect(await effort(() => found(root))).toBe('part');
    expect(await effort(() => found(root))).toBe('nothing');
    const cache = path.join(root, 'node_modules/.cache/catga');
    for (const name of readdirSync(cache).filter((file) => file.startsWith('analysis'))) {
      const file = path.join(cache, name);
      const text = readFileSync(file, 'utf8');
      for (const damaged of ['', text.slice(0, text.length / 2), text.replace('CATGA2102', 'CATGA2101'), 'null']) {
        writeFileSync(file, damaged);
        writeFiles(root, { 'src/idle.ts': `export const idle = ${damaged.length};\n` });
        expect(await found(root)).toEqual(await found(root, { cache: false }));
      }
      expect(existsSync(file)).toBe(true);
    }
  });
});
