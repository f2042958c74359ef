import { CatgaError, createCatga, fail, ok, type Catga } from 'catga';
import {
  collectingInstrumentation,
  manualClock,
  type CollectingInstrumentation,
  type ManualClock,
} from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { command, event, gate, registryOf, type RegistrySpec } from '../support/index.ts';

interface Bench {
  readonly app: Catga;
  readonly clock: ManualClock;
  readonly recorded: CollectingInstrumentation;
}

async function bench(spec: RegistrySpec, maxDeliveries = 3): Promise<Bench> {
  const clock = manualClock();
  const recorded = collectingInstrumentation();
  const app = await createCatga({
    service: 'test',
    registry: registryOf(spec),
    clock,
    instrumentation: recorded,
    delivery: { maxDeliveries, firstDelayMs: 100, maxDelayMs: 1_000 },
  });
  return { app, clock, recorded };
}

describe('delivery: redelivery', () => {
  it('delivers again only to the handler that failed', async () => {
    const ran: string[] = [];
    const { app, clock } = await bench({
      events: {
        'd.event': {
          qos: 1,
          handlers: {
            Good: async (_event, context) => void ran.push(`good ${context.attempt}`),
            Bad: async (_event, context) => {
              ran.push(`bad ${context.attempt}`);
              if (context.attempt < 3) throw new Error('not yet');
            },
          },
        },
      },
    });
    await app.mediator.publish(event('d.event'));
    await clock.advance(10_000);
    expect(ran).toEqual(['good 1', 'bad 1', 'bad 2', 'bad 3']);
    expect(await app.deadLetters.list()).toEqual([]);
    await app.stop();
  });

  it('waits longer each time, up to the limit', async () => {
    const { app, clock, recorded } = await bench(
      { events: { 'd.event': { qos: 1, handlers: { Bad: () => Promise.reject(new Error('no')) } } } },
      7,
    );
    await app.mediator.publish(event('d.event'));
    await clock.advance(60_000);
    const delays = recorded.of('redelivery').map(({ delayMs }) => delayMs);
    expect(delays).toHaveLength(6);
    for (const [index, delayMs] of delays.entries()) {
      const least = Math.min(1_000, 100 * 2 ** index);
      expect(delayMs).toBeGreaterThanOrEqual(least);
      expect(delayMs).toBeLessThanOrEqual(Math.min(1_000, least * 1.25));
    }
    await app.stop();
  });

  it('moves it to the dead letters after exactly the allowed deliveries, with all that is needed to look into it', async () => {
    let calls = 0;
    const { app, clock, recorded } = await bench({
      requests: {
        'd.command': {
          handle: async () => {
            throw new Error(`call ${++calls}`);
          },
        },
      },
    });
    await app.mediator.enqueue(command('d.command', { n: 1 }), { messageId: 'm-1', correlationId: 'c-1' });
    await clock.advance(60_000);
    expect(calls).toBe(3);
    expect(await app.deadLetters.list()).toMatchObject([
      {
        attempts: 3,
        reason: { code: 'HANDLER_FAILED', message: 'call 3' },
        entry: { messageId: 'm-1', correlationId: 'c-1', messageType: 'd.command', message: { n: 1 } },
      },
    ]);
    expect(recorded.of('deadLettered')).toMatchObject([{ error: { message: 'call 3' } }]);
    expect(app.health().queue).toEqual({ ready: 0, delayed: 0, inFlight: 0, deadLetters: 1 });
    await app.stop();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['answers with', async () => fail('VALIDATION_FAILED', 'bad')],
    [
      'throws',
      async () => {
        throw new CatgaError('VALIDATION_FAILED', 'bad');
      },
    ],
  ])('moves it there at once when a handler %s a failure that is not retryable', async (_how, handle) => {
    let calls = 0;
    const { app, clock } = await bench({
      requests: {
        'd.command': {
          handle: () => {
            calls++;
            return handle();
          },
        },
      },
    });
    await app.mediator.enqueue(command('d.command'));
    await clock.advance(60_000);
    expect(calls).toBe(1);
    expect(await app.deadLetters.list()).toMatchObject([{ attempts: 1, reason: { code: 'VALIDATION_FAILED' } }]);
    await app.stop();
  });

  it('does not let one poisoned message hold up others', async () => {
    const handled: unknown[] = [];
    const { app, clock } = await bench({
      requests: {
        'd.command': {
          handle: async ({ n }) => {
            if (n === 0) throw new Error('poison');
            return ok(handled.push(n));
          },
        },
      },
    });
    for (let n = 0; n < 50; n++) await app.mediator.enqueue(command('d.command', { n }));
    await clock.advance(0);
    expect(handled).toHaveLength(49);
    await app.stop();
  });

  it('replays and discards dead letters', async () => {
    let isBroken = true;
    const handled: unknown[] = [];
    const { app, clock } = await bench(
      {
        requests: {
          'd.command': {
            handle: async ({ n }, context) => {
              if (isBroken) throw new Error('no');
              return ok(handled.push([n, context.attempt]));
            },
          },
        },
      },
      1,
    );
    await app.mediator.enqueue(command('d.command', { n: 1 }));
    await app.mediator.enqueue(command('d.command', { n: 2 }));
    await clock.advance(0);
    isBroken = false;
    const [first, second] = await app.deadLetters.list();
    expect(await app.deadLetters.replay(first?.entry.id ?? '')).toBe(true);
    expect(await app.deadLetters.discard(second?.entry.id ?? '')).toBe(true);
    await clock.advance(0);
    expect(handled).toEqual([[1, 1]]);
    expect(await app.deadLetters.list()).toEqual([]);
    await app.stop();
  });
});

