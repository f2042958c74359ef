import { sameOutput } from '../../analyzers/domain/output-difference.ts';
import type { Finding } from '../../analyzers/index.ts';
import { openProject } from '../../generator/scan/index.ts';
import { runGeneration, type RunOptions } from '../generate/run-generation.ts';
import type { Configuration } from '../open-configuration.ts';
import type { Terminal } from '../output/terminal.ts';
import { reportOf } from './report.ts';
import { analyzeScan, scanWhole } from './run-analysis.ts';
import { setUpAnalysis } from './setup.ts';

/** What generating and analyzing on one program comes to. */
export type AnalyzedGeneration = Awaited<ReturnType<typeof runGeneration>> & {
  /** The generator's findings and those of the rules, known ones left out. */
  readonly findings: readonly Finding[];
};

/** Generates, and runs the rules on the program that was generated from. */
export async function generateAndAnalyze(
  terminal: Terminal,
  configuration: Configuration,
  { write }: Pick<RunOptions, 'write'>,
): Promise<AnalyzedGeneration> {
  const setup = await setUpAnalysis(configuration, {});
  const project = openProject(configuration.settings, { ambientTypes: true });
  const scanned = scanWhole(project);
  const generated = await runGeneration(configuration, { write, scanned });
  // What differs has been written, or is what `--check` is about to say.
  const conclusion = analyzeScan(configuration, setup, { project, scanned, staleOutput: sameOutput });
  const { findings } = reportOf(terminal, {}, { ...configuration, setup }, conclusion, undefined);
  return { ...generated, findings };
}
