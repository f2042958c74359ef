import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diagnostics } from '../../generator/diagnostics/index.ts';
import { expectedFile, findingLines, findingsOf, fixtureIds } from './fixture-project.ts';

// UPDATE_FIXTURES=1 writes what is found; review the difference before committing it.
const update = process.env['UPDATE_FIXTURES'] === '1';

const root = mkdtempSync(join(tmpdir(), 'catga-diagnostics-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('diagnostics: fixtures', () => {
  it('diagnostics: every id has a fixture, and every fixture an id', () => {
    expect(fixtureIds).toEqual(Object.keys(diagnostics).toSorted());
  });

  it.each(fixtureIds)('diagnostics: %s is reported where and as expected, and nothing else is', (id) => {
    const found = findingsOf(id, 'reported', root);
    const file = expectedFile(id);
    if (update) writeFileSync(file, findingLines(found));
    expect(existsSync(file), `${file} is missing: run with UPDATE_FIXTURES=1`).toBe(true);
    expect(findingLines(found)).toBe(readFileSync(file, 'utf8'));
    // A cause is reported once: what a fixture has is its own id, in one place or, where two places contradict, in each.
    expect([...new Set(found.map((one) => one.id))]).toEqual([id]);
  });

  it.each(fixtureIds)('diagnostics: %s is gone once the code is mended', (id) => {
    expect(findingLines(findingsOf(id, 'accepted', root))).toBe('');
  });
});
