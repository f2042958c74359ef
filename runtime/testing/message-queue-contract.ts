import { CatgaError, isCatgaError } from '../messages/error.ts';
import type { Clock, Delivery, MessageQueue, QueueEntry } from '../ports/index.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';

/** Makes an empty queue with room for `capacity` messages, which waits `roomWaitMs` for more. */
export type QueueFactory = (settings: {
  readonly capacity: number;
  readonly roomWaitMs: number;
  readonly clock: Clock;
}) => MessageQueue | Promise<MessageQueue>;

/** One promise of a port; `run` rejects where it is not kept. Drive it with any test runner. */
export interface ContractCase {
  readonly title: string;
  readonly run: (create: QueueFactory) => Promise<void>;
}

const roomWaitMs = 5_000;

/**
 * What every {@link MessageQueue} promises, as cases without a test runner.
 *
 * @example
 * ```ts
 * import { messageQueueContract, type QueueFactory } from 'catga/testing';
 *
 * export async function check(create: QueueFactory): Promise<void> {
 *   for (const { title, run } of messageQueueContract) {
 *     await run(create);
 *     console.log(`kept: ${title}`);
 *   }
 * }
 * ```
 */
export const messageQueueContract: readonly ContractCase[] = [
  define('delivers what was added, in order', async ({ queue }) => {
    await add(queue, entry('a'), entry('b'));
    equal('first', (await take(queue)).entry.id, 'a');
    equal('second', (await take(queue)).entry.id, 'b');
  }),
  define('hands an entry out once until its delivery has ended', async ({ queue }) => {
    await add(queue, entry('a'));
    await take(queue);
    await isEmpty(queue);
    equal('in flight', queue.depth().inFlight, 1);
  }),
  define('forgets what was acknowledged', async ({ queue }) => {
    await add(queue, entry('a'));
    await (await take(queue)).ack();
    equal(
      'depth',
      JSON.stringify(queue.depth()),
      JSON.stringify({ ready: 0, delayed: 0, inFlight: 0, deadLetters: 0 }),
    );
    await isEmpty(queue);
  }),
  define('wakes a consumer that waits', async ({ queue }) => {
    const waiting = queue.next(new AbortController().signal);
    await add(queue, entry('a'));
    equal('entry', (await waiting)?.entry.id, 'a');
  }),
  define('lets a consumer stop waiting, and loses nothing by it', async ({ queue }) => {
    const stop = new AbortController();
    const waiting = queue.next(stop.signal);
    stop.abort();
    equal('delivery', await waiting, undefined);
    await add(queue, entry('a'));
    equal('entry', (await take(queue)).entry.id, 'a');
  }),
  define('delivers again after the delay of a retry, and counts', async ({ queue, clock }) => {
    await add(queue, entry('a'));
    const first = await take(queue);
    equal('first attempt', first.attempt, 1);
    await first.retry(1_000);
    await clock.advance(999);
    await isEmpty(queue);
    await clock.advance(1);
    equal('second attempt', (await take(queue)).attempt, 2);
  }),
  define('does not count a delivery that was given back', async ({ queue }) => {
    await add(queue, entry('a'));
    await (await take(queue)).giveBack();
    equal('attempt', (await take(queue)).attempt, 1);
  }),
  define('ends a delivery once: what comes later has no effect', async ({ queue }) => {
    await add(queue, entry('a'));
    const first = await take(queue);
    await first.giveBack();
    const second = await take(queue);
    await first.ack();
    equal('in flight', queue.depth().inFlight, 1);
    await second.ack();
    await second.ack();
    equal('in flight', queue.depth().inFlight, 0);
  }),
  define('holds a delayed entry back until its time', async ({ queue, clock }) => {
    await add(queue, { ...entry('a'), delayMs: 60_000 });
    await clock.advance(59_999);
    await isEmpty(queue);
    equal('delayed', queue.depth().delayed, 1);
    await clock.advance(1);
    equal('entry', (await take(queue)).entry.id, 'a');
  }),
  define('is not misled by a jump of the wall clock', async ({ queue, clock }) => {
    await add(queue, { ...entry('a'), delayMs: 60_000 });
    clock.jump(3_600_000);
    await clock.advance(59_999);
    await isEmpty(queue);
    clock.jump(-7_200_000);
    await clock.advance(1);
    equal('entry', (await take(queue)).entry.id, 'a');
  }),
  define('stores one id once: waiting, handed out or handled', async ({ queue }) => {
    equal('first', (await add(queue, entry('a')))[0], true);
    equal('waiting', (await add(queue, entry('a')))[0], false);
    const delivery = await take(queue);
    equal('handed out', (await add(queue, entry('a')))[0], false);
    await delivery.ack();
    equal('handled', (await add(queue, entry('a')))[0], false);
    await isEmpty(queue);
  }),
  define('keeps dead letters with reason and attempts, and replays them from the first attempt', async ({ queue }) => {
    await add(queue, entry('a'));
    await (await take(queue)).bury(new CatgaError('HANDLER_FAILED', 'poison'));
    const [letter] = await queue.deadLetters();
    equal('entry', letter?.entry.id, 'a');
    equal('attempts', letter?.attempts, 1);
    equal('reason', letter?.reason.message, 'poison');
    await isEmpty(queue);
    equal('replayed', await queue.replay('a'), true);
    equal('attempt', (await take(queue)).attempt, 1);
    equal('letters', (await queue.deadLetters()).length, 0);
    equal('replayed twice', await queue.replay('a'), false);
  }),
  define('discards a dead letter when told to', async ({ queue }) => {
    await add(queue, entry('a'));
    await (await take(queue)).bury(new CatgaError('HANDLER_FAILED', 'poison'));
    equal('discarded', await queue.discard('a'), true);
    equal('discarded twice', await queue.discard('a'), false);
    equal('letters', queue.depth().deadLetters, 0);
  }),
  define('makes callers wait for room, and serves them in turn', async ({ queue }) => {
    await add(queue, entry('a'), entry('b'));
    const waiting = add(queue, entry('c'));
    equal('ready', queue.depth().ready, 2);
    await (await take(queue)).ack();
    equal('stored', (await waiting)[0], true);
  }),
  define('answers OVERLOADED when there is no room in time, having stored nothing', async ({ queue, clock }) => {
    await add(queue, entry('a'), entry('b'));
    const refused = codeOf(add(queue, entry('c')));
    await clock.advance(roomWaitMs);
    equal('code', await refused, 'OVERLOADED');
    equal('ready', queue.depth().ready, 2);
    equal('timers', clock.pending(), 0);
  }),
  define('answers OVERLOADED at once to more than can ever fit', async ({ queue }) => {
    equal('code', await codeOf(add(queue, entry('a'), entry('b'), entry('c'))), 'OVERLOADED');
    equal('ready', queue.depth().ready, 0);
  }),
  define('stops waiting for room when the signal is aborted', async ({ queue }) => {
    await add(queue, entry('a'), entry('b'));
    const stop = new AbortController();
    const refused = codeOf(queue.reserve(1, stop.signal));
    stop.abort();
    equal('code', await refused, 'CANCELLED');
  }),
  define('gives room back that was reserved and not used', async ({ queue }) => {
    const reservation = await queue.reserve(2);
    reservation.release();
    reservation.release();
    await add(queue, entry('a'), entry('b'));
    equal('ready', queue.depth().ready, 2);
  }),
  define('gives room back for entries that were known already', async ({ queue }) => {
    await add(queue, entry('a'));
    await add(queue, entry('a'));
    await add(queue, entry('b'));
    equal('ready', queue.depth().ready, 2);
  }),
  define('names what was never handled when it is closed, and accepts nothing more', async ({ queue }) => {
    await add(queue, entry('a'), { ...entry('b'), delayMs: 60_000 });
    await take(queue);
    const left = await queue.close();
    equal('left', left.map(({ id }) => id).join(), 'a,b');
    equal('code', await codeOf(queue.reserve(1)), 'STOPPED');
    equal('next', await queue.next(new AbortController().signal), undefined);
  }),
  define('wakes whoever waits when it is closed', async ({ queue }) => {
    const waiting = queue.next(new AbortController().signal);
    await queue.close();
    equal('delivery', await waiting, undefined);
  }),
];

