/** One measured comparison: what is printed, as JSON, on one line. */
export interface BenchLine {
  readonly bench: string;
  readonly case: string;
  /** What ours is compared with. */
  readonly peer: string;
  readonly ours: number;
  readonly theirs: number;
  /** Of `ours` and `theirs`: `ns`, `ms`. Lower is better. */
  readonly unit: 'ms' | 'ns';
  /** Above 1: ours is better. */
  readonly ratio: number;
  /** Where `peer` stands for the best of several: which one it was. */
  readonly theirs_name?: string;
}

/** What two medians of a lower-is-better quantity come to. */
export interface Comparison {
  readonly bench: string;
  readonly case: string;
  readonly peer: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: BenchLine['unit'];
  readonly theirsName?: string;
}

/** Makes a line of two medians; figures are rounded for reading, the ratio is taken before that. */
export function benchLine(comparison: Comparison): BenchLine {
  const { bench, case: benchCase, peer, ours, theirs, unit, theirsName } = comparison;
  const line: BenchLine = {
    bench,
    case: benchCase,
    peer,
    ours: round(ours),
    theirs: round(theirs),
    unit,
    ratio: round(theirs / ours),
  };
  return theirsName === undefined ? line : { ...line, theirs_name: theirsName };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
