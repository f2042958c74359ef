import { CatgaError, createCatga, fail, ok, type MessageContext, type Result } from 'catga';
import { describe, expect, it } from 'vitest';
import { command, event, gate, type Plain, until } from '../support/index.ts';
import { batchBench, batchRegistry } from './batch-bench.ts';

const sizes = (batches: readonly (readonly unknown[])[]): readonly number[] => batches.map(({ length }) => length);
const numbers = (messages: readonly Plain[]): readonly unknown[] => messages.map(({ n }) => n);
const shown = (result: Result<unknown>): unknown => (result.ok ? result.value : result.error.code);
const add = (n: number, members: object = {}): never => command('b.add', { n, ...members }) as never;
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Keeps the batches that it gets and answers each message with its number. */
function keeping() {
  const batches: (readonly unknown[])[] = [];
  const handle = async (messages: readonly Plain[]): Promise<unknown> => {
    batches.push(numbers(messages));
    return messages.map(({ n }) => ok(n));
  };
  return { batches, handle };
}

/** Takes part in a unit of work and writes down what becomes of it. */
const participant = (log: string[], name: string, broken = false) => ({
  commit: () => {
    if (broken) throw new Error('disk full');
    log.push(`commit ${name}`);
  },
  rollback: () => void log.push(`rollback ${name}`),
});

/** An application with one message being handled and one waiting, and no room for a third. */
const full = async (roomWaitMs: number) => {
  const hold = gate();
  const { batches, handle } = keeping();
  const made = await batchBench(
    {
      'b.add': {
        size: 1,
        waitMs: 0,
        handle: async (messages) => {
          await hold.promise;
          return await handle(messages);
        },
      },
    },
    { batching: { concurrency: 1, maxPending: 2, roomWaitMs } },
  );
  const { mediator } = made.app;
  const sent = [mediator.send(add(1)), mediator.send(add(2))];
  return { ...made, hold, batches, sent };
};

const refuseTwo = async (messages: readonly Plain[]): Promise<unknown> =>
  messages.map(({ n }) => (n === 2 ? fail('CONFLICT', 'taken') : ok()));

