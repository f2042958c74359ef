import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch, structuredPatch } from 'diff';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf, findingsWith, fixtureIds, type FixtureFile } from './fixture-project.ts';

// A base type has to be imported too; what keeps a scoped service has to be scoped up to the handler.
const takesMore: ReadonlySet<string> = new Set(['CATGA2003', 'CATGA2007']);

const root = mkdtempSync(join(tmpdir(), 'catga-mutation-'));
const counts = { ids: 0, findings: 0, mutations: 0, gone: 0 };
afterAll(() => {
  rmSync(root, { recursive: true });
  console.log(
    `mutation: ${counts.mutations} single changes to the fixtures of ${counts.ids} ids took ${counts.gone} findings away`,
  );
});

/** The reported side with one of the changes that lead to the accepted side, for each of them; with all where one is not enough. */
function mutationsOf(id: string): readonly (readonly FixtureFile[])[] {
  const reported = filesOf(id, 'reported');
  const accepted = filesOf(id, 'accepted');
  if (takesMore.has(id)) return [accepted];
  const paths = new Set([...reported, ...accepted].map(({ path }) => path));
  return [...paths].flatMap((path) => {
    const textOf = (files: readonly FixtureFile[]): string | undefined => files.find((one) => one.path === path)?.text;
    const [before, after] = [textOf(reported), textOf(accepted)];
    const others = reported.filter((one) => one.path !== path);
    if (after === undefined) return [others];
    if (before === undefined) return [[...others, { path, text: after }]];
    const patch = structuredPatch(path, path, before, after, '', '', { context: 0 });
    return patch.hunks.map((hunk) => {
      const text = applyPatch(before, { ...patch, hunks: [hunk] });
      if (text === false) throw new TypeError(`${id}: a change of ${path} does not apply`);
      return [...others, { path, text }];
    });
  });
}

describe('diagnostics: mutation', () => {
  it.each(fixtureIds)('diagnostics: %s goes when one change takes its trigger away', (id) => {
    const count = (files: readonly FixtureFile[]): number =>
      findingsWith(id, files, root).filter((one) => one.id === id).length;
    const found = count(filesOf(id, 'reported'));
    const gone = mutationsOf(id).map((files) => found - count(files));
    counts.ids += 1;
    counts.mutations += gone.length;
    counts.gone += found;
    expect(found).toBeGreaterThan(0);
    // Each finding has a change of its own that takes it away; no change alone makes more of them.
    expect(Math.min(...gone)).toBeGreaterThanOrEqual(0);
    expect(gone.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(found);
  });
});
