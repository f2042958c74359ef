import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench.ts';
import { bundleForNode } from '../bundle.ts';
import { runChild } from '../child.ts';
import { benchLine, type BenchLine } from '../line.ts';
import { inRepository } from '../repository.ts';
import { compileProject } from './compile-project.ts';

interface DispatchCase {
  readonly id: string;
  /** A file of `src`: the declarations that the registry is generated from. */
  readonly source: string;
  /** A file of `runner`: what the child process does. */
  readonly runner: string;
  readonly peers: readonly string[];
}

const cases: readonly DispatchCase[] = [
  { id: 'send/8', source: 'commands', runner: 'send', peers: ['direct', 'nest-cqrs', 'mediatr-ts'] },
  { id: 'send-context/8', source: 'commands-with-context', runner: 'send-context', peers: ['direct', 'nest-cqrs'] },
  { id: 'hooks/3', source: 'hooks', runner: 'hooks', peers: ['direct', 'mediatr-ts'] },
  { id: 'behaviors/3', source: 'behaviors', runner: 'behaviors', peers: ['direct', 'mediatr-ts'] },
  { id: 'publish/3', source: 'events', runner: 'publish', peers: ['direct', 'nest-cqrs', 'mediatr-ts', 'emittery'] },
];

const defaultRounds = 101;

/**
 * `mediator.send` and `publish` of an application as `createCatga` makes it by default, on a generated registry, against
 * awaiting the handler itself and against other mediators. A case has a process of its own, as an application has one
 * registry; its peers run in that process, in turn.
 */
export const dispatchBench: Bench = {
  name: 'dispatch',
  cases: Object.fromEntries(cases.map(({ id, peers }) => [id, peers])),
  run,
};

async function* run(options: BenchOptions): AsyncIterable<BenchLine> {
  for (const each of cases) if (options.wants(each.id)) yield* runCase(each, options);
}

async function* runCase({ id, source, runner, peers }: DispatchCase, options: BenchOptions): AsyncIterable<BenchLine> {
  const rounds = options.rounds ?? defaultRounds;
  options.report(`${id}: ${rounds} rounds`);
  const compiled = await compileProject(source, join(options.folder, runner));
  const entry = join(options.folder, `${runner}.mjs`);
  await bundleForNode(inRepository('bench', 'dispatch', 'runner', `${runner}.ts`), entry);
  const { stdout } = await runChild([entry, compiled, String(rounds)]);
  // What the runner prints: the median cost of each subject in nanoseconds, by name.
  const costs = JSON.parse(stdout) as Readonly<Record<string, number>>;
  const cost = (name: string): number => {
    const found = costs[name];
    if (found === undefined) throw new RangeError(`${id}: the runner did not measure ${name}`);
    return found;
  };
  const ours = cost('ours');
  for (const peer of peers) {
    const theirs = cost(peer);
    yield benchLine({ bench: 'dispatch', case: id, peer, ours, theirs, unit: 'ns' });
  }
}
