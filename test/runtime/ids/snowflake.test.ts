import { safeSnowflake, safeSnowflakeLayout, snowflake, snowflakeEpoch, snowflakeLayouts, type Snowflake } from 'catga';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messageIds } from '../../../runtime/ids/index.ts';

const steps = fc.array(
  fc.record({
    jumpMs: fc.oneof(fc.integer({ min: -3_600_000, max: 3_600_000 }), fc.constant(0)),
    ids: fc.integer({ min: 1, max: 300 }),
  }),
  { maxLength: 40 },
);

/** Asks for ids while the clock jumps about; what is wrong with them, if anything. */
function firstFault<T extends bigint | number>(
  make: (clock: { readonly now: () => number }) => Snowflake<T>,
  moves: readonly { readonly jumpMs: number; readonly ids: number }[],
  worker: number,
  highest: T,
): string | undefined {
  let now = Date.UTC(2026, 0, 1);
  const ids = make({ now: () => now });
  let last: T | undefined;
  for (const { ids: count, jumpMs } of moves) {
    now += jumpMs;
    for (const id of ids.nextIds(count)) {
      if (last !== undefined && id <= last) return `${id} does not follow ${last}`;
      if (id < 0 || id > highest) return `${id} has too many bits`;
      if (ids.parse(id).worker !== worker) return `${id} is not of worker ${worker}`;
      last = id;
    }
  }
  return undefined;
}

describe('snowflake: properties', () => {
  it('63 bits: never repeats, always ascends, whatever the clock does', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 255 }), (moves, worker) => {
        const fault = firstFault((clock) => snowflake({ worker, clock }), moves, worker, 2n ** 63n - 1n);
        expect(fault).toBeUndefined();
      }),
    );
  });

  it('53 bits: never repeats, always ascends, stays exact', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 31 }), (moves, worker) => {
        const fault = firstFault((clock) => safeSnowflake({ worker, clock }), moves, worker, Number.MAX_SAFE_INTEGER);
        expect(fault).toBeUndefined();
      }),
    );
  });

  it('two workers never make the same id', () => {
    const clock = { now: () => Date.UTC(2026, 0, 1) };
    const one = snowflake({ worker: 1, clock }).nextIds(5_000);
    const two = new Set(snowflake({ worker: 2, clock }).nextIds(5_000));
    expect(one.some((id) => two.has(id))).toBe(false);
  });
});

describe('snowflake: drift', () => {
  it('borrows from the next milliseconds when one is used up, and gives the time back', () => {
    let now = snowflakeEpoch + 1_000;
    const ids = snowflake({ worker: 1, clock: { now: () => now } });
    ids.nextIds(2_048);
    expect(ids.driftMs()).toBe(0);
    const next = ids.nextId();
    expect(ids.parse(next)).toEqual({ timestamp: new Date(now + 1), worker: 1, sequence: 0 });
    expect(ids.driftMs()).toBe(1);
    now += 5;
    expect(ids.driftMs()).toBe(0);
    expect(ids.parse(ids.nextId()).timestamp).toEqual(new Date(now));
  });

  it('goes on from where it was when the clock jumps back', () => {
    let now = Date.UTC(2026, 0, 1);
    const ids = snowflake({ worker: 1, clock: { now: () => now } });
    ids.nextId();
    now -= 1_800_000;
    expect(ids.parse(ids.nextId())).toEqual({ timestamp: new Date(Date.UTC(2026, 0, 1)), worker: 1, sequence: 1 });
    expect(ids.driftMs()).toBe(1_800_000);
  });

  it('starts at the epoch when the clock stands before it', () => {
    const ids = snowflake({ worker: 0, clock: { now: () => 0 } });
    expect([ids.nextId(), ids.nextId()]).toEqual([0n, 1n]);
  });
});

