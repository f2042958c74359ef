import { createCatga, fail, ok, type Catga } from 'catga';
import { createTestCatga, manualClock, type ManualClock } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { onAbort } from '../../../runtime/async/index.ts';
import { command, event, gate, registryOf, type RegistrySpec, type RequestFunction } from '../support/index.ts';

async function bench(spec: RegistrySpec): Promise<{ app: Catga; clock: ManualClock }> {
  const clock = manualClock();
  return { app: await createCatga({ service: 'test', registry: registryOf(spec), clock }), clock };
}

const holding =
  (held: { readonly promise: Promise<void> }, after: RequestFunction = async () => ok('late')): RequestFunction =>
  async (message, context) => {
    void context.signal;
    await held.promise;
    return await after(message, context);
  };

describe('limits: time-out', () => {
  it.each<[string, number | undefined, number | undefined, number]>([
    ['of the caller', 1_000, undefined, 1_000],
    ['of the message', undefined, 2_000, 2_000],
    ['of the caller rather than of the message, when shorter', 1_000, 2_000, 1_000],
    ['of the caller rather than of the message, when longer', 3_000, 2_000, 3_000],
  ])('%s: answers with TIMEOUT although the handler goes on', async (_whose, timeoutMs, own, expected) => {
    const held = gate();
    const signals: AbortSignal[] = [];
    const { app, clock } = await bench({
      requests: {
        'l.command': {
          ...(own === undefined ? {} : { timeoutMs: own }),
          handle: holding(held, async (_message, context) => ok(signals.push(context.signal))),
        },
      },
    });
    let answer: unknown;
    const sending = app.mediator
      .send(command('l.command'), timeoutMs === undefined ? {} : { timeoutMs })
      .then((result) => (answer = result));
    await clock.advance(expected - 1);
    expect(answer).toBeUndefined();
    await clock.advance(1);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'TIMEOUT', retryable: true, message: `l.command took longer than ${expected} ms` },
    });
    expect(app.health().inFlight).toBe(1);
    held.resolve();
    await sending;
    await clock.advance(0);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(app.health().inFlight).toBe(0);
    expect(clock.pending()).toBe(0);
    await app.stop();
  });

  it('leaves no timer and no listener behind when the handler is in time', async () => {
    const { app, clock } = await bench({ requests: { 'l.command': { timeoutMs: 2_000, handle: async () => ok() } } });
    const caller = new AbortController();
    const added: string[] = [];
    const removed: string[] = [];
    const { signal } = caller;
    const watched = new Proxy(signal, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (key === 'addEventListener') added.push('abort');
        if (key === 'removeEventListener') removed.push('abort');
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
    for (let n = 0; n < 100; n++) await app.mediator.send(command('l.command'), { signal: watched, timeoutMs: 500 });
    expect([added.length, removed.length]).toEqual([100, 100]);
    expect(clock.pending()).toBe(0);
    await app.stop();
  });

  it('takes no effect after the time-out: rolls back, releases nothing, and reports what came late', async () => {
    const held = gate();
    const log: string[] = [];
    const clock = manualClock();
    const app = await createTestCatga({
      clock,
      registry: registryOf({
        requests: {
          'l.command': {
            timeoutMs: 1_000,
            handle: async (_message, context) => {
              context.unitOfWork.enlist({
                commit: () => void log.push('committed'),
                rollback: () => void log.push('rolled back'),
              });
              await context.publish(event('l.event'));
              await held.promise;
              return ok('late');
            },
          },
        },
        events: { 'l.event': { qos: 1, handlers: { Sees: async () => void log.push('saw') } } },
      }),
    });
    const sending = app.mediator.send(command('l.command'));
    await clock.advance(1_000);
    expect(await sending).toMatchObject({ error: { code: 'TIMEOUT' } });
    held.resolve();
    await clock.advance(0);
    expect(log).toEqual(['rolled back']);
    expect(app.recorded.of('late')).toMatchObject([
      { context: { messageType: 'l.command' }, error: { code: 'CANCELLED' } },
    ]);
    await app.stop();
    expect(log).toEqual(['rolled back']);
  });

  it('refuses the context of a message that was given up', async () => {
    const held = gate();
    const late: unknown[] = [];
    const { app, clock } = await bench({
      requests: {
        'l.command': {
          handle: holding(held, async (_message, context) => {
            late.push(await context.publish(event('l.event')).catch((error: unknown) => error));
            late.push(await context.send(command('l.other')));
            return ok();
          }),
        },
        'l.other': { handle: async () => ok() },
      },
      events: { 'l.event': { qos: 1 } },
    });
    const sending = app.mediator.send(command('l.command'), { timeoutMs: 10 });
    await clock.advance(10);
    await sending;
    held.resolve();
    await clock.advance(0);
    expect(late).toMatchObject([{ code: 'HANDLER_FAILED' }, { ok: false, error: { code: 'HANDLER_FAILED' } }]);
    await app.stop();
  });

  it('says OUTCOME_UNKNOWN when the time is up during the commit', async () => {
    const held = gate();
    const { app, clock } = await bench({
      requests: {
        'l.command': {
          timeoutMs: 1_000,
          handle: async (_message, context) => {
            context.unitOfWork.enlist({ commit: () => held.promise });
            return ok();
          },
        },
      },
    });
    const sending = app.mediator.send(command('l.command'));
    await clock.advance(1_000);
    expect(await sending).toMatchObject({ error: { code: 'OUTCOME_UNKNOWN', retryable: false } });
    held.resolve();
    await app.stop();
  });

  it.each([0, -1, Number.NaN])('refuses a time-out of %s', async (timeoutMs) => {
    const { app } = await bench({ requests: { 'l.command': { handle: async () => ok() } } });
    expect(await app.mediator.send(command('l.command'), { timeoutMs })).toMatchObject({
      error: { code: 'CONFIGURATION_INVALID' },
    });
    await app.stop();
  });

  it('keeps a failure that comes in time', async () => {
    const { app } = await bench({
      requests: {
        'l.command': { timeoutMs: 1_000, handle: async () => fail('CONFLICT', 'no') },
        'l.throws': {
          timeoutMs: 1_000,
          handle: () => {
            throw new Error('at once');
          },
        },
      },
    });
    expect(await app.mediator.send(command('l.command'))).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await app.mediator.send(command('l.throws'))).toMatchObject({ error: { code: 'HANDLER_FAILED' } });
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });
});

