/** One thing that was measured. */
export interface Measurement {
  /** The wire name. */
  readonly message: string;
  /** `encode`, `decode`, `encode-json`, `decode-json`, `send` or `publish`. */
  readonly case: string;
  readonly perSecond: number;
  /** Of encoded messages. */
  readonly bytes?: number;
  /** Of `send` and `publish`: what the first of them failed with. The figure then says what failing costs. */
  readonly failed?: string;
}

/** What was not measured, and why. */
export interface Skipped {
  readonly message: string;
  readonly case: string;
  readonly reason: string;
}

/** Repeats `run` for about `timeMs` after a tenth of it to warm up; how often it ran in a second. */
export function measure(run: () => unknown, timeMs: number): number {
  repeat(run, timeMs / 10);
  const { runs, tookMs } = repeat(run, timeMs);
  return (runs / tookMs) * 1_000;
}

/** As {@link measure}, `inFlight` at a time: what waits for a batch would otherwise measure the wait. */
export async function measureAsync(run: () => Promise<unknown>, timeMs: number, inFlight: number): Promise<number> {
  await repeatAsync(run, timeMs / 10, inFlight);
  const { runs, tookMs } = await repeatAsync(run, timeMs, inFlight);
  return (runs / tookMs) * 1_000;
}

function repeat(run: () => unknown, timeMs: number): { readonly runs: number; readonly tookMs: number } {
  const startedAt = performance.now();
  let runs = 0;
  let chunk = 1;
  for (;;) {
    for (let index = 0; index < chunk; index++) run();
    runs += chunk;
    const tookMs = performance.now() - startedAt;
    if (tookMs >= timeMs) return { runs, tookMs: Math.max(tookMs, 0.001) };
    // Looking at the clock must not be most of what is measured.
    if (tookMs < timeMs / 10) chunk *= 2;
  }
}

async function repeatAsync(
  run: () => Promise<unknown>,
  timeMs: number,
  inFlight: number,
): Promise<{ readonly runs: number; readonly tookMs: number }> {
  const startedAt = performance.now();
  for (let runs = 0; ;) {
    await Promise.all(Array.from({ length: inFlight }, run));
    runs += inFlight;
    const tookMs = performance.now() - startedAt;
    if (tookMs >= timeMs) return { runs, tookMs: Math.max(tookMs, 0.001) };
  }
}