describe('batching: size and time', () => {
  it('begins a batch when it is full, without waiting, and gives each sender its own result', async () => {
    const { batches, handle } = keeping();
    const { app, clock } = await batchBench({ 'b.add': { size: 3, waitMs: 10, handle } });
    const results = await Promise.all(range(6).map((n) => app.mediator.send(add(n))));
    expect(batches).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(results.map(shown)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(clock.pending()).toBe(0);
    await app.stop();
  });

  it('begins a batch that is not full when its first message has waited long enough, not before', async () => {
    const { batches, handle } = keeping();
    const { app, clock } = await batchBench({ 'b.add': { size: 3, waitMs: 10, handle } });
    const first = app.mediator.send(add(1));
    await clock.advance(9);
    const second = app.mediator.send(add(2));
    expect(batches).toEqual([]);
    await clock.advance(1);
    expect(batches).toEqual([[1, 2]]);
    expect(await Promise.all([first, second])).toMatchObject([{ value: 1 }, { value: 2 }]);
    await app.stop();
  });

  it('what is left over by a full batch waits from its own arrival on', async () => {
    const { batches, handle } = keeping();
    const { app, clock } = await batchBench(
      { 'b.add': { size: 2, waitMs: 10, handle } },
      { batching: { concurrency: 1 } },
    );
    const sent = [app.mediator.send(add(1)), app.mediator.send(add(2)), app.mediator.send(add(3))];
    await clock.advance(9);
    expect(batches).toEqual([[1, 2]]);
    await clock.advance(1);
    expect(batches).toEqual([[1, 2], [3]]);
    await Promise.all(sent);
    await app.stop();
  });

  it('with a wait of 0 takes together what was sent in the same turn', async () => {
    const { batches, handle } = keeping();
    const { app } = await batchBench({ 'b.add': { size: 100, waitMs: 0, handle } });
    await Promise.all(range(5).map((n) => app.mediator.send(add(n))));
    expect(sizes(batches)).toEqual([5]);
    await app.stop();
  });

  it('shares one timer among all messages, keys and handlers', async () => {
    const { handle } = keeping();
    const { app, clock } = await batchBench({
      'b.add': { size: 3, waitMs: 10, key: 'account', handle },
      'b.other': { size: 3, waitMs: 20, handle },
    });
    const sent = range(50).map((n) => app.mediator.send(add(n, { account: n })));
    sent.push(app.mediator.send(command('b.other', { n: 1 }) as never));
    expect(clock.pending()).toBe(1);
    await clock.advance(20);
    await Promise.all(sent);
    expect(clock.pending()).toBe(0);
    await app.stop();
  });

  it('handles no more batches at a time than allowed', async () => {
    const hold = gate();
    let running = 0;
    let most = 0;
    const handle = async (messages: readonly Plain[]): Promise<unknown> => {
      most = Math.max(most, ++running);
      await hold.promise;
      running--;
      return messages.map(() => ok());
    };
    const { app } = await batchBench({ 'b.add': { size: 1, waitMs: 10, handle } }, { batching: { concurrency: 2 } });
    const sent = range(5).map((n) => app.mediator.send(add(n)));
    await until(() => running === 2);
    hold.resolve();
    expect((await Promise.all(sent)).every(({ ok: isOk }) => isOk)).toBe(true);
    expect(most).toBe(2);
    await app.stop();
  });

  it('reports each batch with its size, cause and failures', async () => {
    const { app, clock, recorded } = await batchBench({ 'b.add': { size: 2, waitMs: 10, handle: refuseTwo } });
    const sent = [1, 2, 3].map((n) => app.mediator.send(add(n)));
    await clock.advance(10);
    await Promise.all(sent);
    expect(recorded.events.filter(({ kind }) => kind === 'batch')).toMatchObject([
      { handler: 'Batch', cause: 'size', messages: 2, failed: 1, durationMs: 0 },
      { handler: 'Batch', cause: 'time', messages: 1, failed: 0 },
    ]);
    await app.stop();
  });
});

describe('batching: keys', () => {
  it('puts messages of one key into one batch, in order, and has at most one batch of a key at a time', async () => {
    const batches: (readonly unknown[])[] = [];
    const running = new Set<unknown>();
    const holds = [gate(), gate()];
    const handle = async (messages: readonly Plain[]): Promise<unknown> => {
      const keys = new Set(messages.map(({ account }) => account));
      expect(keys.size).toBe(1);
      const [key] = keys;
      expect(running.has(key)).toBe(false);
      running.add(key);
      batches.push(numbers(messages));
      await holds[key === 'a' ? 0 : 1]?.promise;
      running.delete(key);
      return messages.map(() => ok());
    };
    const { app, clock } = await batchBench({ 'b.add': { size: 2, waitMs: 10, key: 'account', handle } });
    const sent = range(8).map((n) => app.mediator.send(add(n, { account: n % 2 === 0 ? 'a' : 'b' })));
    await clock.advance(100);
    expect(batches).toEqual([
      [0, 2],
      [1, 3],
    ]);
    holds[1]?.resolve();
    await until(() => batches.length === 3);
    expect(batches.at(-1)).toEqual([5, 7]);
    holds[0]?.resolve();
    await Promise.all(sent);
    expect(batches.at(-1)).toEqual([4, 6]);
    await app.stop();
  });

  it('a key that cannot be read is a failure of that message alone', async () => {
    const { handle } = keeping();
    const registry = batchRegistry({ 'b.add': { size: 1, waitMs: 1, key: 'account', handle } });
    const app = await createCatga({ service: 'test', registry });
    const unreadable = Object.defineProperty(command('b.add') as object, 'account', {
      get: () => {
        throw new Error('no key');
      },
    });
    expect(shown(await app.mediator.send(unreadable as never))).toBe('HANDLER_FAILED');
    expect(shown(await app.mediator.send(add(1)))).toBe(1);
    await app.stop();
  });
});

describe('batching: results', () => {
  it.each<[string, unknown, readonly unknown[]]>([
    ['one for each, in order', [ok('a'), fail('CONFLICT', 'no'), ok('c')], ['a', 'CONFLICT', 'c']],
    ['one for all', ok('all'), ['all', 'all', 'all']],
    ['one failure for all', fail('FORBIDDEN', 'no'), ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']],
    ['something that is no result', [ok(1), 7, ok(3)], [1, 'HANDLER_FAILED', 3]],
    ['nothing', undefined, ['HANDLER_FAILED', 'HANDLER_FAILED', 'HANDLER_FAILED']],
  ])('the handler returns %s', async (_title, returned, expected) => {
    const { app } = await batchBench({ 'b.add': { size: 3, waitMs: 10, handle: async () => returned } });
    expect((await Promise.all([1, 2, 3].map((n) => app.mediator.send(add(n))))).map(shown)).toEqual(expected);
    await app.stop();
  });

  it('a wrong number of results is an error of all of that batch, and none hangs', async () => {
    const { app } = await batchBench({ 'b.add': { size: 3, waitMs: 10, handle: async () => [ok(1), ok(2)] } });
    const results = await Promise.all([1, 2, 3].map((n) => app.mediator.send(add(n))));
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        error: {
          code: 'HANDLER_FAILED',
          message: 'the batch handler returned 2 results for 3 messages: return one for each, in order, or one for all',
          retryable: false,
          details: { messages: 3, results: 2 },
        },
      });
    }
    await app.stop();
  });

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new CatgaError('CONFLICT', 'taken'))],
    [
      'throws',
      () => {
        throw new CatgaError('CONFLICT', 'taken');
      },
    ],
  ])('a handler that %s fails all of the batch', async (_title, handle) => {
    const { app } = await batchBench({ 'b.add': { size: 2, waitMs: 10, handle } });
    expect((await Promise.all([1, 2].map((n) => app.mediator.send(add(n))))).map(shown)).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    await app.stop();
  });

  it('with @retry a message that failed is tried again alone, so that a poisoned one takes no others with it', async () => {
    const batches: (readonly unknown[])[] = [];
    const handle = async (messages: readonly Plain[]): Promise<unknown> => {
      batches.push(numbers(messages));
      if (messages.some(({ n }) => n === 2)) throw new Error('poisoned');
      return messages.map(({ n }) => ok(n));
    };
    const retry = { retries: 1, backoff: 'fixed', delayMs: 0 } as const;
    const { app, clock } = await batchBench({ 'b.add': { size: 3, waitMs: 10, retry, handle } });
    const sent = [1, 2, 3].map((n) => app.mediator.send(add(n)));
    await clock.advance(10);
    expect((await Promise.all(sent)).map(shown)).toEqual([1, 'HANDLER_FAILED', 3]);
    expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
    await app.stop();
  });
});

