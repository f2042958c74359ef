import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { catalogue, type CatalogueEntry } from '../../analyzers/catalogue.ts';
import { createRuleClock, noClock, type Finding } from '../../analyzers/index.ts';
import { baselineFileName, baselineText, compareWithBaseline, readBaseline } from '../analyze/baseline.ts';
import { changedFiles } from '../analyze/changed-files.ts';
import { fixesDiff, writeTexts } from '../analyze/fixed-files.ts';
import { formatReport, type Format } from '../analyze/formats/index.ts';
import type { AnalysisReport } from '../analyze/report.ts';
import { listRules } from '../analyze/list-rules.ts';
import { runAnalysis, statsText, type AnalysisRun, type ReadProject } from '../analyze/run-analysis.ts';
import { setUpAnalysis, type AnalysisSetup } from '../analyze/setup.ts';
import { verdict } from '../analyze/verdict.ts';
import type { EarlierProject } from '../../generator/scan/index.ts';
import { locateProject } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import { openConfiguration, type Configuration } from '../open-configuration.ts';
import { plural } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { AnalyzeFlags } from '../program.ts';
import { withFileAccess } from '../usage-error.ts';

/** `catga analyze`: the generator's findings and those of the rules, on one program. */
export async function analyzeCommand(terminal: Terminal, flags: AnalyzeFlags): Promise<ExitCode> {
  if (flags.watch === true) return watchCommand(terminal, flags);
  const location = locateProject(terminal.cwd, flags.config);
  const configuration = await openConfiguration(location);
  const setup = await setUpAnalysis(configuration, flags);
  if (flags.listRules === true) {
    terminal.out(listRules(setup, flags.format));
    return ExitCode.ok;
  }
  return analyzeOnce(terminal, flags, configuration, setup).code;
}

async function watchCommand(terminal: Terminal, flags: AnalyzeFlags): Promise<never> {
  const { followConfiguration } = await import('../watch/follow-configuration.ts');
  const { watchAnalysis } = await import('../analyze/watch-analysis.ts');
  return followConfiguration(terminal, {
    config: flags.config,
    say: terminal.err,
    async work(configuration) {
      const setup = await setUpAnalysis(configuration, flags);
      await watchAnalysis(
        configuration,
        setup,
        (before) => analyzeOnce(terminal, flags, configuration, setup, before).read,
      );
    },
  });
}

/** One run, from the sources to what is printed. */
function analyzeOnce(
  terminal: Terminal,
  flags: AnalyzeFlags,
  configuration: Configuration,
  setup: AnalysisSetup,
  before?: EarlierProject,
): { readonly code: ExitCode; readonly read: ReadProject } {
  const { root } = configuration.location;
  const ref = flags.changed === true ? 'HEAD' : flags.changed;
  const changed = ref === undefined ? undefined : changedFiles(root, ref);
  const clock = flags.stats === true ? createRuleClock() : noClock;
  const fix = flags.fix === true || flags.fixDryRun === true;
  const run = runAnalysis(configuration, setup, { clock, fix, ...(before && { before }) });
  if (flags.fix === true) writeTexts(root, run.texts);
  const report = reportOf(terminal, flags, configuration, setup, run, changed);
  if (flags.fixDryRun === true) terminal.out(fixesDiff(root, run.texts));
  print(terminal, flags, report);
  if (run.fixed.length > 0) {
    const done = flags.fix === true ? 'fixed' : 'would be fixed by --fix';
    terminal.err(`${plural(run.fixed.length, 'finding')} ${done} in ${plural(run.texts.size, 'file')}\n`);
  }
  if (flags.stats === true) terminal.err(statsText(setup.rules, clock));
  const maxWarnings = flags.maxWarnings ?? configuration.config.value.analyze?.maxWarnings ?? 0;
  const code = flags.updateBaseline === true ? ExitCode.ok : verdict(report.findings, maxWarnings);
  return { code, read: run.read };
}

/** What is left to tell, when what has not changed and what is known are left out. */
function reportOf(
  terminal: Terminal,
  flags: AnalyzeFlags,
  { location: { root }, config }: Configuration,
  { rules, settings }: AnalysisSetup,
  { findings, suppressed }: AnalysisRun,
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
    (catalogue.find((entry) => entry.rule?.name === rule)?.rule?.project !== undefined && rule !== undefined);
  return {
    root,
    findings: compared.fresh.filter(isShown),
    suppressed,
    known: compared.known.filter(isShown),
    rules: entries,
  };
}

function print(terminal: Terminal, flags: AnalyzeFlags, report: AnalysisReport): void {
  // A diff is for patch and git: nothing else may be mixed into it.
  const say = flags.fixDryRun === true ? terminal.err : terminal.out;
  const format: Format = flags.format ?? 'pretty';
  say(formatReport(format, report, terminal.color));
  // On GitHub what a person reads in the log is shown in the changed lines, too.
  if (flags.format === undefined && process.env['GITHUB_ACTIONS'] === 'true') {
    say(formatReport('github', report, false));
  }
}
