import { beforeAll, describe, expect, it } from 'vitest';
import { compare, type Comparison, type Difference } from './compare.ts';
import type { Differential } from './corpus.ts';

/** Two programs of some hundred modules: a busy machine takes minutes for the largest corpus. */
const TIMEOUT_MS = 600_000;

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
    }, TIMEOUT_MS);

    it(`differential: ${rule.name} says what ${peer} says, case by case`, () => {
      const listed = new Set(disagreements.map(({ group, code }) => nameOf(group, code)));
      const unlisted = comparison.differences.filter(({ group, code }) => !listed.has(nameOf(group, code)));
      expect(unlisted.map(shown)).toEqual([]);
    });

    it(`differential: what is listed as a disagreement of ${rule.name} is one, and has a reason`, () => {
      const found = new Set(comparison.differences.map(({ group, code }) => nameOf(group, code)));
      const settled = disagreements.filter(
        ({ group, code, reason }) => !found.has(nameOf(group, code)) || reason === '',
      );
      expect(settled).toEqual([]);
    });

    it(`differential: the cases of ${rule.name} compile, and none is there twice`, () => {
      expect(comparison.mistakes).toEqual([]);
      const names = differential.groups.flatMap(({ name, cases }) => cases.map((code) => nameOf(name, code)));
      expect(names).toHaveLength(new Set(names).size);
    });
  });
}

function nameOf(group: string, code: string): string {
  return `[${group}] ${code}`;
}

function shown({ group, code, ours, theirs }: Difference): string {
  return `${nameOf(group, code)}\n--- ours:\n${ours}\n--- theirs:\n${theirs}`;
}
