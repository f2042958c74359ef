import { afterEach, expect, test, vi } from 'vitest';
import type { Finding } from '../../analyzers/index.ts';
import { countText, githubDiagnostics, plural, prettyDiagnostics } from '../../cli/output/diagnostics.ts';
import { wantsColor } from '../../cli/output/terminal.ts';
import { suggest } from '../../cli/suggest.ts';
import { temporaryFolder } from './temporary-folder.ts';

const finding: Finding = {
  id: 'CATGA3001',
  severity: 'error',
  message: 'The promise of `context.send(…)` is dropped: 100% of it, a: b.',
  help: 'Await it.',
  position: { file: 'src/a.ts', line: 2, column: 3 },
  end: { line: 2, column: 10 },
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test('output: findings for people have a frame and a count', () => {
  const root = temporaryFolder({ 'src/a.ts': '\n  context.send(order);\n' });
  const text = prettyDiagnostics([finding], { root, color: false });
  expect(text).toContain('src/a.ts:2:3 error CATGA3001: The promise of `context.send(…)` is dropped');
  expect(text).toContain('2 |   context.send(order);');
  expect(text).toMatch(/\n1 error\n$/);
  expect(text).not.toContain('\u001B');
  expect(prettyDiagnostics([finding], { root, color: true })).toContain('\u001B[31merror');
});

test('output: findings for GitHub are escaped workflow commands with repository paths', () => {
  vi.stubEnv('GITHUB_WORKSPACE', '/repo');
  expect(githubDiagnostics([finding], '/repo/services/orders')).toBe(
    '::error file=services/orders/src/a.ts,line=2,endLine=2,col=3,endColumn=10,title=CATGA3001::' +
      `${finding.message.replaceAll('%', '%25')}%0A${finding.help}\n`,
  );
});

test('output: counts are words', () => {
  expect(countText([])).toBe('no findings');
  expect(countText([finding, finding, { ...finding, severity: 'warning' }, { ...finding, severity: 'info' }])).toBe(
    '2 errors, 1 warning, 1 note',
  );
  expect([plural(1, 'query'), plural(2, 'query'), plural(0, 'message')]).toEqual([
    '1 query',
    '2 queries',
    '0 messages',
  ]);
});

test('output: NO_COLOR, FORCE_COLOR and the terminal decide on colour, in this order', () => {
  expect(wantsColor({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
  expect(wantsColor({ NO_COLOR: '', FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wantsColor({ FORCE_COLOR: '0' }, true)).toBe(false);
  expect(wantsColor({}, true)).toBe(true);
  expect(wantsColor({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColor({}, undefined)).toBe(false);
});

test.each([
  ['ouput', 'output'],
  ['namspace', 'namespace'],
  ['mesages', 'messages'],
  ['onptut', 'output'],
  ['colour', undefined],
])('suggestions: %s means %s', (word, meant) => {
  expect(suggest(word, ['output', 'namespace', 'messages', 'tsconfig'])).toBe(meant);
});
