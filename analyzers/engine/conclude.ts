import { sortDiagnostics } from '../../generator/diagnostics/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import { pinpoint, type TextOf } from '../../generator/scan/pinpoint.ts';
import { compareText } from '../../generator/scan/project-paths.ts';
import type { Finding, TextEdit } from '../finding.ts';
import type { AnyRule, ProjectFacts, ProjectReport, SuppressionReport } from '../rule.ts';
import { isNamed, type ActiveRule, type AnalysisSettings, type RuleSelection } from '../settings.ts';
import { createFinding } from './create-finding.ts';
import type { FileAnalysis } from './look-at-file.ts';
import type { RuleClock } from './rule-clock.ts';
import { suppressedOn, type SuppressedRule, type Suppression } from './suppressions.ts';

/** What is known of all files, from this run or an earlier one. */
export interface AnalyzedProject {
  readonly model: ProjectModel;
  /** What the generator has found. */
  readonly diagnostics: readonly Finding[];
  /** By path relative to the project root. */
  readonly files: ReadonlyMap<string, FileAnalysis>;
  readonly facts: ProjectFacts;
  /** Sources as they were looked at: the model knows where declarations begin, not where they end. */
  readonly textOf: TextOf;
}

/** What is left of a project's findings. */
export interface Conclusion {
  /** Sorted by position. */
  readonly findings: readonly Finding[];
  /** Taken back by comments. */
  readonly suppressed: readonly Finding[];
}

/** Judges the project as a whole, and takes back what comments say. */
export function conclude(
  project: AnalyzedProject,
  rules: readonly AnyRule[],
  selection: RuleSelection,
  settings: AnalysisSettings,
  clock: RuleClock,
): Conclusion {
  const paths = [...project.files.keys()].toSorted(compareText);
  const found: Finding[] = project.diagnostics.filter(
    ({ id, position }) => !selection.forFile(position.file).some(({ rule }) => rule.supersedes?.includes(id) === true),
  );
  for (const path of paths) found.push(...(project.files.get(path)?.findings ?? []));
  for (const active of selection.forProject) found.push(...judge(project, paths, active, selection, clock));

  const suppressed: Finding[] = [];
  const used = new Set<string>();
  const kept = sortDiagnostics(pinpoint(found, project.textOf)).filter((finding) => {
    const suppressions = project.files.get(finding.position.file)?.suppressions ?? [];
    for (const [index, suppression] of suppressions.entries()) {
      const named = takingBack(suppression, finding, rules);
      if (named.length === 0) continue;
      for (const { word } of named) used.add(`${finding.position.file} ${index} ${word}`);
      suppressed.push(finding);
      return false;
    }
    return true;
  });
  const about = aboutSuppressions(project, paths, { rules, selection, settings, used });
  return { findings: sortDiagnostics([...kept, ...about]), suppressed };
}

function judge(
  { model, files, facts: projectFacts }: AnalyzedProject,
  paths: readonly string[],
  active: ActiveRule,
  selection: RuleSelection,
  clock: RuleClock,
): readonly Finding[] {
  const { rule, options } = active;
  if (rule.project === undefined) return [];
  const found: Finding[] = [];
  const facts = paths.flatMap((file) => (files.get(file)?.facts[rule.id] ?? []).map((fact) => ({ file, fact })));
  const report = (one: ProjectReport): void => {
    const { position, end } = one.at;
    // Files may have settings of their own.
    const here = selection.forFile(position.file).find((each) => each.rule === rule);
    if (here !== undefined) found.push(createFinding(here, one, { position, ...(end !== undefined && { end }) }));
  };
  clock.time(rule.id, () => rule.project?.({ model, options, facts, project: projectFacts, report }));
  return found;
}

/**
 * What of a suppression takes a finding back. Errors of the generator are no matter of opinion: nothing can be generated while
 * they are there.
 */
function takingBack(suppression: Suppression, finding: Finding, rules: readonly AnyRule[]): readonly SuppressedRule[] {
  if (suppression.reason === '' || (finding.rule === undefined && finding.severity === 'error')) return [];
  return suppressedOn(suppression, finding.position.line, (word) => names(word, finding, rules));
}

function names(word: string, finding: Finding, rules: readonly AnyRule[]): boolean {
  const rule = rules.find(({ id }) => id === finding.id);
  return rule === undefined ? word.toUpperCase() === finding.id : isNamed(rule, [word]);
}

function aboutSuppressions(
  { files }: AnalyzedProject,
  paths: readonly string[],
  known: {
    readonly rules: readonly AnyRule[];
    readonly selection: RuleSelection;
    readonly settings: AnalysisSettings;
    readonly used: ReadonlySet<string>;
  },
): readonly Finding[] {
  const found: Finding[] = [];
  for (const file of paths) {
    const suppressions = files.get(file)?.suppressions ?? [];
    if (suppressions.length === 0) continue;
    for (const active of known.selection.forFile(file)) {
      active.rule.suppressions?.({
        suppressions: suppressions.map((suppression, index) => ({
          ...suppression,
          rules: suppression.rules.map((rule) => ({
            ...rule,
            isUsed: known.used.has(`${file} ${index} ${rule.word}`),
            rule: known.rules.find((one) => isNamed(one, [rule.word])),
          })),
        })),
        isComplete: known.settings.only === undefined,
        report(report: SuppressionReport) {
          const { line, column, endLine, endColumn } = report.at.comment;
          found.push(
            createFinding(active, report, {
              position: { file, line, column },
              end: { line: endLine, column: endColumn },
              ...(report.fix !== undefined && { fix: report.fix.map((edit): TextEdit => ({ file, ...edit })) }),
            }),
          );
        },
      });
    }
  }
  return found;
}
