import type { Result } from '../messages/result.ts';
import { failureOf } from '../pipeline/index.ts';
import type { BatchRun } from './batch-run.ts';
import { allFailed, outcomesOf } from './outcomes.ts';

/** What is reported about a batch, and how its answer is read. */
export interface BatchKind {
  readonly handler: string;
  /** Why it began. */
  readonly cause: 'alone' | 'drain' | 'nested' | 'size' | 'time';
  readonly isEvent: boolean;
}

/** Hands a batch to its handler, commits what succeeded, and gives the result of each message. Never rejects. */
export async function runBatch(
  run: BatchRun,
  handle: () => Promise<unknown>,
  kind: BatchKind,
): Promise<readonly Result<unknown>[]> {
  const { engine, items } = run;
  const count = items.length;
  const startedAt = engine.clock.monotonic();
  let outcomes: readonly Result<unknown>[];
  try {
    outcomes = outcomesOf(await handle(), count, kind.isEvent);
  } catch (thrown) {
    outcomes = allFailed(items, failureOf(thrown));
  }
  const results = await run.settle(outcomes);
  engine.instrumentation.record({
    kind: 'batch',
    handler: kind.handler,
    cause: kind.cause,
    context: run,
    messages: count,
    failed: results.filter(({ ok }) => !ok).length,
    durationMs: engine.clock.monotonic() - startedAt,
  });
  return results;
}
