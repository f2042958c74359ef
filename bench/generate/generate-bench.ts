import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench.ts';
import { cliEntry } from '../built-packages.ts';
import { runChild } from '../child.ts';
import { interleave, type Sample } from '../interleave.ts';
import { benchLine, type BenchLine } from '../line.ts';
import { writeConstructors, writeProject, writeSends, type SyntheticProject } from '../project/index.ts';
import { editModule } from './edit-module.ts';
import { forgetGeneration } from './forget-generation.ts';
import { typeChecker } from './type-checker.ts';
import { watchRun } from './watch-run.ts';

/** There is no peer for `--watch`: its line has what people do not yet notice in its place. */
const watchLimitMs = 100;

/**
 * `catga generate` as users start it, a process of its own, against the type check of the same sources by TypeScript 6 and
 * 7 (which see no generated code) and, where there is nothing to do, against starting Node.
 */
export const generateBench: Bench = {
  name: 'generate',
  cases: {
    'cold/1000': ['tsc6', 'tsc7'],
    'cold/5000': ['tsc6', 'tsc7'],
    'edit/1000': ['tsc6', 'tsc7'],
    'noop/1000': ['node'],
    'watch/1000': ['none'],
    'typecheck/1000': ['tsc6', 'tsc7'],
  },
  run,
};

async function* run(options: BenchOptions): AsyncIterable<BenchLine> {
  if (['cold/1000', 'edit/1000', 'noop/1000', 'watch/1000'].some(options.wants)) yield* runSize(options, 1000, 5);
  if (options.wants('cold/5000')) yield* runSize(options, 5000, 3);
  if (options.wants('typecheck/1000')) yield* runTypeCheck(options, 1000, 5);
}

async function* runSize(options: BenchOptions, messages: number, defaultRounds: number): AsyncIterable<BenchLine> {
  const rounds = options.rounds ?? defaultRounds;
  const write = (name: string): Promise<SyntheticProject> =>
    writeProject({ folder: join(options.folder, `${name}-${messages}`), messages });
  options.report(`writing two projects of ${messages} messages`);
  const ours = await write('generated');
  const theirs = await write('checked');
  const checks = {
    tsc6: typeChecker('tsc6', theirs.folder),
    tsc7: typeChecker('tsc7', theirs.folder),
  };

  if (options.wants(`cold/${messages}`)) {
    options.report(`cold/${messages}: ${rounds} rounds`);
    yield* compare(`cold/${messages}`, () => coldRun(ours), checks, rounds);
  }
  if (messages !== 1000) return;
  await generate(ours);
  let edits = 0;
  if (options.wants('edit/1000')) {
    options.report(`edit/1000: ${rounds} rounds`);
    const edited = async (): Promise<number> => {
      await editModule(ours, ++edits);
      return await generate(ours);
    };
    yield* compare('edit/1000', edited, checks, rounds);
  }
  if (options.wants('noop/1000')) {
    options.report('noop/1000');
    yield* compare('noop/1000', () => generate(ours), { node: bareNode }, options.rounds ?? 21);
  }
  if (options.wants('watch/1000')) {
    const count = options.rounds ?? 11;
    options.report(`watch/1000: ${count} edits`);
    const took = await watchRun(ours, count, edits + 1);
    yield benchLine({
      bench: 'generate',
      case: 'watch/1000',
      peer: 'none',
      ours: took,
      theirs: watchLimitMs,
      unit: 'ms',
    });
  }
}

/** One project type-checked with its generated code, and without it but with its constructors declared by hand. */
async function* runTypeCheck(options: BenchOptions, messages: number, defaultRounds: number): AsyncIterable<BenchLine> {
  const benchCase = `typecheck/${messages}`;
  const rounds = options.rounds ?? defaultRounds;
  options.report(`${benchCase}: ${rounds} rounds`);
  const write = async (name: string): Promise<SyntheticProject> => {
    const project = await writeProject({ folder: join(options.folder, `${name}-${messages}`), messages });
    await writeSends(project);
    return project;
  };
  const ours = await write('with-generated');
  await generate(ours);
  const theirs = await write('without-generated');
  await writeConstructors(theirs);
  for (const peer of ['tsc6', 'tsc7'] as const) {
    yield* compare(benchCase, typeChecker(peer, ours.folder), { [peer]: typeChecker(peer, theirs.folder) }, rounds);
  }
}

async function* compare(
  benchCase: string,
  ours: Sample,
  peers: Readonly<Record<string, Sample>>,
  rounds: number,
): AsyncIterable<BenchLine> {
  const medians = await interleave<string>({ ours, ...peers }, rounds);
  for (const peer of Object.keys(peers)) {
    const [our, their] = [medians['ours'], medians[peer]];
    if (our === undefined || their === undefined) continue;
    yield benchLine({ bench: 'generate', case: benchCase, peer, ours: our, theirs: their, unit: 'ms' });
  }
}

async function coldRun(project: SyntheticProject): Promise<number> {
  await forgetGeneration(project.folder);
  return await generate(project);
}

async function generate(project: SyntheticProject): Promise<number> {
  const { wallMs } = await runChild([cliEntry, 'generate'], { cwd: project.folder });
  return wallMs;
}

async function bareNode(): Promise<number> {
  const { wallMs } = await runChild(['-e', '0']);
  return wallMs;
}
