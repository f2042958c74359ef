import { createCatga, fail, ok, type Catga } from 'catga';
import { describe, expect, it } from 'vitest';
import { command, event, gate, registryOf, until } from '../support/index.ts';

interface Bench {
  readonly app: Catga;
  readonly running: () => number;
  readonly most: () => number;
}

async function bench(): Promise<Bench> {
  let running = 0;
  let most = 0;
  const registry = registryOf({
    requests: {
      'b.square': {
        handle: async (message) => {
          most = Math.max(most, ++running);
          // Later messages end sooner, so that order has to be kept on purpose.
          for (let turn = 10; turn > (message['n'] as number); turn--) await Promise.resolve();
          running--;
          const n = message['n'] as number;
          return n < 0 ? fail('VALIDATION_FAILED', 'negative') : ok(n * n);
        },
      },
    },
    events: { 'b.event': { handlers: { Fails: async () => Promise.reject(new Error('no')) } } },
  });
  return { app: await createCatga({ service: 'test', registry }), running: () => running, most: () => most };
}

const squares = (numbers: readonly number[]) => numbers.map((n) => command<number>('b.square', { n }));

async function* yielding<T>(
  items: readonly T[],
  onPull: (index: number) => void,
  onReturn: () => void,
): AsyncGenerator<T> {
  try {
    for (const [index, item] of items.entries()) {
      onPull(index);
      yield item;
    }
  } finally {
    onReturn();
  }
}

async function* broken(): AsyncGenerator<ReturnType<typeof command<number>>> {
  yield* squares([2, 3]);
  throw new Error('source is gone');
}

describe('mediator: batches', () => {
  it('sendBatch keeps the order, and every failure in its place', async () => {
    const { app, most } = await bench();
    const results = await app.mediator.sendBatch(squares([1, -2, 3, 4, 5, 6]), { concurrency: 3 });
    expect(results.map((result) => (result.ok ? result.value : result.error.code))).toEqual([
      1,
      'VALIDATION_FAILED',
      9,
      16,
      25,
      36,
    ]);
    expect(most()).toBe(3);
    await app.stop();
  });

  it('sendBatch answers an empty batch, and one with a senseless bound, without rejecting', async () => {
    const { app } = await bench();
    expect(await app.mediator.sendBatch([])).toEqual([]);
    const refused = await app.mediator.sendBatch(squares([1, 2]), { concurrency: 0 });
    expect(refused).toMatchObject([
      { error: { code: 'CONFIGURATION_INVALID' } },
      { error: { code: 'CONFIGURATION_INVALID' } },
    ]);
    await app.stop();
  });

  it('sendBatch gives every message the options', async () => {
    const seen: string[] = [];
    const registry = registryOf({
      requests: { 'b.id': { handle: async (_message, context) => ok(seen.push(context.correlationId)) } },
    });
    const app = await createCatga({ service: 'test', registry });
    await app.mediator.sendBatch([command('b.id'), command('b.id')], { correlationId: 'c-1' });
    expect(seen).toEqual(['c-1', 'c-1']);
    const aborted = await app.mediator.sendBatch([command('b.id')], { signal: AbortSignal.abort() });
    expect(aborted).toMatchObject([{ error: { code: 'CANCELLED' } }]);
    await app.stop();
  });

  it('publishBatch keeps receipts and refusals in order', async () => {
    const { app } = await bench();
    const outcomes = await app.mediator.publishBatch([event('b.event'), event('b.unknown')]);
    expect(outcomes).toMatchObject([
      { ok: true, value: { handlers: 1, failures: [{ handler: 'Fails', error: { message: 'no' } }] } },
      { ok: false, error: { code: 'UNKNOWN_MESSAGE' } },
    ]);
    await app.stop();
  });
});

describe('mediator: sendStream', () => {
  it('yields the results in order, never more at a time than asked for', async () => {
    const { app, most } = await bench();
    const results: unknown[] = [];
    for await (const result of app.mediator.sendStream(squares([1, 2, 3, 4, 5]), { concurrency: 2 })) {
      results.push(result.ok ? result.value : result.error.code);
    }
    expect(results).toEqual([1, 4, 9, 16, 25]);
    expect(most()).toBe(2);
    await app.stop();
  });

  it('pulls only as results are consumed', async () => {
    const { app } = await bench();
    let pulled = 0;
    const source = yielding(
      squares([1, 2, 3, 4, 5, 6]),
      () => pulled++,
      () => undefined,
    );
    const results = app.mediator.sendStream(source, { concurrency: 2 });
    expect(pulled).toBe(0);
    await results.next();
    expect(pulled).toBe(2);
    await results.next();
    expect(pulled).toBe(3);
    await results.return();
    await app.stop();
  });

  it('stops pulling and closes the source when the consumer stops', async () => {
    const { app, running } = await bench();
    let pulled = 0;
    let closed = 0;
    const source = yielding(
      squares([1, 2, 3, 4, 5, 6]),
      () => pulled++,
      () => closed++,
    );
    for await (const result of app.mediator.sendStream(source, { concurrency: 2 })) {
      expect(result.ok).toBe(true);
      break;
    }
    expect([pulled, closed, running()]).toEqual([2, 1, 0]);
    await app.stop();
  });

  it('throws the error of the source after the results before it', async () => {
    const { app } = await bench();
    const results: unknown[] = [];
    const all = (async () => {
      for await (const result of app.mediator.sendStream(broken(), { concurrency: 4 })) results.push(result);
    })();
    await expect(all).rejects.toThrow('source is gone');
    expect(results).toEqual([ok(4), ok(9)]);
    await app.stop();
  });

  it('rejects a senseless bound on the first pull', async () => {
    const { app } = await bench();
    await expect(app.mediator.sendStream([], { concurrency: 1.5 }).next()).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    });
    await app.stop();
  });

  it('waits for what it has sent before it returns', async () => {
    const held = gate();
    let ended = 0;
    const registry = registryOf({
      requests: {
        'b.first': { handle: async () => ok(1) },
        'b.held': {
          handle: async () => {
            await held.promise;
            ended++;
            return ok(2);
          },
        },
      },
    });
    const app = await createCatga({ service: 'test', registry });
    const results = app.mediator.sendStream([command('b.first'), command('b.held')], { concurrency: 2 });
    await results.next();
    let returned = false;
    const returning = results.return().then(() => (returned = true));
    await until(() => app.health().inFlight === 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(returned).toBe(false);
    held.resolve();
    await returning;
    expect(ended).toBe(1);
    await app.stop();
  });
});
