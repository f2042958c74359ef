/** Time as the runtime reads it; replaced in tests. */
export interface Clock {
  /** Milliseconds since the epoch. May jump; use it for stamps and deadlines only. */
  readonly now: () => number;
  /** Milliseconds from any fixed point, never going back; for durations. */
  readonly monotonic: () => number;
  /** Runs `task` once, after `delayMs` of elapsed (not wall clock) time. Answers with a function that calls it off. */
  readonly schedule: (delayMs: number, task: () => void) => () => void;
}

// setTimeout keeps its delay in a signed 32-bit integer: anything longer would fire at once.
const longestTimeoutMs = 2 ** 31 - 1;

/** The machine's clock and timers, without `setTimeout`'s limit of 24.8 days. */
export const systemClock: Clock = Object.freeze({
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule(delayMs: number, task: () => void): () => void {
    let timer: NodeJS.Timeout;
    const arm = (restMs: number): void => {
      const stepMs = Math.min(Math.max(restMs, 0), longestTimeoutMs);
      timer = setTimeout(() => (restMs > stepMs ? arm(restMs - stepMs) : task()), stepMs);
    };
    arm(delayMs);
    return () => clearTimeout(timer);
  },
});
