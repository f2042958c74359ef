import { join, relative, resolve } from 'node:path';
import type { CatalogueEntry } from '../../analyzers/catalogue.ts';
import type { Conclusion, Finding } from '../../analyzers/index.ts';
import type { EvaluatedConfig } from '../config/load.ts';
import type { ProjectLocation } from '../config/locate.ts';
import { plural } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import { writeUsersFile } from '../users-file.ts';
import { baselineFileName, baselineText, compareWithBaseline, readBaseline } from './baseline.ts';
import type { AnalysisSetup } from './setup.ts';

/** What a run is about. */
export interface AnalysisSubject {
  readonly location: ProjectLocation;
  readonly config: EvaluatedConfig;
  readonly setup: AnalysisSetup;
}

/** What `catga analyze` has to tell. */
export interface AnalysisReport {
  /** Absolute. */
  readonly root: string;
  /** Sorted by position. */
  readonly findings: readonly Finding[];
  /** Taken back by comments. */
  readonly suppressed: readonly Finding[];
  /** In the baseline. */
  readonly known: readonly Finding[];
  /** Rules that have run, those of plugins among them. */
  readonly rules: readonly CatalogueEntry[];
}

/** What is told about a run's findings. */
export interface ReportFlags {
  readonly baseline?: string;
}

/** Writes what a run has found into the baseline: from then on all of it is known. */
export function recordBaseline(
  terminal: Terminal,
  flags: ReportFlags,
  subject: AnalysisSubject,
  { findings, suppressed }: Conclusion,
): AnalysisReport {
  const { shown } = baselineOf(terminal, flags, subject);
  writeUsersFile(subject.location.root, shown, baselineText(findings));
  terminal.err(`${shown}: ${plural(findings.length, 'finding')} recorded\n`);
  return { root: subject.location.root, findings: [], suppressed, known: findings, rules: entriesOf(subject) };
}

/** What is left to tell, when what has not changed and what is known are left out. */
export function reportOf(
  terminal: Terminal,
  flags: ReportFlags,
  subject: AnalysisSubject,
  { findings, suppressed }: Conclusion,
  changed: ReadonlySet<string> | undefined,
): AnalysisReport {
  const { rules, settings } = subject.setup;
  const { file, shown } = baselineOf(terminal, flags, subject);
  const known = readBaseline(file, shown);
  const compared = compareWithBaseline(findings, known ?? []);
  // Where only some rules have run, or were looked at, the others' entries say nothing.
  if (settings.only === undefined && compared.stale.length > 0) {
    const lines = compared.stale.map(({ rule, file: where, message }) => `  ${where} ${rule}: ${message}\n`);
    terminal.err(
      `${shown} has ${plural(compared.stale.length, 'entry')} that nothing is found for any more:\n${lines.join('')}run \`catga analyze --update-baseline\` to forget them\n`,
    );
  }
  const isShown = ({ position, rule }: Finding): boolean =>
    changed === undefined ||
    changed.has(position.file) ||
    // A change of one file can leave a message of another without its handler.
    rules.some(({ name: own, project }) => own === rule && project !== undefined);
  return {
    root: subject.location.root,
    findings: compared.fresh.filter(isShown),
    suppressed,
    known: compared.known.filter(isShown),
    rules: entriesOf(subject),
  };
}

/** The baseline's file: of the flag, seen from where the command runs; else of the configuration, from the project. */
function baselineOf(
  terminal: Terminal,
  flags: ReportFlags,
  { location: { root }, config }: AnalysisSubject,
): { readonly file: string; readonly shown: string } {
  const file =
    flags.baseline === undefined
      ? join(root, config.value.analyze?.baseline ?? baselineFileName)
      : resolve(terminal.cwd, flags.baseline);
  return { file, shown: relative(root, file) };
}

function entriesOf({ setup: { rules } }: AnalysisSubject): readonly CatalogueEntry[] {
  return rules.map((rule) => ({ ...rule, messages: Object.values(rule.messages), rule }));
}
