import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench.ts';
import { runChild } from '../child.ts';
import { interleave, type Sample } from '../interleave.ts';
import { benchLine, type BenchLine } from '../line.ts';
import { bundleCatgaApplication } from './catga-application.ts';
import { bundleNestApplication } from './nest-application.ts';

const benchCase = 'first-command/1000';
const messages = 1000;
const defaultRounds = 21;

/**
 * From the spawn of a bundled application to its first handled command, less what Node alone needs to the first byte of
 * output. Ours has 1,000 messages with their codecs and 1,000 handlers; Nest has 1,000 command handlers and no codecs.
 */
export const startupBench: Bench = { name: 'startup', cases: { [benchCase]: ['nest-cqrs'] }, run };

async function* run(options: BenchOptions): AsyncIterable<BenchLine> {
  const rounds = options.rounds ?? defaultRounds;
  options.report('generating and bundling both applications');
  const catga = await bundleCatgaApplication(join(options.folder, 'catga'), messages);
  const nest = await bundleNestApplication(join(options.folder, 'nest'), messages);
  options.report(`${benchCase}: ${rounds} rounds`);
  const bare = ['-e', "process.stdout.write('x')"];
  const medians = await interleave(
    { ours: firstByte([catga]), nest: firstByte([nest]), node: firstByte(bare) },
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

function firstByte(parameters: readonly string[]): Sample {
  return async () => {
    const { firstByteMs } = await runChild(parameters);
    if (firstByteMs === undefined) throw new RangeError(`node ${parameters.join(' ')} wrote nothing`);
    return firstByteMs;
  };
}
