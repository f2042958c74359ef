import { CatgaError } from '../messages/error.ts';
import {
  checkLayout,
  safeSnowflakeLayout,
  snowflakeEpoch,
  type SnowflakeLayout,
  snowflakeLayouts,
  workerOf,
} from './snowflake-layout.ts';

/** What a snowflake generator needs. */
export interface SnowflakeOptions {
  /** This worker's number, unique among all that run. Default: the environment variable `CATGA_WORKER_ID`; there is no other. */
  readonly worker?: number;
  /** Default: `standard` (44-8-11), for numbers 41-5-7. */
  readonly layout?: SnowflakeLayout;
  /** Replaced in tests. Default: the machine's. */
  readonly clock?: { readonly now: () => number };
}

/** What an id was made from. */
export interface SnowflakeParts {
  readonly timestamp: Date;
  readonly worker: number;
  readonly sequence: number;
}

/** Makes ids that grow with time. */
export interface Snowflake<T extends bigint | number> {
  readonly nextId: () => T;
  /** `count` ids at once, ascending. */
  readonly nextIds: (count: number) => readonly T[];
  /** @throws CatgaError `VALIDATION_FAILED` for what cannot be an id of this layout. */
  readonly parse: (id: T) => SnowflakeParts;
  /** How far the ids are ahead of the clock, in milliseconds. */
  readonly driftMs: () => number;
}

/**
 * Makes 63-bit ids: time, worker, counter.
 *
 * Ids of one generator ascend strictly and never repeat. When the clock jumps backwards, and when more are asked for than a
 * millisecond has numbers, it goes on from its last timestamp and runs ahead of the clock ({@link Snowflake.driftMs}), until the
 * clock has caught up: by as much as the clock went back, plus one millisecond for each 2,048 ids (by layout) beyond the rate.
 * Not promised: that a process which *restarts* while its clock stands behind does not repeat what it made before.
 *
 * @throws CatgaError `CONFIGURATION_INVALID` without a worker number, or for a layout that does not add up to 63 bits.
 *
 * @example
 * ```ts
 * import { snowflake } from 'catga';
 *
 * const ids = snowflake({ worker: 7 });
 * export const orderId: bigint = ids.nextId();
 * ```
 */
export function snowflake(options: SnowflakeOptions = {}): Snowflake<bigint> {
  const layout = options.layout ?? snowflakeLayouts.standard;
  const ticks = new Ticks(layout, 63, options);
  const lowBits = BigInt(layout.worker + layout.sequence);
  const highest = 2n ** 63n - 1n;
  return {
    nextId: () => {
      ticks.advance();
      return (BigInt(ticks.timestamp) << lowBits) | BigInt(ticks.low);
    },
    nextIds(count) {
      return Array.from({ length: checkCount(count) }, () => this.nextId());
    },
    parse: (id) => {
      if (typeof id !== 'bigint' || id < 0n || id > highest) throw notAnId(id);
      return ticks.partsOf(Number(id >> lowBits), Number(id & (2n ** lowBits - 1n)));
    },
    driftMs: () => ticks.drift(),
  };
}

/**
 * Makes 53-bit ids, as `number`: what JSON and JavaScript hold exactly. As {@link snowflake} otherwise.
 *
 * @throws CatgaError `CONFIGURATION_INVALID` without a worker number, or for a layout that does not add up to 53 bits.
 */
export function safeSnowflake(options: SnowflakeOptions = {}): Snowflake<number> {
  const layout = options.layout ?? safeSnowflakeLayout;
  const ticks = new Ticks(layout, 53, options);
  // Not by shifts: those of numbers end at 32 bits.
  const lowSize = 2 ** (layout.worker + layout.sequence);
  return {
    nextId: () => {
      ticks.advance();
      return ticks.timestamp * lowSize + ticks.low;
    },
    nextIds(count) {
      return Array.from({ length: checkCount(count) }, () => this.nextId());
    },
    parse: (id) => {
      if (!Number.isSafeInteger(id) || id < 0) throw notAnId(id);
      return ticks.partsOf(Math.floor(id / lowSize), id % lowSize);
    },
    driftMs: () => ticks.drift(),
  };
}

/** The moving part of a generator. */
class Ticks {
  timestamp = -1;
  /** Worker and counter. */
  low = 0;
  readonly #layout: SnowflakeLayout;
  readonly #now: () => number;
  readonly #first: number;
  readonly #last: number;
  readonly #end: number;

  constructor(layout: SnowflakeLayout, bits: number, options: SnowflakeOptions) {
    checkLayout(layout, bits);
    this.#layout = layout;
    this.#now = options.clock?.now ?? Date.now;
    this.#first = workerOf(options.worker, layout) * 2 ** layout.sequence;
    this.#last = this.#first + 2 ** layout.sequence - 1;
    this.#end = 2 ** layout.timestamp;
  }

  advance(): void {
    const now = this.#elapsed();
    if (now > this.timestamp) this.#moveTo(now);
    else if (this.low < this.#last) this.low++;
    else this.#moveTo(this.timestamp + 1);
  }

  drift(): number {
    return Math.max(0, this.timestamp - this.#elapsed());
  }

  partsOf(timestamp: number, low: number): SnowflakeParts {
    const size = 2 ** this.#layout.sequence;
    return {
      timestamp: new Date(timestamp + snowflakeEpoch),
      worker: Math.floor(low / size),
      sequence: low % size,
    };
  }

  // A clock that stands before the epoch gives the first millisecond, like any jump backwards.
  #elapsed(): number {
    return Math.max(0, Math.floor(this.#now() - snowflakeEpoch));
  }

  #moveTo(timestamp: number): void {
    if (timestamp >= this.#end) {
      throw new CatgaError(
        'CONFIGURATION_INVALID',
        `the clock is past the last moment that ${this.#layout.timestamp} bits can express: choose a layout with more`,
      );
    }
    this.timestamp = timestamp;
    this.low = this.#first;
  }
}

function checkCount(count: number): number {
  if (Number.isInteger(count) && count >= 0) return count;
  throw new CatgaError('CONFIGURATION_INVALID', `the number of ids must be a whole number from 0, but is ${count}`);
}

function notAnId(id: bigint | number): CatgaError {
  return new CatgaError('VALIDATION_FAILED', `${id} is not an id of this layout`);
}
