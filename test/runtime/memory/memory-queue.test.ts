import { messageQueueContract, manualClock, type QueueFactory } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { MemoryQueue } from '../../../runtime/memory/index.ts';
import type { Delivery, MessageQueue, QueueEntry } from '../../../runtime/ports/index.ts';

type Break = (queue: MessageQueue) => Partial<MessageQueue>;

const create: QueueFactory = (settings) =>
  new MemoryQueue({ ...settings, dedupWindowMs: 120_000, inboxRetentionMs: 86_400_000, knownIds: 1_000 });

describe('memory queue: contract', () => {
  it.each(messageQueueContract.map(({ title, run }) => [title, run] as const))('%s', async (_title, run) => {
    // It rejects where a promise is not kept.
    await expect(run(create)).resolves.toBeUndefined();
  });

  it('has a case for every promise', () => {
    expect(messageQueueContract).toHaveLength(21);
  });
});

const onDelivery =
  (change: (delivery: Delivery) => Partial<Delivery>): Break =>
  (queue) => ({
    next: async (signal) => {
      const delivery = await queue.next(signal);
      return delivery === undefined ? undefined : { ...delivery, ...change(delivery) };
    },
  });

// A suite proves something only if it fails for a queue that breaks its promise.
describe('queue contract: negative controls', () => {
  const broken: readonly [string, Break][] = [
    ['forgets instead of retrying', onDelivery((delivery) => ({ retry: () => delivery.ack() }))],
    ['retries without a delay', onDelivery((delivery) => ({ retry: () => delivery.retry(0) }))],
    ['does not count deliveries', onDelivery(() => ({ attempt: 1 }))],
    ['discards dead letters', onDelivery((delivery) => ({ bury: () => delivery.ack() }))],
    ['counts what was given back', onDelivery((delivery) => ({ giveBack: () => delivery.retry(0) }))],
    ['forgets to acknowledge', onDelivery(() => ({ ack: () => Promise.resolve() }))],
    [
      'stores an id twice',
      (queue) => {
        let n = 0;
        return {
          reserve: async (count, signal) => {
            const reservation = await queue.reserve(count, signal);
            return {
              ...reservation,
              add: (entries) => reservation.add(entries.map((each) => ({ ...each, id: `${each.id}${++n}` }))),
            };
          },
        };
      },
    ],
    [
      'never refuses',
      () => ({
        reserve: () =>
          Promise.resolve({ add: (entries) => Promise.resolve(entries.map(() => true)), release: () => undefined }),
      }),
    ],
    ['says nothing of what is left', () => ({ close: () => Promise.resolve([]) })],
  ];

  it.each(broken)('notices a queue that %s', async (_what, change) => {
    const kept: string[] = [];
    const failed: string[] = [];
    for (const { title, run } of messageQueueContract) {
      const attempt = run(async (settings) => {
        const queue = await create(settings);
        return {
          capabilities: queue.capabilities,
          reserve: (count, signal) => queue.reserve(count, signal),
          next: (signal) => queue.next(signal),
          depth: () => queue.depth(),
          deadLetters: () => queue.deadLetters(),
          replay: (id) => queue.replay(id),
          discard: (id) => queue.discard(id),
          close: () => queue.close(),
          ...change(queue),
        };
      });
      const stuck = new Promise<'stuck'>((resolve) => setTimeout(() => resolve('stuck'), 50));
      const outcome = await Promise.race([
        attempt.then(
          () => 'kept',
          () => 'failed',
        ),
        stuck,
      ]);
      (outcome === 'kept' ? kept : failed).push(title);
    }
    expect(failed).not.toEqual([]);
    expect(kept).not.toEqual([]);
  });
});

const entry = (id: string): QueueEntry => ({
  id,
  messageId: id,
  messageType: 't',
  message: {},
  qos: 1,
  correlationId: id,
});

describe('memory queue: known ids', () => {
  it('remembers as many as told, the oldest forgotten first', async () => {
    const clock = manualClock();
    const queue = new MemoryQueue({
      capacity: 10,
      roomWaitMs: 0,
      dedupWindowMs: 1_000,
      inboxRetentionMs: 1_000,
      knownIds: 2,
      clock,
    });
    const handle = async (id: string): Promise<boolean | undefined> => {
      const [stored] = await (await queue.reserve(1)).add([entry(id)]);
      if (stored === true) await (await queue.next(new AbortController().signal))?.ack();
      return stored;
    };
    expect([await handle('a'), await handle('b'), await handle('c')]).toEqual([true, true, true]);
    expect([await handle('c'), await handle('b')]).toEqual([false, false]);
    expect(await handle('a')).toBe(true);
    await queue.close();
  });

  it('says that it is not durable', () => {
    expect(
      new MemoryQueue({
        capacity: 1,
        roomWaitMs: 0,
        dedupWindowMs: 0,
        inboxRetentionMs: 0,
        knownIds: 0,
        clock: manualClock(),
      }).capabilities.durable,
    ).toBe(false);
  });
});

describe('memory queue: the line for room', () => {
  it('lets those behind through when one that needs more gives up', async () => {
    const clock = manualClock();
    const queue = await create({ capacity: 2, roomWaitMs: 5_000, clock });
    await (await queue.reserve(1)).add([entry('a')]);
    const tooMuch = new AbortController();
    const refused = queue.reserve(2, tooMuch.signal).catch((error: unknown) => error);
    let hasRoom = false;
    const behind = queue.reserve(1).then((reservation) => {
      hasRoom = true;
      return reservation;
    });
    await clock.advance(0);
    expect(hasRoom).toBe(false);
    tooMuch.abort();
    expect(await refused).toMatchObject({ code: 'CANCELLED' });
    await clock.advance(0);
    expect(hasRoom).toBe(true);
    (await behind).release();
    await queue.close();
  });
});