describe('batching: unit of work', () => {
  it('is one for the batch: committed once, before any sender is answered', async () => {
    const log: string[] = [];
    const { app } = await batchBench({
      'b.add': {
        size: 2,
        waitMs: 10,
        handle: async (messages, context) => {
          context.unitOfWork.enlist(participant(log, `${messages.length}`));
          return ok();
        },
      },
    });
    await Promise.all([1, 2].map(async (n) => (await app.mediator.send(add(n)), log.push(`answered ${n}`))));
    expect(log).toEqual(['commit 2', 'answered 1', 'answered 2']);
    await app.stop();
  });

  it('is rolled back when the handler throws, and when it returns a wrong number of results', async () => {
    const log: string[] = [];
    const { app } = await batchBench({
      'b.add': {
        size: 1,
        waitMs: 10,
        handle: async ([first], context) => {
          context.unitOfWork.enlist(participant(log, String(first?.['n'])));
          if (first?.['n'] === 1) throw new Error('no');
          return [];
        },
      },
    });
    await app.mediator.send(add(1));
    await app.mediator.send(add(2));
    expect(log).toEqual(['rollback 1', 'rollback 2']);
    await app.stop();
  });

  it('a commit that fails fails every message that had succeeded', async () => {
    const { app } = await batchBench({
      'b.add': {
        size: 2,
        waitMs: 10,
        handle: async (_messages, context) => {
          context.unitOfWork.enlist(participant([], 'x', true));
          return [ok(), fail('NOT_FOUND', 'none')];
        },
      },
    });
    const results = await Promise.all([1, 2].map((n) => app.mediator.send(add(n))));
    expect(results.map(shown)).toEqual(['PERSISTENCE_FAILED', 'NOT_FOUND']);
    await app.stop();
  });

  it('what is published through the context of a message names it as its cause and is dropped when it failed', async () => {
    const seen: unknown[] = [];
    const { app } = await batchBench({
      'b.add': {
        size: 2,
        waitMs: 10,
        handle: async (messages, context) => {
          for (const [index, each] of context.contexts.entries()) {
            await each.publish(event('b.added', { n: messages[index]?.['n'] }));
          }
          return [ok(), fail('CONFLICT', 'no')];
        },
      },
      'b.added': {
        kind: 'event',
        qos: 1,
        size: 1,
        waitMs: 0,
        handle: (messages, { contexts }) => {
          seen.push(messages[0]?.['n'], contexts[0]?.causationId, contexts[0]?.correlationId);
        },
      },
    });
    await Promise.all([1, 2].map((n) => app.mediator.send(add(n), { messageId: `m-${n}`, correlationId: `c-${n}` })));
    await app.stop();
    expect(seen).toEqual([1, 'm-1', 'c-1']);
  });

  it('the contexts carry ids, attempt and deadline of each message and are closed afterwards', async () => {
    let kept: readonly MessageContext[] = [];
    let deadline: number | undefined;
    const { app, clock } = await batchBench({
      'b.add': {
        size: 2,
        waitMs: 10,
        handle: async (_messages, context) => {
          kept = context.contexts;
          deadline = context.deadline;
          expect(context.messageType).toBe('b.add');
          return ok();
        },
      },
    });
    await Promise.all([
      app.mediator.send(add(1), { messageId: 'm-1', timeoutMs: 50 }),
      app.mediator.send(add(2), { messageId: 'm-2', timeoutMs: 70 }),
    ]);
    expect(kept.map(({ messageId, attempt, deadline: own }) => [messageId, attempt, own])).toEqual([
      ['m-1', 1, clock.now() + 50],
      ['m-2', 1, clock.now() + 70],
    ]);
    expect(deadline).toBe(clock.now() + 70);
    await expect(kept[0]?.publish(event('b.added'))).rejects.toMatchObject({ code: 'HANDLER_FAILED' });
    await app.stop();
  });
});

