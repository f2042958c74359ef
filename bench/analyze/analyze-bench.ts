import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench.ts';
import { cliEntry } from '../built-packages.ts';
import { runChild } from '../child.ts';
import { editModule } from '../generate/edit-module.ts';
import { forgetGeneration } from '../generate/forget-generation.ts';
import { typeChecker } from '../generate/type-checker.ts';
import { interleave, type Sample } from '../interleave.ts';
import { benchLine, type BenchLine } from '../line.ts';
import { writeProject, type SyntheticProject } from '../project/index.ts';
import { promiseLint } from './promise-lint.ts';

const peers = ['tsc6', 'typescript-eslint'];

/**
 * `catga analyze` with all recommended rules as users start it, a process of its own, against `tsc --noEmit` of TypeScript 6
 * and against ESLint with the promise rules of typescript-eslint alone, over the same sources.
 */
export const analyzeBench: Bench = {
  name: 'analyze',
  cases: { 'all-rules/1000': peers, 'with-generate/1000': peers, 'edit/1000': peers, 'noop/1000': peers },
  run,
};

async function* run(options: BenchOptions): AsyncIterable<BenchLine> {
  const rounds = options.rounds ?? 5;
  const write = (name: string): Promise<SyntheticProject> =>
    writeProject({ folder: join(options.folder, `${name}-1000`), messages: 1000 });
  options.report('writing two projects of 1000 messages');
  const ours = await write('analyzed');
  const theirs = await write('linted');
  await catga(ours, 'generate');
  const checks = { tsc6: typeChecker('tsc6', theirs.folder), 'typescript-eslint': await promiseLint(theirs.folder) };
  let edits = 0;
  const cases: Readonly<Record<string, Sample>> = {
    'all-rules/1000': () => catga(ours, 'analyze', '--no-cache'),
    'with-generate/1000': async () => {
      await forgetGeneration(ours.folder);
      return await catga(ours, 'generate', '--analyze');
    },
    'edit/1000': async () => {
      await editModule(ours, ++edits);
      // What is stale is one of the findings: generated code is brought up to date first.
      await catga(ours, 'generate');
      return await catga(ours, 'analyze');
    },
    'noop/1000': () => catga(ours, 'analyze'),
  };
  for (const [benchCase, sample] of Object.entries(cases)) {
    if (!options.wants(benchCase)) continue;
    options.report(`${benchCase}: ${rounds} rounds`);
    // What an edit or nothing is compared with is the run before.
    await catga(ours, 'generate');
    await catga(ours, 'analyze');
    const medians = await interleave<string>({ ours: sample, ...checks }, rounds);
    for (const peer of peers) {
      const [our, their] = [medians['ours'], medians[peer]];
      if (our === undefined || their === undefined) continue;
      yield benchLine({ bench: 'analyze', case: benchCase, peer, ours: our, theirs: their, unit: 'ms' });
    }
  }
  await rm(join(theirs.folder, 'eslint.config.mjs'));
  options.report(await ruleShares(ours));
}

async function catga(project: SyntheticProject, ...args: readonly string[]): Promise<number> {
  // Findings are fine: the project is measured, not mended.
  const { wallMs } = await runChild([cliEntry, ...args], { cwd: project.folder, exitCodes: [0, 1] });
  return wallMs;
}

/** What each rule takes of a run, as `catga analyze --stats` says. */
async function ruleShares(project: SyntheticProject): Promise<string> {
  const { stderr } = await runChild([cliEntry, 'analyze', '--no-cache', '--stats'], {
    cwd: project.folder,
    exitCodes: [0, 1],
  });
  return stderr;
}
