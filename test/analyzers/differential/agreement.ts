import { beforeAll, describe, expect, it } from 'vitest';
import { compare, type Comparison, type Difference } from './compare.ts';
import { caseFiles, type Differential, type Verdict } from './corpus.ts';

/** Tests that a rule of ours agrees with typescript-eslint's, apart from what is listed; prints the counts. */
export function testAgreement(differential: Differential): void {
  const { rule, peer, disagreements } = differential;

  describe(`differential: ${rule.name}`, () => {
    let comparison: Comparison;
    beforeAll(() => {
      comparison = compare(differential);
      const { cases, findings, differences } = comparison;
      console.info(
        `${rule.name} and ${peer}: ${cases} cases, ${findings} findings, ${differences.length} disagreements`,
      );
    });

    it(`differential: ${rule.name} says what ${peer} says, case by case`, () => {
      const listed = new Set(disagreements.map(({ group, code }) => nameOf(group, code)));
      const unlisted = comparison.differences.filter(({ file }) => !listed.has(nameOf(file.group.name, file.code)));
      expect(unlisted.map(shown)).toEqual([]);
    });

    it(`differential: what is listed as a disagreement of ${rule.name} is one, and has a reason`, () => {
      const found = new Set(comparison.differences.map(({ file }) => nameOf(file.group.name, file.code)));
      const settled = disagreements.filter(
        ({ group, code, reason }) => !found.has(nameOf(group, code)) || reason === '',
      );
      expect(settled).toEqual([]);
    });

    it(`differential: the cases of ${rule.name} compile, and none is there twice`, () => {
      expect(comparison.mistakes).toEqual([]);
      const names = caseFiles(differential).map(({ group, code }) => nameOf(group.name, code));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });
  });
}

function nameOf(group: string, code: string): string {
  return `[${group}] ${code}`;
}

function shown({ file, ours, theirs }: Difference): string {
  return `${nameOf(file.group.name, file.code)}\n--- ours:\n${sideOf(ours)}\n--- theirs:\n${sideOf(theirs)}`;
}

function sideOf(verdict: Verdict): string {
  return verdict.length === 0 ? 'nothing' : verdict.join('\n');
}