describe('batching: giving up', () => {
  it('a message whose caller gives up while it waits is not handled; the others are', async () => {
    const { batches, handle } = keeping();
    const { app, clock } = await batchBench({ 'b.add': { size: 10, waitMs: 10, handle } });
    const controller = new AbortController();
    const sent = [
      app.mediator.send(add(1)),
      app.mediator.send(add(2), { signal: controller.signal }),
      app.mediator.send(add(3), { timeoutMs: 5 }),
      app.mediator.send(add(4)),
    ];
    controller.abort(new Error('changed my mind'));
    await clock.advance(10);
    expect((await Promise.all(sent)).map(shown)).toEqual([1, 'CANCELLED', 'TIMEOUT', 4]);
    expect(batches).toEqual([[1, 4]]);
    await app.stop();
  });

  it('a caller that gives up while the batch is handled is told that the outcome is unknown; the others get theirs', async () => {
    const hold = gate();
    const signals: boolean[] = [];
    const { app, clock } = await batchBench({
      'b.add': {
        size: 2,
        waitMs: 10,
        handle: async (_messages, context) => {
          const { signal } = context;
          await hold.promise;
          signals.push(signal.aborted);
          return ok('done');
        },
      },
    });
    const sent = [app.mediator.send(add(1), { timeoutMs: 5 }), app.mediator.send(add(2))];
    await clock.advance(5);
    const late = await sent[0];
    expect(late).toMatchObject({ ok: false, error: { code: 'OUTCOME_UNKNOWN' } });
    expect(late?.ok === false && late.error.message).toBe(
      'b.add took longer than 5 ms while its batch was being handled; its changes may or may not have taken effect',
    );
    hold.resolve();
    expect(shown((await sent[1]) as Result<unknown>)).toBe('done');
    expect(signals).toEqual([false]);
    await app.stop();
  });

  it('the signal of a batch is aborted when every caller has given up', async () => {
    const aborted = gate();
    const { app, clock } = await batchBench({
      'b.add': {
        size: 2,
        waitMs: 10,
        handle: (_messages, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              aborted.resolve();
              reject(new Error('aborted'));
            });
          }),
      },
    });
    const sent = [app.mediator.send(add(1), { timeoutMs: 5 }), app.mediator.send(add(2), { timeoutMs: 8 })];
    await clock.advance(8);
    await aborted.promise;
    expect((await Promise.all(sent)).map(shown)).toEqual(['OUTCOME_UNKNOWN', 'OUTCOME_UNKNOWN']);
    await app.stop();
  });
});