const timed = (handled: unknown[]): RegistrySpec => ({
  requests: {
    'd.command': { handle: async ({ n }) => ok(handled.push(n)) },
    'd.delayed': { delayMs: 5_000, handle: async ({ n }) => ok(handled.push(n)) },
  },
  events: {
    'd.volatile': { qos: 0, handlers: { Sees: async ({ n }) => void handled.push(n) } },
    'd.failing': { qos: 0, handlers: { Fails: () => Promise.reject(new Error('no')) } },
  },
});

describe('delivery: time', () => {
  it.each<[string, (clock: ManualClock) => object]>([
    ['delayMs', () => ({ delayMs: 60_000 })],
    ['deliverAt', (clock) => ({ deliverAt: new Date(clock.now() + 60_000) })],
  ])('%s holds a message back', async (_option, options) => {
    const handled: unknown[] = [];
    const { app, clock } = await bench(timed(handled));
    const receipt = await app.mediator.enqueue(command('d.command', { n: 1 }), options(clock));
    expect(receipt.stored).toBe(true);
    await clock.advance(59_999);
    expect(handled).toEqual([]);
    await clock.advance(1);
    expect(handled).toEqual([1]);
    await app.stop();
  });

  it('takes the delay of the message, unless told otherwise', async () => {
    const handled: unknown[] = [];
    const { app, clock } = await bench(timed(handled));
    await app.mediator.enqueue(command('d.delayed', { n: 1 }));
    await app.mediator.enqueue(command('d.delayed', { n: 2 }), { delayMs: 0 });
    await clock.advance(0);
    expect(handled).toEqual([2]);
    await clock.advance(5_000);
    expect(handled).toEqual([2, 1]);
    await app.stop();
  });

  it('delivers at once what should have been delivered in the past', async () => {
    const handled: unknown[] = [];
    const { app, clock } = await bench(timed(handled));
    await app.mediator.enqueue(command('d.command', { n: 1 }), { deliverAt: new Date(0) });
    await clock.advance(0);
    expect(handled).toEqual([1]);
    await app.stop();
  });

  it('stores an event of QoS 0 that is delayed, and delivers it once at most', async () => {
    const handled: unknown[] = [];
    const { app, clock } = await bench(timed(handled));
    expect(await app.mediator.publish(event('d.volatile', { n: 1 }), { delayMs: 10 })).toMatchObject({ stored: true });
    expect(await app.mediator.publish(event('d.failing'), { delayMs: 10 })).toMatchObject({ stored: true });
    await clock.advance(10);
    expect(handled).toEqual([1]);
    expect(await app.deadLetters.list()).toMatchObject([{ attempts: 1 }]);
    await app.stop();
  });

  it.each<[string, object]>([
    ['both', { delayMs: 1, deliverAt: new Date() }],
    ['a negative delay', { delayMs: -1 }],
    ['no number', { delayMs: Number.NaN }],
    ['no date', { deliverAt: new Date(Number.NaN) }],
  ])('refuses %s', async (_what, options) => {
    const { app } = await bench(timed([]));
    await expect(app.mediator.enqueue(command('d.command'), options)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    });
    await app.stop();
  });
});

