import { median } from './statistics.ts';

/** Takes one measurement. */
export type Sample = () => Promise<number>;

/**
 * Measures several things in turn, round after round, so that whatever else the machine does hits all of them alike.
 * Every round starts with another one.
 *
 * @param samples - What to measure, by name.
 * @param rounds - How often each is measured; one more round goes before, and is not counted.
 * @returns The median of each.
 */
export async function interleave<K extends string>(
  samples: Readonly<Record<K, Sample>>,
  rounds: number,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(samples) as K[];
  const measured = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      // In range by the modulo; the list is never empty here.
      const name = names[(turn + round) % names.length] as K;
      const value = await samples[name]();
      if (round > 0) measured.get(name)?.push(value);
    }
  }
  return Object.fromEntries([...measured].map(([name, values]) => [name, median(values)])) as Record<K, number>;
}
