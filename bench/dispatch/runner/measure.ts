import { median } from '../../statistics.ts';

/** One way of doing the same work, with a loop of its own: a shared loop would make its call site megamorphic for all. */
export interface Subject {
  readonly name: string;
  /** Does the work `iterations` times, a multiple of 64, and answers with a sum over the results. */
  readonly run: (iterations: number) => Promise<number>;
}

/** How long one slice takes, about: short, so that the subjects' slices lie close together. */
const sliceMs = 4;
const step = 64;

/** Compiled code settles within this; a run of few rounds is a smoke test and does not wait for it. */
const longestWarmUpMs = 400;

/**
 * Measures subjects in one process: warmed up, then slice by slice in turn, each round starting with another one.
 *
 * @param expected - What a subject's sum must be after so many iterations.
 * @param rounds - Slices of each subject.
 * @returns The median cost of one iteration of each subject, in nanoseconds.
 * @throws RangeError when a subject's sum is wrong: it did not do the work.
 */
export async function measure(
  subjects: readonly Subject[],
  expected: (iterations: number) => number,
  rounds: number,
): Promise<Readonly<Record<string, number>>> {
  const slices = new Map<Subject, number>();
  const warmUpMs = Math.min(longestWarmUpMs, rounds * 20);
  for (const subject of subjects) slices.set(subject, await warmUp(subject, expected, warmUpMs));
  const costs = new Map<string, number[]>(subjects.map((subject) => [subject.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const subject = subjects[(turn + round) % subjects.length];
      if (subject === undefined) continue;
      const cost = await slice(subject, slices.get(subject) ?? step, expected);
      costs.get(subject.name)?.push(cost);
    }
  }
  return Object.fromEntries([...costs].map(([name, values]) => [name, median(values)]));
}

async function warmUp(subject: Subject, expected: (iterations: number) => number, warmUpMs: number): Promise<number> {
  let iterations = step;
  let cost = 0;
  for (let spent = 0; spent < warmUpMs; spent += (cost * iterations) / 1e6) {
    cost = await slice(subject, iterations, expected);
    iterations = Math.max(step, Math.round((sliceMs * 1e6) / cost / step) * step);
  }
  return iterations;
}

async function slice(subject: Subject, iterations: number, expected: (iterations: number) => number): Promise<number> {
  const started = process.hrtime.bigint();
  const sum = await subject.run(iterations);
  const nanoseconds = Number(process.hrtime.bigint() - started);
  if (sum !== expected(iterations)) {
    throw new RangeError(`${subject.name}: ${sum} after ${iterations} iterations, expected ${expected(iterations)}`);
  }
  return nanoseconds / iterations;
}
