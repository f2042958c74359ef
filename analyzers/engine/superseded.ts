import type { Finding } from '../finding.ts';
import type { AnyRule, FileReport } from '../rule.ts';

/** A finding in a file, and what it is about. */
export interface ReportedFinding {
  readonly rule: AnyRule;
  readonly about: FileReport['at'];
  readonly finding: Finding;
}

/** Leaves out what a rule that knows more has said of the same node. */
export function withoutSuperseded(reports: readonly ReportedFinding[]): readonly Finding[] {
  const said = new Set<string>();
  for (const { rule, about } of reports) for (const id of rule.supersedes ?? []) said.add(keyOf(id, about));
  return reports.flatMap(({ rule, about, finding }) => (said.has(keyOf(rule.id, about)) ? [] : [finding]));
}

function keyOf(id: string, about: FileReport['at']): string {
  // Two nodes may begin at one offset, and end at one, but those that matter here do not do both.
  const [start, end] = 'kind' in about ? [about.getStart(), about.getEnd()] : [about.start, about.end];
  return `${id} ${start} ${end}`;
}