describe('snowflake: layouts', () => {
  it.each(Object.entries(snowflakeLayouts))('%s adds up to 63 bits and parses its own ids', (_name, layout) => {
    const now = Date.UTC(2030, 5, 1);
    const worker = 2 ** layout.worker - 1;
    const ids = snowflake({ worker, layout, clock: { now: () => now } });
    ids.nextIds(7);
    expect(ids.parse(ids.nextId())).toEqual({ timestamp: new Date(now), worker, sequence: 7 });
  });

  it.each([
    [{ timestamp: 44, worker: 8, sequence: 12 }, /63 bits, but come to 64/],
    [{ timestamp: 29, worker: 17, sequence: 17 }, /timestamp must have 30 to 50/],
    [{ timestamp: 42, worker: 21, sequence: 0 }, /worker must have 0 to 20/],
    [{ timestamp: 42, worker: 0, sequence: 21 }, /sequence must have 0 to 20/],
    [{ timestamp: 41.5, worker: 10, sequence: 11.5 }, /timestamp/],
  ])('refuses %o', (layout, message) => {
    expect(() => snowflake({ worker: 0, layout })).toThrow(message);
  });

  it('refuses 63 bits for numbers, and takes other divisions of 53', () => {
    expect(() => safeSnowflake({ worker: 0, layout: snowflakeLayouts.standard })).toThrow(/53 bits/);
    const layout = { timestamp: 43, worker: 4, sequence: 6 };
    expect(safeSnowflake({ worker: 15, layout, clock: { now: () => snowflakeEpoch } }).nextId()).toBe(15 * 64);
    expect(safeSnowflakeLayout).toEqual({ timestamp: 41, worker: 5, sequence: 7 });
  });

  it('says so when the time is used up', () => {
    const layout = { timestamp: 30, worker: 20, sequence: 13 };
    const ids = snowflake({ worker: 0, layout, clock: { now: () => snowflakeEpoch + 2 ** 30 } });
    expect(() => ids.nextId()).toThrow(/past the last moment/);
  });

  it.each([-1n, 2n ** 63n])('refuses to parse %s', (id) => {
    expect(() => snowflake({ worker: 0 }).parse(id)).toThrow(/not an id/);
  });

  it.each([-1, 0.5, 2 ** 53])('refuses to parse the number %s', (id) => {
    expect(() => safeSnowflake({ worker: 0 }).parse(id)).toThrow(/not an id/);
  });

  it('refuses a senseless count', () => {
    expect(() => snowflake({ worker: 0 }).nextIds(-1)).toThrow(/number of ids/);
    expect(snowflake({ worker: 0 }).nextIds(0)).toEqual([]);
  });
});

describe('snowflake: worker', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('needs a number: none is made up', () => {
    vi.stubEnv('CATGA_WORKER_ID', '');
    expect(() => snowflake()).toThrow(/CATGA_WORKER_ID/);
  });

  it('takes the number from CATGA_WORKER_ID', () => {
    vi.stubEnv('CATGA_WORKER_ID', '42');
    const ids = snowflake();
    expect(ids.parse(ids.nextId()).worker).toBe(42);
    expect(snowflake({ worker: 7 }).parse(snowflake({ worker: 7 }).nextId()).worker).toBe(7);
  });

  it.each(['x', '1.5', '-1', '256', '0x10'])('refuses %s in CATGA_WORKER_ID', (text) => {
    vi.stubEnv('CATGA_WORKER_ID', text);
    expect(() => snowflake()).toThrow(/whole number from 0 to 255/);
  });

  it.each([-1, 256, 0.5, Number.NaN])('refuses the worker %s', (worker) => {
    expect(() => snowflake({ worker })).toThrow(/whole number from 0 to 255/);
  });
});

describe('message ids', () => {
  it('are unique within a process and between processes', () => {
    const [one, two] = [messageIds(), messageIds()];
    const all = new Set<string>();
    for (let n = 0; n < 5_000; n++) {
      all.add(one());
      all.add(two());
    }
    expect(all.size).toBe(10_000);
  });
});