const once = (handled: unknown[], hold?: Promise<void>): RegistrySpec => ({
  requests: {
    'd.command': {
      handle: async ({ n }) => {
        await hold;
        return ok(handled.push(n));
      },
    },
  },
  events: {
    'd.once': { qos: 2, handlers: { Sees: async ({ n }) => void handled.push(n) } },
    'd.least': { qos: 1, handlers: { Sees: async ({ n }) => void handled.push(n) } },
  },
});

const enqueueSame = (app: Catga, n: number) => app.mediator.enqueue(command('d.command', { n }), { messageId: 'same' });

describe('delivery: duplicates', () => {
  it('handles one id once: waiting, being handled and handled', async () => {
    const handled: unknown[] = [];
    const held = gate();
    const { app, clock, recorded } = await bench(once(handled, held.promise));
    await enqueueSame(app, 1);
    await enqueueSame(app, 2);
    await clock.advance(0);
    await enqueueSame(app, 3);
    held.resolve();
    await clock.advance(0);
    await enqueueSame(app, 4);
    await clock.advance(0);
    expect(handled).toEqual([1]);
    expect(recorded.of('stored').map(({ duplicates }) => duplicates)).toEqual([0, 1, 1, 1]);
    await app.stop();
  });

  it('forgets the id of a QoS 1 message after the window, of a QoS 2 message later', async () => {
    const handled: unknown[] = [];
    const { app, clock } = await bench(once(handled));
    const publish = async (type: string, n: number) => {
      await app.mediator.publish(event(type, { n }), { messageId: 'same' });
      await clock.advance(0);
    };
    await publish('d.least', 1);
    await publish('d.once', 10);
    await clock.advance(119_999);
    await publish('d.least', 2);
    await clock.advance(1);
    await publish('d.least', 3);
    await publish('d.once', 11);
    await clock.advance(86_400_000);
    await publish('d.once', 12);
    expect(handled).toEqual([1, 10, 3, 12]);
    await app.stop();
  });

  it('tells messages of different types with one id apart', async () => {
    const handled: unknown[] = [];
    const { app, clock } = await bench(once(handled));
    await app.mediator.publish(event('d.least', { n: 1 }), { messageId: 'same' });
    await app.mediator.publish(event('d.once', { n: 2 }), { messageId: 'same' });
    await clock.advance(0);
    expect(handled).toEqual([1, 2]);
    await app.stop();
  });
});

describe('delivery: bounds', () => {
  it('lets timers and sockets have their turn, even under work without end', async () => {
    const registry = registryOf({
      requests: {
        'd.again': {
          handle: async (_message, context) => {
            await context.enqueue(command('d.again'));
            return ok();
          },
        },
      },
    });
    const app = await createCatga({ service: 'test', registry });
    await app.mediator.enqueue(command('d.again'));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const report = await app.stop({ timeoutMs: 1 });
    expect(report).toMatchObject({ drained: false, unfinished: 0 });
    expect(report.undelivered).toHaveLength(1);
  });

  it('handles as many at a time as told', async () => {
    const held = gate();
    let running = 0;
    let most = 0;
    const registry = registryOf({
      requests: {
        'd.command': {
          handle: async () => {
            most = Math.max(most, ++running);
            await held.promise;
            running--;
            return ok();
          },
        },
      },
    });
    const clock = manualClock();
    const app = await createCatga({ service: 'test', registry, clock, delivery: { concurrency: 3 } });
    for (let n = 0; n < 10; n++) await app.mediator.enqueue(command('d.command'));
    await clock.advance(0);
    expect([running, app.health().queue]).toMatchObject([3, { ready: 7, inFlight: 3 }]);
    held.resolve();
    await app.stop();
    expect(most).toBe(3);
  });

  it('makes publishers wait when full, then refuses, and loses nothing that it took', async () => {
    const held = gate();
    let handled = 0;
    const registry = registryOf({
      requests: {
        'd.command': {
          handle: async () => {
            await held.promise;
            return ok(handled++);
          },
        },
      },
    });
    const clock = manualClock();
    const app = await createCatga({ service: 'test', registry, clock, queue: { capacity: 5, roomWaitMs: 1_000 } });
    const outcomes = Array.from({ length: 8 }, () =>
      app.mediator.enqueue(command('d.command')).then(
        () => 'stored',
        (error: unknown) => (error as CatgaError).code,
      ),
    );
    await clock.advance(1_000);
    held.resolve();
    const codes = await Promise.all(outcomes);
    expect(codes.filter((code) => code === 'stored')).toHaveLength(5);
    expect(codes.filter((code) => code === 'OVERLOADED')).toHaveLength(3);
    await app.stop();
    expect(handled).toBe(5);
  });
});