describe('batching: back-pressure', () => {
  it('senders wait in line when there is no room, and lose nothing', async () => {
    const { app, batches, hold, sent } = await full(1_000);
    const more = range(20).map((n) => app.mediator.send(add(n + 3)));
    hold.resolve();
    expect((await Promise.all([...sent, ...more])).map(shown)).toEqual(range(22).map((n) => n + 1));
    expect(batches.flat()).toEqual(range(22).map((n) => n + 1));
    await app.stop();
  });

  it('a sender that has waited long enough for room gets OVERLOADED', async () => {
    const { app, clock, hold, sent } = await full(100);
    const late = app.mediator.send(add(3));
    await clock.advance(100);
    expect(await late).toMatchObject({
      ok: false,
      error: {
        code: 'OVERLOADED',
        message: 'Batch has 2 messages pending and made no room within 100 ms: b.add was not handled',
      },
    });
    hold.resolve();
    expect((await Promise.all(sent)).map(shown)).toEqual([1, 2]);
    await app.stop();
  });

  it('with no wait for room, it gets OVERLOADED at once', async () => {
    const { app, hold, sent } = await full(0);
    expect(shown(await app.mediator.send(add(3)))).toBe('OVERLOADED');
    hold.resolve();
    await Promise.all(sent);
    await app.stop();
  });

  it('a sender that gives up in line leaves it, and its message is not handled', async () => {
    const { app, batches, clock, hold, sent } = await full(10_000);
    const controller = new AbortController();
    const given = [
      app.mediator.send(add(3), { signal: controller.signal }),
      app.mediator.send(add(4), { timeoutMs: 10 }),
    ];
    const patient = app.mediator.send(add(5));
    controller.abort();
    await clock.advance(10);
    expect((await Promise.all(given)).map(shown)).toEqual(['CANCELLED', 'TIMEOUT']);
    hold.resolve();
    await Promise.all([...sent, patient]);
    expect(batches.flat()).toEqual([1, 2, 5]);
    await app.stop();
    expect(clock.pending()).toBe(0);
  });
});

describe('batching: nested', () => {
  it('a message that a batch sends to its own handler is handled at once, instead of waiting for itself', async () => {
    const { app } = await batchBench(
      {
        'b.add': {
          size: 1,
          waitMs: 10_000,
          key: 'account',
          handle: async ([first], context) => {
            if (first?.['n'] === 0) return ok(0);
            const inner = await context.contexts[0]?.send(add(Number(first?.['n']) - 1, { account: 'a' }));
            return inner?.ok === true ? ok(Number(inner.value) + 1) : inner;
          },
        },
      },
      { batching: { concurrency: 1 } },
    );
    expect(shown(await app.mediator.send(add(3, { account: 'a' })))).toBe(3);
    await app.stop();
  });
});

