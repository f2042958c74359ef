import type { BenchLine } from './line.ts';

/** How a benchmark is run. */
export interface BenchOptions {
  /** Whether a case is wanted: its id contains what `--case` says. */
  readonly wants: (benchCase: string) => boolean;
  /** How many interleaved rounds; absent: what the benchmark finds sensible. */
  readonly rounds: number | undefined;
  /** An empty folder of this run, absolute; removed afterwards. Its `node_modules` is this repository's. */
  readonly folder: string;
  /** Tells what is going on, on stderr. */
  readonly report: (text: string) => void;
}

/** One benchmark: yields its lines as it goes. */
export interface Bench {
  /** What `npm run bench -- <name>` calls it. */
  readonly name: string;
  /** Every case id that it emits, with the peers of the case. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
  readonly run: (options: BenchOptions) => AsyncIterable<BenchLine>;
}
