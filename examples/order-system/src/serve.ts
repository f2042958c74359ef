import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { startOrderSystem } from './order-system.ts';

/** How long `/ready` says 503 before the port closes, so that a load balancer that asks twice a second notices. */
const ANNOUNCE_MS = 1000;

/** Keeps the order system up until SIGINT or SIGTERM, then stops it without dropping anything. */
export async function serve(port: number): Promise<void> {
  const system = await startOrderSystem({ port, audit: { write: (line) => console.log(line) } });
  console.log(`order system: ${system.url}/orders (stop with Ctrl+C)`);
  const waiting = new AbortController();
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal, { signal: waiting.signal })));
  waiting.abort();
  console.log('stopping');
  system.announceStop();
  await delay(ANNOUNCE_MS);
  const { undelivered, deadLetters } = await system.stop();
  console.log(`stopped; ${undelivered.length} undelivered, ${deadLetters.length} in the dead letters`);
}