describe('batching: events', () => {
  it('publish of QoS 0 resolves when its batch was handled and names the failure', async () => {
    const hold = gate();
    const { app } = await batchBench({
      'b.seen': {
        kind: 'event',
        size: 2,
        waitMs: 10,
        handle: async (messages) => {
          await hold.promise;
          if (messages.some(({ n }) => n === 9)) throw new Error('broken');
        },
      },
    });
    let over = false;
    const receipts = Promise.all([1, 2].map((n) => app.mediator.publish(event('b.seen', { n }))));
    void receipts.then(() => (over = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(over).toBe(false);
    hold.resolve();
    expect(await receipts).toMatchObject([{ failures: [] }, { failures: [] }]);
    const broken = await Promise.all([3, 9].map((n) => app.mediator.publish(event('b.seen', { n }))));
    expect(broken.map(({ failures }) => failures[0]?.error.message)).toEqual(['broken', 'broken']);
    await app.stop();
  });

  it('an event of a batch may fail without the others', async () => {
    const { app } = await batchBench({
      'b.seen': { kind: 'event', size: 2, waitMs: 10, handle: async () => [ok(), fail('CONFLICT', 'no')] },
    });
    const receipts = await Promise.all([1, 2].map((n) => app.mediator.publish(event('b.seen', { n }))));
    expect(receipts.map(({ failures }) => failures.length)).toEqual([0, 1]);
    await app.stop();
  });

  it('stored events fill batches larger than the number of workers, and are acknowledged after their batch', async () => {
    const hold = gate();
    const batches: number[] = [];
    const { app } = await batchBench(
      {
        'b.stored': {
          kind: 'event',
          qos: 1,
          size: 50,
          waitMs: 10,
          handle: async (messages) => {
            batches.push(messages.length);
            await hold.promise;
          },
        },
      },
      { delivery: { concurrency: 2 } },
    );
    await Promise.all(range(100).map((n) => app.mediator.publish(event('b.stored', { n }))));
    await until(() => batches.length === 2);
    expect(batches).toEqual([50, 50]);
    expect(app.health().queue).toMatchObject({ inFlight: 100, ready: 0 });
    hold.resolve();
    await until(() => app.health().queue.inFlight === 0);
    await app.stop();
  });

  it('a failed batch is delivered again message by message, with attempts counted; only the poisoned one is buried', async () => {
    const log: string[] = [];
    const { app, clock } = await batchBench(
      {
        'b.stored': {
          kind: 'event',
          qos: 1,
          size: 3,
          waitMs: 10,
          handle: async (messages, { attempt }) => {
            log.push(`${numbers(messages).join('+')} at ${attempt}`);
            if (messages.some(({ n }) => n === 2)) throw new CatgaError('CONFLICT', 'poisoned');
          },
        },
      },
      { delivery: { maxDeliveries: 3, firstDelayMs: 100, maxDelayMs: 100 } },
    );
    await Promise.all([1, 2, 3].map((n) => app.mediator.publish(event('b.stored', { n }))));
    await clock.advance(1_000);
    expect(log.toSorted()).toEqual(['1 at 2', '1+2+3 at 1', '2 at 2', '3 at 2']);
    const letters = await app.deadLetters.list();
    expect(
      letters.map(({ entry, attempts, reason }) => [(entry.message as Plain)['n'], attempts, reason.message]),
    ).toEqual([[2, 2, 'poisoned']]);
    await app.stop();
  });

  it('stored messages wait for room without counting as failed', async () => {
    const hold = gate();
    const { app, clock, recorded } = await batchBench(
      {
        'b.stored': { kind: 'event', qos: 1, size: 10, waitMs: 1, handle: () => hold.promise },
      },
      { batching: { concurrency: 1, maxPending: 5, roomWaitMs: 10 } },
    );
    await Promise.all(range(30).map((n) => app.mediator.publish(event('b.stored', { n }))));
    await clock.advance(100);
    hold.resolve();
    const stopped = await app.stop();
    expect(stopped).toMatchObject({ drained: true, undelivered: [], deadLetters: [] });
    expect(recorded.events.filter(({ kind }) => kind === 'redelivery')).toEqual([]);
  });
});

describe('batching: stop', () => {
  it('begins what waits instead of waiting for time, and answers every sender', async () => {
    const { batches, handle } = keeping();
    const { app, clock } = await batchBench({ 'b.add': { size: 100, waitMs: 60_000, handle } });
    const sent = range(5).map((n) => app.mediator.send(add(n)));
    expect(await app.stop()).toMatchObject({ drained: true, unfinished: 0 });
    expect((await Promise.all(sent)).map(shown)).toEqual([0, 1, 2, 3, 4]);
    expect(batches).toEqual([[0, 1, 2, 3, 4]]);
    expect(clock.pending()).toBe(0);
  });

  it('what waits behind a handler that does not end is answered, or goes back to the queue', async () => {
    const batches: (readonly unknown[])[] = [];
    const never = gate();
    const registry = batchRegistry({
      'b.add': { size: 1, waitMs: 0, handle: (messages) => (batches.push(numbers(messages)), never.promise) },
      'b.stored': { kind: 'event', qos: 1, size: 1, waitMs: 0, handle: () => never.promise },
    });
    const app = await createCatga({ service: 'test', registry, batching: { concurrency: 1, maxPending: 2 } });
    const sent = range(4).map((n) => app.mediator.send(add(n)));
    await Promise.all(range(3).map((n) => app.mediator.publish(event('b.stored', { n }))));
    await until(() => app.health().queue.inFlight === 3);
    const report = await app.stop({ timeoutMs: 20 });
    expect(report.drained).toBe(false);
    expect(batches).toEqual([[0]]);
    expect((await Promise.all(sent.slice(1))).map(shown)).toEqual(['STOPPED', 'STOPPED', 'STOPPED']);
    expect(report.undelivered).toHaveLength(3);
    expect(report.unfinished).toBe(2);
  });

  it('aborts the signal of a batch that takes too long', async () => {
    const registry = batchRegistry({
      'b.add': {
        size: 1,
        waitMs: 0,
        handle: (_messages, { signal }) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => resolve(fail('STOPPED', 'stopped')));
          }),
      },
    });
    const app = await createCatga({ service: 'test', registry });
    const sent = app.mediator.send(add(1));
    expect(await app.stop({ timeoutMs: 10 })).toMatchObject({ drained: false, unfinished: 0 });
    expect(shown(await sent)).toBe('STOPPED');
  });
});

describe('batching: options', () => {
  it.each([
    [{ concurrency: 0 }, 'batching.concurrency must be a whole number from 1, but is 0'],
    [{ maxPending: 1.5 }, 'batching.maxPending must be a whole number from 1, but is 1.5'],
    [{ roomWaitMs: -1 }, 'batching.roomWaitMs must be a number of milliseconds from 0, but is -1'],
  ])('refuses %j', async (batching, message) => {
    await expect(createCatga({ service: 'test', registry: batchRegistry({}), batching })).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message,
    });
  });

  it('refuses a registry that does not say how a handler takes batches', async () => {
    const { handle } = keeping();
    const registry = batchRegistry({ 'b.add': { size: 1, waitMs: 0, handle } });
    const [descriptor] = registry.messages;
    const { batches: _batches, ...without } = descriptor ?? ({} as never);
    const stale = { ...registry, messages: [without] };
    await expect(createCatga({ service: 'test', registry: stale })).rejects.toMatchObject({ code: 'REGISTRY_INVALID' });
  });
});
