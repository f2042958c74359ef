export { analyze, lookAtFiles } from './engine/analyze.ts';
export { conclude } from './engine/conclude.ts';
export { createRuleClock, noClock } from './engine/rule-clock.ts';
export { defaultSettings, isNamed, selectRules } from './settings.ts';
export { modelKey } from './engine/model-key.ts';
export { optionProblems } from './options.ts';
export { rules } from './rules/index.ts';

export type { AnalysisSettings, RuleOverride, RuleSelection, RuleSetting } from './settings.ts';
export type { AnalyzedProject, Conclusion } from './engine/conclude.ts';
export type { AnalyzeOptions } from './engine/analyze.ts';
export type { AnyRule, FileContext, FileView, FileVisitor, ProjectContext, Rule, Severity } from './rule.ts';
export type { FileAnalysis } from './engine/look-at-file.ts';
export type { Finding, Suggestion, TextEdit } from './finding.ts';
export type { RuleClock } from './engine/rule-clock.ts';
