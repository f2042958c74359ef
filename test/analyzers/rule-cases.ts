import { describe, expect, it } from 'vitest';
import type { AnyRule } from '../../analyzers/rule.ts';
import { ruleTests, type RuleCases } from '../../analyzers/testing/index.ts';

/** Runs the cases of a rule as tests. */
export function testRule(rule: AnyRule, cases: RuleCases): void {
  describe(`analyzers: ${rule.name}`, () => {
    it.each(ruleTests(rule, cases))('$title', ({ run }) => {
      expect(run).not.toThrow();
    });
  });
}