function define(
  title: string,
  run: (on: { readonly queue: MessageQueue; readonly clock: ManualClock }) => Promise<void>,
): ContractCase {
  return {
    title,
    run: async (create) => {
      const clock = manualClock();
      const queue = await create({ capacity: 2, roomWaitMs, clock });
      try {
        await run({ queue, clock });
      } finally {
        await queue.close();
      }
    },
  };
}

function entry(id: string): QueueEntry {
  return {
    id,
    messageId: id,
    messageType: 'contract.message',
    message: { $type: 'contract.message' },
    qos: 1,
    correlationId: id,
  };
}

async function add(queue: MessageQueue, ...entries: readonly QueueEntry[]): Promise<readonly boolean[]> {
  return await (await queue.reserve(entries.length)).add(entries);
}

async function take(queue: MessageQueue): Promise<Delivery> {
  const delivery = await queue.next(new AbortController().signal);
  if (delivery === undefined) throw broken('a delivery was expected, but the queue is closed');
  return delivery;
}

async function isEmpty(queue: MessageQueue): Promise<void> {
  const stop = new AbortController();
  const waiting = queue.next(stop.signal);
  await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  const delivery = await waiting;
  if (delivery !== undefined) throw broken(`nothing was expected, but ${delivery.entry.id} was delivered`);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return isCatgaError(error) ? error.code : `not a CatgaError: ${String(error)}`;
  }
  return 'no error';
}

function equal(what: string, actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) throw broken(`${what} should be ${String(expected)}, but is ${String(actual)}`);
}

function broken(message: string): CatgaError {
  return new CatgaError('INTERNAL_ERROR', `the contract is not kept: ${message}`);
}
