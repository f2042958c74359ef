import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../analyzers/catalogue.ts';
import { rules } from '../../analyzers/index.ts';
import {
  expectedFile,
  filesOf,
  findingLines,
  findingsOf,
  fixtureIds,
  repairsFile,
  repairsOf,
} from './fixture-project.ts';

// UPDATE_FIXTURES=1 writes what is found; review the difference before committing it.
const update = process.env['UPDATE_FIXTURES'] === '1';

// The member is gone, or its key is not text.
const wholeDeclaration: ReadonlySet<string> = new Set(['CATGA8101', 'CATGA1116']);

const root = mkdtempSync(join(tmpdir(), 'catga-diagnostics-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('diagnostics: fixtures', () => {
  it('diagnostics: every id has a fixture, and every fixture an id', () => {
    expect(fixtureIds).toEqual(catalogue.map(({ id }) => id));
  });

  it.each(fixtureIds)('diagnostics: %s is reported where and as expected, and nothing else is', (id) => {
    const found = findingsOf(id, 'reported', root);
    const file = expectedFile(id);
    if (update) writeFileSync(file, findingLines(found));
    expect(existsSync(file), `${file} is missing: run with UPDATE_FIXTURES=1`).toBe(true);
    expect(findingLines(found)).toBe(readFileSync(file, 'utf8'));
    // A cause is reported once: what a fixture has is its own id, in one place or, where two places contradict, in each.
    expect([...new Set(found.map((one) => one.id))]).toEqual([id]);
    for (const { position, end, path = '' } of found) {
      expect(end, 'a finding says where it ends').toBeDefined();
      const [declaration, member] = path.split(/\.|\[\]/);
      if (member === undefined || member === '' || wholeDeclaration.has(id)) continue;
      const line = filesOf(id, 'reported')
        .find((one) => one.path === position.file)
        ?.text.split('\n')[position.line - 1];
      const marked = line?.slice(position.column - 1, end?.line === position.line ? end.column - 1 : undefined);
      expect(marked, 'what is about a member stands at the member').not.toBe(declaration);
    }
  });

  it.each(rules.filter(({ repair }) => repair !== undefined).map(({ id }) => id))(
    'diagnostics: %s is mended as expected',
    (id) => {
      const repairs = repairsOf(id, findingsOf(id, 'reported', join(root, 'repairs')));
      const file = repairsFile(id);
      if (update) writeFileSync(file, repairs);
      expect(repairs).not.toBe('');
      expect(existsSync(file), `${file} is missing: run with UPDATE_FIXTURES=1`).toBe(true);
      expect(repairs).toBe(readFileSync(file, 'utf8'));
    },
  );

  it('diagnostics: only what is said to be mended has fixes or suggestions', () => {
    const repaired = fixtureIds.filter((id) => existsSync(repairsFile(id)));
    expect(repaired).toEqual(rules.flatMap(({ id, repair }) => (repair === undefined ? [] : [id])).toSorted());
  });

  it.each(fixtureIds)('diagnostics: %s is gone once the code is mended', (id) => {
    expect(findingLines(findingsOf(id, 'accepted', root))).toBe('');
  });
});
