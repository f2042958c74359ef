import { CatgaError } from '../messages/error.ts';

/** How the bits of an id are divided, from the highest to the lowest. */
export interface SnowflakeLayout {
  /** Bits of the time, in milliseconds since 2024-01-01. */
  readonly timestamp: number;
  /** Bits of the worker's number. */
  readonly worker: number;
  /** Bits of the counter within a millisecond. */
  readonly sequence: number;
}

/** Milliseconds at 2024-01-01T00:00:00Z, where all timestamps begin. */
export const snowflakeEpoch: number = Date.UTC(2024, 0, 1);

/**
 * Divisions of 63 bits.
 *
 * | name | bits | lasts | workers | ids a millisecond |
 * | --- | --- | --- | --- | --- |
 * | `standard` | 44-8-11 | 557 years | 256 | 2,048 |
 * | `highConcurrency` | 39-10-14 | 17 years | 1,024 | 16,384 |
 * | `largeCluster` | 38-12-13 | 8.7 years | 4,096 | 8,192 |
 * | `longLife` | 46-6-11 | 2,230 years | 64 | 2,048 |
 */
export const snowflakeLayouts: {
  readonly standard: SnowflakeLayout;
  readonly highConcurrency: SnowflakeLayout;
  readonly largeCluster: SnowflakeLayout;
  readonly longLife: SnowflakeLayout;
} = {
  standard: { timestamp: 44, worker: 8, sequence: 11 },
  highConcurrency: { timestamp: 39, worker: 10, sequence: 14 },
  largeCluster: { timestamp: 38, worker: 12, sequence: 13 },
  longLife: { timestamp: 46, worker: 6, sequence: 11 },
};

/** The division of 53 bits, all that a `number` holds exactly: 41-5-7, for 69 years, 32 workers, 128 ids a millisecond. */
export const safeSnowflakeLayout: SnowflakeLayout = { timestamp: 41, worker: 5, sequence: 7 };

/** @throws CatgaError `CONFIGURATION_INVALID` unless the parts add up to `bits` and each makes sense. */
export function checkLayout(layout: SnowflakeLayout, bits: number): void {
  const { timestamp, worker, sequence } = layout;
  if (!within(timestamp, 30, 50)) throw invalid(`timestamp must have 30 to 50 bits, but has ${timestamp}`);
  if (!within(worker, 0, 20)) throw invalid(`worker must have 0 to 20 bits, but has ${worker}`);
  if (!within(sequence, 0, 20)) throw invalid(`sequence must have 0 to 20 bits, but has ${sequence}`);
  const sum = timestamp + worker + sequence;
  if (sum !== bits) throw invalid(`its parts must add up to ${bits} bits, but come to ${sum}`);
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/**
 * The worker's number: as given, else from the environment variable `CATGA_WORKER_ID`. Never guessed: two workers with one
 * number make the same ids.
 *
 * @throws CatgaError `CONFIGURATION_INVALID` where there is none, or it does not fit `layout`.
 */
export function workerOf(worker: number | undefined, layout: SnowflakeLayout): number {
  const text = worker === undefined ? process.env['CATGA_WORKER_ID'] : undefined;
  if (worker === undefined && (text === undefined || text === '')) {
    throw new CatgaError(
      'CONFIGURATION_INVALID',
      'a snowflake needs the number of its worker, unique among all running: pass { worker }, or set CATGA_WORKER_ID',
    );
  }
  const value = worker ?? (/^\d+$/.test(text ?? '') ? Number(text) : Number.NaN);
  const most = 2 ** layout.worker - 1;
  if (within(value, 0, most)) return value;
  throw new CatgaError(
    'CONFIGURATION_INVALID',
    `the worker's number must be a whole number from 0 to ${most}, but is ${worker ?? String(text)}`,
  );
}

function invalid(why: string): CatgaError {
  return new CatgaError('CONFIGURATION_INVALID', `this is not a snowflake layout: ${why}`);
}
