export { ruleTests } from './rule-tests.ts';

export type { ExpectedFinding, InvalidCase, RuleCase, RuleCases, RuleTest } from './rule-tests.ts';
