import { locateProject, type ProjectLocation } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import { isFresh, lastRun, type LastRun } from '../freshness/check.ts';
import type { FreshnessManifest } from '../freshness/manifest.ts';
import type { Outcome } from '../generate/outcome.ts';
import type { Configuration } from '../open-configuration.ts';
import { plural, prettyDiagnostics } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { GenerateFlags } from '../program.ts';

/** `catga generate`. `last` is how the project differs from its last run, where that has been found out already. */
export async function generateCommand(terminal: Terminal, flags: GenerateFlags, last?: LastRun): Promise<ExitCode> {
  const location = locateProject(terminal.cwd, flags.config);
  const writes = flags.check !== true && flags.diff !== true;
  const started = performance.now();
  // What is checked is checked in full, whatever an earlier run may have believed.
  const before = writes && flags.force !== true ? (last ?? lastRun(location)) : undefined;
  if (flags.bench !== true && flags.analyze !== true && before !== undefined && isFresh(location, before)) {
    return show(terminal, flags, location, freshOutcome(before.manifest, started));
  }
  const { runGeneration } = await import('../generate/run-generation.ts');
  const { openConfiguration } = await import('../open-configuration.ts');
  const configuration = await openConfiguration(location, { evaluate: flags.force === true });
  if (flags.analyze === true) return analyzeToo(terminal, flags, configuration, writes);
  const { outcome, diff, generation } = await runGeneration(configuration, {
    write: writes,
    ...(before && { last: before }),
  });
  if (flags.diff === true && flags.json !== true) terminal.out(diff());
  if (flags.bench !== true || outcome.outcome === 'failed') return show(terminal, flags, location, outcome);
  const { writeBench } = await import('../bench/write-bench.ts');
  const bench = writeBench(location.root, generation, outcome.output);
  return show(terminal, flags, location, { ...outcome, bench });
}

async function analyzeToo(
  terminal: Terminal,
  flags: GenerateFlags,
  configuration: Configuration,
  write: boolean,
): Promise<ExitCode> {
  const { generateAndAnalyze } = await import('../analyze/with-generation.ts');
  const { verdict } = await import('../analyze/verdict.ts');
  const { outcome, diff, findings } = await generateAndAnalyze(terminal, configuration, { write });
  if (flags.diff === true && flags.json !== true) terminal.out(diff());
  const code = show(terminal, flags, configuration.location, { ...outcome, diagnostics: findings });
  return code === ExitCode.ok ? verdict(findings, configuration.config.value.analyze?.maxWarnings ?? 0) : code;
}

function show(terminal: Terminal, flags: GenerateFlags, { root }: ProjectLocation, outcome: Outcome): ExitCode {
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(outcome, undefined, 2)}\n`);
  } else {
    terminal.err(prettyDiagnostics(outcome.diagnostics, { root, color: terminal.color }));
    // A diff is for patch and git: nothing else may be mixed into it.
    const say = flags.diff === true ? terminal.err : terminal.out;
    say(outcomeText(outcome, flags));
  }
  return outcome.outcome === 'failed' || outcome.outcome === 'stale' ? ExitCode.findings : ExitCode.ok;
}

/** What a run came to, in a line or a few. */
export function outcomeText(outcome: Outcome, { check, diff }: Pick<GenerateFlags, 'check' | 'diff'> = {}): string {
  const { output, summary } = outcome;
  if (outcome.outcome === 'fresh') return `up to date: ${summary}\n`;
  if (outcome.outcome === 'failed') return 'nothing was written: mend the errors above first\n';
  if (outcome.outcome === 'stale') {
    const list = (state: string, files: readonly string[]): string =>
      files.map((file) => `${state.padEnd(8)} ${output}/${file}\n`).join('');
    return [
      list('missing', outcome.missing),
      list('stale', outcome.stale),
      list('orphaned', outcome.orphaned),
      'the generated code is not what the declarations say: run `catga generate`\n',
    ].join('');
  }
  const removed = outcome.removed.length > 0 ? `${outcome.removed.length} removed, ` : '';
  const files =
    check === true || diff === true
      ? `${plural(outcome.unchanged, 'file')} up to date`
      : `${outcome.written.length} written, ${removed}${outcome.unchanged} unchanged`;
  const bench = (outcome.bench ?? []).map(({ file, state }) => `${file} ${state}\n`).join('');
  const hint = bench === '' ? '' : 'run it by `npx tsx bench/catga.bench.ts`, with --json for programs\n';
  return `${output}: ${summary}; ${files} (${outcome.durationMs} ms)\n${bench}${hint}`;
}

function freshOutcome(manifest: FreshnessManifest, started: number): Outcome {
  return {
    outcome: 'fresh',
    output: manifest.output,
    written: [],
    removed: [],
    missing: [],
    stale: [],
    orphaned: [],
    unchanged: manifest.outputs.length,
    summary: manifest.summary,
    diagnostics: manifest.warnings,
    durationMs: Math.round(performance.now() - started),
  };
}
