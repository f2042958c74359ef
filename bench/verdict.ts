import { floors, type Floor } from './floors.ts';
import type { BenchLine } from './line.ts';

/** How one floor came out. */
export interface Verdict {
  readonly floor: Floor;
  /** The measured ratio; absent when the run did not measure it. */
  readonly ratio?: number;
  readonly outcome: 'stretch' | 'met' | 'missed' | 'not measured';
}

/** Holds a run's lines against the floors of the benchmark that was run. */
export function verdicts(bench: string, lines: readonly BenchLine[]): readonly Verdict[] {
  return floors.filter((floor) => floor.bench === bench).map((floor) => verdict(floor, lines));
}

function verdict(floor: Floor, lines: readonly BenchLine[]): Verdict {
  const line = lines.find((each) => each.case === floor.case && each.peer === floor.peer);
  if (line === undefined) return { floor, outcome: 'not measured' };
  const { ratio } = line;
  if (ratio < floor.floor) return { floor, ratio, outcome: 'missed' };
  const reached = floor.stretch !== undefined && ratio >= floor.stretch;
  return { floor, ratio, outcome: reached ? 'stretch' : 'met' };
}
