import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench.ts';
import { runChild } from '../child.ts';
import { interleave, type Sample } from '../interleave.ts';
import { benchLine, type BenchLine } from '../line.ts';
import { bundleCatgaApplication } from './catga-application.ts';
import { bundleNestApplication } from './nest-application.ts';

const messages = 1000;
const splitCase = `first-command/${messages}`;
const singleCase = `first-command/${messages}-single-file`;
const defaultRounds = 21;

/**
 * From the spawn of a bundled application to its first handled command, less what Node alone needs to the first byte of
 * output. Ours has 1,000 messages, 1,000 handlers and every codec reachable; Nest has 1,000 command handlers and no codecs.
 * Nest is one file in both cases: that is how it starts fastest.
 */
export const startupBench: Bench = {
  name: 'startup',
  cases: { [splitCase]: ['nest-cqrs'], [singleCase]: ['nest-cqrs'] },
  run,
};

async function* run(options: BenchOptions): AsyncIterable<BenchLine> {
  const rounds = options.rounds ?? defaultRounds;
  options.report('generating and bundling both applications');
  const { single, split } = await bundleCatgaApplication(join(options.folder, 'catga'), messages);
  const nest = await bundleNestApplication(join(options.folder, 'nest'), messages);
  for (const [benchCase, ours] of [
    [splitCase, split],
    [singleCase, single],
  ] as const) {
    if (!options.wants(benchCase)) continue;
    options.report(`${benchCase}: ${rounds} rounds`);
    const medians = await interleave(
      { ours: firstByte([ours]), nest: firstByte([nest]), node: firstByte(bare) },
      rounds,
    );
    yield benchLine({
      bench: 'startup',
      case: benchCase,
      peer: 'nest-cqrs',
      ours: medians.ours - medians.node,
      theirs: medians.nest - medians.node,
      unit: 'ms',
    });
  }
}

const bare = ['-e', "process.stdout.write('x')"];

function firstByte(parameters: readonly string[]): Sample {
  return async () => {
    const { firstByteMs } = await runChild(parameters);
    if (firstByteMs === undefined) throw new RangeError(`node ${parameters.join(' ')} wrote nothing`);
    return firstByteMs;
  };
}
