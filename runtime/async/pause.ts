import { deferred } from './deferred.ts';
import { onAbort } from './on-abort.ts';

/** The part of a clock that waits. */
export interface Timers {
  /** Runs `task` once after `delayMs`; answers with a function that calls it off. */
  readonly schedule: (delayMs: number, task: () => void) => () => void;
}

/** Resolves after `delayMs`, or when `signal` is aborted. */
export async function pause(timers: Timers, delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise, resolve } = deferred();
  const callOff = timers.schedule(delayMs, resolve);
  const ignore = onAbort(signal, () => resolve());
  try {
    await promise;
  } finally {
    callOff();
    ignore();
  }
}

/** Whether `work` ends within `limitMs`. It goes on if it does not. */
export async function endsWithin(timers: Timers, limitMs: number, work: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = deferred<boolean>();
  const callOff = timers.schedule(limitMs, () => resolve(false));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    callOff();
  }
}
