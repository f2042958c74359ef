import { createRuleClock, noClock, type RuleClock } from '../../analyzers/index.ts';
import { lastAnalysis, recordAnalysis, setupKey, type LastAnalysis } from '../analyze/cache.ts';
import { changedFiles } from '../analyze/changed-files.ts';
import { formatReport, type Format } from '../analyze/formats/index.ts';
import { listRules } from '../analyze/list-rules.ts';
import { recordBaseline, reportOf, type AnalysisReport, type AnalysisSubject } from '../analyze/report.ts';
import type { AnalysisRun } from '../analyze/run-analysis.ts';
import { setUpAnalysis } from '../analyze/setup.ts';
import { statsText } from '../analyze/stats.ts';
import { verdict } from '../analyze/verdict.ts';
import { locateProject } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import type { Configuration } from '../open-configuration.ts';
import { plural } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { AnalyzeFlags } from '../program.ts';

/** `catga analyze`: the generator's findings and those of the rules, on one program. */
export async function analyzeCommand(terminal: Terminal, flags: AnalyzeFlags): Promise<ExitCode> {
  if (flags.watch === true) return watchCommand(terminal, flags);
  const location = locateProject(terminal.cwd, flags.config);
  const last = flags.cache === false || flags.listRules === true ? undefined : lastAnalysis(location);
  if (last?.isFresh === true && !needsRun(flags)) {
    const { config } = last.record.inputs;
    const setup = await setUpAnalysis({ config, location }, flags);
    // Whatever else is the same: other rules find something else.
    if (last.record.setup === setupKey(setup)) {
      const done = { ...last.record.conclusion, texts: new Map<string, string>(), fixed: [] };
      return tell(terminal, flags, { location, config, setup }, done);
    }
  }
  const { openConfiguration } = await import('../open-configuration.ts');
  const configuration = await openConfiguration(location);
  const setup = await setUpAnalysis(configuration, flags);
  if (flags.listRules === true) {
    terminal.out(listRules(setup, flags.format));
    return ExitCode.ok;
  }
  return (await analyzeOnce(terminal, flags, { ...configuration, setup }, { last })).code;
}

/** Whether the flags ask for more than what is kept of a run. */
function needsRun({ fix, fixDryRun, stats }: AnalyzeFlags): boolean {
  return fix === true || fixDryRun === true || stats === true;
}

async function watchCommand(terminal: Terminal, flags: AnalyzeFlags): Promise<never> {
  const { followConfiguration } = await import('../watch/follow-configuration.ts');
  const { watchAnalysis } = await import('../analyze/watch-analysis.ts');
  const { runAnalysis } = await import('../analyze/run-analysis.ts');
  return followConfiguration(terminal, {
    config: flags.config,
    say: terminal.err,
    async work(configuration) {
      const setup = await setUpAnalysis(configuration, flags);
      await watchAnalysis(configuration, setup, (before) => {
        const clock = flags.stats === true ? createRuleClock() : noClock;
        const run = runAnalysis(configuration, setup, { clock, ...(before && { before }) });
        tell(terminal, flags, { ...configuration, setup }, run, clock);
        return run.read;
      });
    },
  });
}

/** One run, from the sources to what is printed. */
async function analyzeOnce(
  terminal: Terminal,
  flags: AnalyzeFlags,
  subject: Configuration & AnalysisSubject,
  { last }: { readonly last: LastAnalysis | undefined },
): Promise<{ readonly code: ExitCode }> {
  const { runAfterEdit, runAnalysis } = await import('../analyze/run-analysis.ts');
  const { location, setup } = subject;
  const clock = flags.stats === true ? createRuleClock() : noClock;
  const fix = flags.fix === true || flags.fixDryRun === true;
  const run =
    (last === undefined || needsRun(flags) ? undefined : runAfterEdit(subject, setup, last)) ??
    runAnalysis(subject, setup, { clock, fix });
  if (flags.fix === true) {
    const { writeTexts } = await import('../analyze/fixed-files.ts');
    writeTexts(location.root, run.texts);
  }
  if (flags.fixDryRun === true) {
    const { fixesDiff } = await import('../analyze/fixed-files.ts');
    terminal.out(fixesDiff(location.root, run.texts));
  }
  if (flags.cache !== false && run.texts.size === 0) await keep(subject, run);
  return { code: tell(terminal, flags, subject, run, clock) };
}

/** Keeps a run for the next one. */
async function keep(
  subject: Configuration & AnalysisSubject,
  { read, memory, findings, suppressed }: AnalysisRun,
): Promise<void> {
  if (memory === undefined) return;
  const { recordInputs } = await import('../freshness/record.ts');
  const { inputs: sources, texts } = read;
  const inputs = recordInputs({ ...subject, sources, texts, memory: memory.project });
  const { location, setup } = subject;
  recordAnalysis(
    location.root,
    { conclusion: { findings, suppressed }, inputs, setup: setupKey(setup), memory },
    setup,
  );
}

/** Prints what a run has found; returns what it comes to. */
function tell(
  terminal: Terminal,
  flags: AnalyzeFlags,
  subject: AnalysisSubject,
  run: Pick<AnalysisRun, 'findings' | 'fixed' | 'suppressed' | 'texts'>,
  clock: RuleClock = noClock,
): ExitCode {
  const ref = flags.changed === true ? 'HEAD' : flags.changed;
  const changed = ref === undefined ? undefined : changedFiles(subject.location.root, ref);
  const report =
    flags.updateBaseline === true
      ? recordBaseline(terminal, flags, subject, run)
      : reportOf(terminal, flags, subject, run, changed);
  print(terminal, flags, report);
  if (run.fixed.length > 0) {
    const done = flags.fix === true ? 'fixed' : 'would be fixed by --fix';
    terminal.err(`${plural(run.fixed.length, 'finding')} ${done} in ${plural(run.texts.size, 'file')}\n`);
  }
  if (flags.stats === true) terminal.err(statsText(subject.setup.rules, clock));
  const maxWarnings = flags.maxWarnings ?? subject.config.value.analyze?.maxWarnings ?? 0;
  return flags.updateBaseline === true ? ExitCode.ok : verdict(report.findings, maxWarnings);
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
