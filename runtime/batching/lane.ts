import type { Result } from '../messages/result.ts';
import type { DispatchContext } from '../pipeline/index.ts';

/** One message on its way through a batch. */
export interface Item {
  readonly message: object;
  readonly context: DispatchContext;
  readonly resolve: (result: Result<unknown>) => void;
  /** It has failed before: it is handled by itself, so that it takes no others with it again. */
  readonly alone: boolean;
  /** When it got room, on the monotonic clock. */
  arrivedAt: number;
}

/** Messages that are collected together: those of one key, or all where there is no key. Exists while it holds some. */
export interface Lane {
  readonly key: string | undefined;
  readonly items: Item[];
  /** Batches of this lane that are being handled. */
  running: number;
  /** Calls off the deadline of its first message. */
  callOff: (() => void) | undefined;
}

/** What is taken from a lane at once. */
export interface Taken {
  readonly batch: readonly Item[];
  /** Whose callers had given up before. */
  readonly given: readonly Item[];
}

/** Takes the next batch: up to `size` messages, in order, or one that has to be alone. */
export function takeFrom({ items }: Lane, size: number): Taken {
  const batch: Item[] = [];
  const given: Item[] = [];
  let taken = 0;
  for (const item of items) {
    if (!item.context.isOpen) given.push(item);
    else {
      if (item.alone && batch.length > 0) break;
      batch.push(item);
    }
    taken++;
    if (batch.length === size || (item.alone && batch.length > 0)) break;
  }
  items.splice(0, taken);
  return { batch, given };
}