describe('limits: cancellation', () => {
  it('does not even start when the signal had been aborted before', async () => {
    let started = 0;
    const { app } = await bench({ requests: { 'l.command': { handle: async () => ok(started++) } } });
    const result = await app.mediator.send(command('l.command'), { signal: AbortSignal.abort('gone') });
    expect(result).toMatchObject({ error: { code: 'CANCELLED', cause: 'gone' } });
    expect(started).toBe(0);
    await app.stop();
  });

  it('answers at once when aborted meanwhile, and aborts the signal of the handler', async () => {
    const held = gate();
    let inner: AbortSignal | undefined;
    const { app } = await bench({
      requests: {
        'l.command': {
          handle: async (_message, context) => {
            inner = context.signal;
            await held.promise;
            return ok();
          },
        },
      },
    });
    const caller = new AbortController();
    const sending = app.mediator.send(command('l.command'), { signal: caller.signal });
    caller.abort(new Error('user left'));
    expect(await sending).toMatchObject({
      error: { code: 'CANCELLED', retryable: false, cause: { message: 'user left' } },
    });
    expect(inner?.aborted).toBe(true);
    held.resolve();
    await app.stop();
  });

  it('changes nothing when aborted afterwards', async () => {
    let inner: AbortSignal | undefined;
    const { app } = await bench({
      requests: { 'l.command': { handle: async (_message, context) => ok((inner = context.signal).aborted) } },
    });
    const caller = new AbortController();
    expect(await app.mediator.send(command('l.command'), { signal: caller.signal })).toEqual(ok(false));
    caller.abort();
    expect(inner?.aborted).toBe(false);
    await app.stop();
  });

  it('a nested message with limits of its own still ends with its sender', async () => {
    const held = gate();
    const { app } = await bench({
      requests: {
        'l.outer': {
          handle: async (_message, context) => await context.send(command('l.inner'), { timeoutMs: 60_000 }),
        },
        'l.inner': { handle: holding(held) },
      },
    });
    const caller = new AbortController();
    const sending = app.mediator.send(command('l.outer'), { signal: caller.signal });
    caller.abort();
    expect(await sending).toMatchObject({ error: { code: 'CANCELLED' } });
    held.resolve();
    await app.stop();
  });
});

describe('onAbort', () => {
  it('runs each task once, those called off not at all, and keeps one listener however many there are', () => {
    const controller = new AbortController();
    const ran: number[] = [];
    const off = Array.from({ length: 50 }, (_each, index) => onAbort(controller.signal, () => void ran.push(index)));
    off[1]?.();
    controller.abort();
    controller.abort();
    expect(ran).toEqual(Array.from({ length: 50 }, (_each, index) => index).filter((index) => index !== 1));
  });
});
