export { ruleTests } from '../analyzers/testing/index.ts';
export { rules } from '../analyzers/index.ts';

export type {
  AnyRule,
  FileContext,
  FileView,
  FileVisitor,
  Finding,
  ProjectContext,
  Rule,
  Severity,
  Suggestion,
  TextEdit,
} from '../analyzers/index.ts';
export type { Application } from '../analyzers/domain/application.ts';
export type { MessageCall } from '../analyzers/domain/message-call.ts';
export type { Unit } from '../analyzers/domain/units.ts';
export type { ExpectedFinding, InvalidCase, RuleCase, RuleCases, RuleTest } from '../analyzers/testing/index.ts';
export type { OptionDefinition, OptionTable, TypeSpecifier } from '../analyzers/options.ts';
