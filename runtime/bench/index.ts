export { benchmark } from './benchmark.ts';

export type { BenchmarkOptions, BenchmarkReport } from './benchmark.ts';
export type { Measurement, Skipped } from './measurement.ts';
