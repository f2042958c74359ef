import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { CatalogueEntry } from '../../analyzers/catalogue.ts';
import type { Conclusion, Finding } from '../../analyzers/index.ts';
import type { EvaluatedConfig } from '../config/load.ts';
import type { ProjectLocation } from '../config/locate.ts';
import { plural } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import { withFileAccess } from '../usage-error.ts';
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
  readonly updateBaseline?: true;
}

/** What is left to tell, when what has not changed and what is known are left out. */
export function reportOf(
  terminal: Terminal,
  flags: ReportFlags,
  { location: { root }, config, setup: { rules, settings } }: AnalysisSubject,
  { findings, suppressed }: Conclusion,
  changed: ReadonlySet<string> | undefined,
): AnalysisReport {
  const entries = rules.map((rule): CatalogueEntry => ({ ...rule, messages: Object.values(rule.messages), rule }));
  const name = flags.baseline ?? config.value.analyze?.baseline;
  const file =
    flags.baseline === undefined ? join(root, name ?? baselineFileName) : resolve(terminal.cwd, flags.baseline);
  const shown = relative(root, file);
  if (flags.updateBaseline === true) {
    withFileAccess(shown, () => writeFileSync(file, baselineText(findings)));
    terminal.err(`${shown}: ${plural(findings.length, 'finding')} recorded\n`);
    return { root, findings: [], suppressed, known: findings, rules: entries };
  }
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
    root,
    findings: compared.fresh.filter(isShown),
    suppressed,
    known: compared.known.filter(isShown),
    rules: entries,
  };
}
