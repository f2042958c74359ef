/** Measures how long each rule takes; without `--stats` nothing is measured. */
export interface RuleClock {
  readonly time: <T>(id: string, work: () => T) => T;
  /** By id of the rule, in milliseconds. */
  readonly totals: ReadonlyMap<string, number>;
}

/** Reading the time at every node would cost more than most rules. */
export const noClock: RuleClock = { time: (_id, work) => work(), totals: new Map() };

/** A clock that adds up what each rule takes. */
export function createRuleClock(now: () => number = () => performance.now()): RuleClock {
  const totals = new Map<string, number>();
  return {
    totals,
    time(id, work) {
      const started = now();
      try {
        return work();
      } finally {
        totals.set(id, (totals.get(id) ?? 0) + now() - started);
      }
    },
  };
}
