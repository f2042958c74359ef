import type { PublishReceipt, SendOptions } from '../messages/context.ts';
import { CatgaError } from '../messages/error.ts';
import type { Failure, Success } from '../messages/result.ts';

/** How many events are published. */
export interface PublishBatchOptions {
  /** How many at a time. Default 16. */
  readonly concurrency?: number;
  /** Of each event; see {@link SendOptions}. */
  readonly correlationId?: string;
}

/** How many messages are sent. The time-out is that of each message, the signal that of all. */
export interface BatchOptions extends PublishBatchOptions, Pick<SendOptions, 'signal' | 'timeoutMs'> {}

/** What publishing one event of a batch came to: its receipt, or why it was not accepted. */
export type PublishOutcome = Success<PublishReceipt> | Failure;

const defaultConcurrency = 16;

/** @throws CatgaError `CONFIGURATION_INVALID` unless it is a whole number from 1. */
export function concurrencyOf(options: PublishBatchOptions | undefined): number {
  const concurrency = options?.concurrency ?? defaultConcurrency;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new CatgaError('CONFIGURATION_INVALID', `concurrency must be a whole number from 1, but is ${concurrency}`);
  }
  return concurrency;
}

/** The options of each message of a batch; `undefined` where there are none, which is the short way through. */
export function eachOptions(options: BatchOptions | undefined): SendOptions | undefined {
  if (options === undefined) return undefined;
  const { correlationId, signal, timeoutMs } = options;
  if (correlationId === undefined && signal === undefined && timeoutMs === undefined) return undefined;
  return {
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(signal === undefined ? {} : { signal }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}

/** Runs `run` for each item, `concurrency` at a time; the outcomes in the order of the items. `run` must not reject. */
export async function mapBounded<T, R>(
  items: readonly T[],
  concurrency: number,
  run: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const outcomes: R[] = [];
  const queue = items.entries();
  // All workers draw from the one iterator, so each item is taken once.
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) outcomes[index] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return outcomes;
}

/** Maps lazily and in order, at most `concurrency` items ahead of the consumer. */
export async function* mapStream<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  concurrency: number,
  run: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const ahead: Promise<R>[] = [];
  let over = false;
  let broken: { readonly error: unknown } | undefined;
  try {
    for (;;) {
      while (!over && ahead.length < concurrency) {
        try {
          const next = await iterator.next();
          if (next.done === true) over = true;
          else ahead.push(run(next.value));
        } catch (error) {
          over = true;
          broken = { error };
        }
      }
      const first = ahead.shift();
      if (first === undefined) break;
      yield await first;
    }
    if (broken !== undefined) throw broken.error;
  } finally {
    // The consumer returned early: the source is told, and what was sent already is waited for.
    if (!over) await iterator.return?.();
    await Promise.all(ahead);
  }
}
