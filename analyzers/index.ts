export { analyze } from './analyze.ts';
export { rules } from './rules/index.ts';

export type { ReportPlace, Rule, RuleContext, RuleVisitor } from './rule.ts';
