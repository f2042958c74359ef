import { deferred, type Deferred } from '../../../runtime/async/index.ts';

/** A promise to hold a handler up with. */
export function gate(): Deferred<void> {
  return deferred();
}

/** Waits until `condition` holds; fails after two seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 2_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`still not true after 2 s: ${condition.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
