import { createCatga, ok, type Catga } from 'catga';
import { manualClock, type ManualClock } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { command, event, gate, registryOf, type RegistrySpec, until } from '../support/index.ts';

async function bench(spec: RegistrySpec): Promise<{ app: Catga; clock: ManualClock }> {
  const clock = manualClock();
  return {
    app: await createCatga({ service: 'test', registry: registryOf(spec), clock, delivery: { concurrency: 2 } }),
    clock,
  };
}

describe('stop: draining', () => {
  it.each([true, false])(
    'waits for requests in flight (takesContext: %s), then disposes of the services',
    async (takesContext) => {
      const held = gate();
      const log: string[] = [];
      const { app } = await bench({
        requests: {
          's.command': {
            takesContext,
            handle: async () => {
              await held.promise;
              log.push('handled');
              return ok('done');
            },
          },
        },
        onStop: () => void log.push('disposed'),
      });
      const sending = app.mediator.send(command('s.command'));
      const stopping = app.stop();
      expect(app.health()).toMatchObject({ status: 'stopping', inFlight: 1 });
      held.resolve();
      expect(await stopping).toEqual({ drained: true, unfinished: 0, undelivered: [], deadLetters: [] });
      expect(await sending).toEqual(ok('done'));
      expect(log).toEqual(['handled', 'disposed']);
      expect(app.health().status).toBe('stopped');
    },
  );

  it('handles what is due, and what that brings forth', async () => {
    const log: string[] = [];
    const { app } = await bench({
      requests: {
        's.first': {
          handle: async (_message, context) => {
            await context.publish(event('s.event'));
            return ok(log.push('first'));
          },
        },
        's.last': { handle: async () => ok(log.push('last')) },
      },
      events: {
        's.event': {
          qos: 1,
          handlers: {
            Goes: async (_event, context) => {
              log.push('event');
              await context.enqueue(command('s.last'));
            },
          },
        },
      },
    });
    for (let n = 0; n < 5; n++) await app.mediator.enqueue(command('s.first'));
    expect(await app.stop()).toMatchObject({ drained: true, undelivered: [] });
    expect(log.toSorted()).toEqual([...Array(5).fill('event'), ...Array(5).fill('first'), ...Array(5).fill('last')]);
  });

  it('refuses new work, but not what handlers start', async () => {
    const held = gate();
    const { app } = await bench({
      requests: {
        's.outer': {
          handle: async (_message, context) => {
            await held.promise;
            return await context.send(command('s.inner'));
          },
        },
        's.inner': { handle: async () => ok('inner') },
      },
      events: { 's.now': {}, 's.later': { qos: 1 } },
    });
    const sending = app.mediator.send(command('s.outer'));
    const stopping = app.stop();
    const refused = { code: 'STOPPED', retryable: false };
    expect(await app.mediator.send(command('s.inner'))).toMatchObject({ error: refused });
    await expect(app.mediator.publish(event('s.now'))).rejects.toMatchObject(refused);
    await expect(app.mediator.publish(event('s.later'))).rejects.toMatchObject(refused);
    await expect(app.mediator.enqueue(command('s.inner'))).rejects.toMatchObject(refused);
    held.resolve();
    expect(await sending).toEqual(ok('inner'));
    await stopping;
  });

  it('says what was left: delayed messages and dead letters', async () => {
    const { app, clock } = await bench({
      requests: { 's.command': { handle: async () => ok() } },
      events: {
        's.poison': { qos: 2, handlers: { Bad: () => Promise.reject(new Error('no')) } },
      },
    });
    await app.mediator.enqueue(command('s.command'), { delayMs: 60_000, messageId: 'later' });
    await app.mediator.publish(event('s.poison'), { messageId: 'waits' });
    await clock.advance(0);
    const report = await app.stop();
    expect(report).toMatchObject({ drained: true, deadLetters: [] });
    expect(report.undelivered.map(({ messageId }) => messageId)).toEqual(['later', 'waits']);
    expect(clock.pending()).toBe(0);
  });

  it('gives the same report when called again, and by disposal', async () => {
    let stops = 0;
    const { app } = await bench({ onStop: () => void stops++ });
    const [first, second] = await Promise.all([app.stop(), app.stop()]);
    await app[Symbol.asyncDispose]();
    expect(second).toBe(first);
    expect(stops).toBe(1);
  });

  it('passes on what disposal throws, everything else stopped', async () => {
    const { app } = await bench({ onStop: () => Promise.reject(new Error('still busy')) });
    await expect(app.stop()).rejects.toThrow('still busy');
    expect(app.health().status).toBe('stopped');
  });
});

describe('stop: time-out', () => {
  it('aborts what takes longer, and gives stored messages back instead of counting them as failed', async () => {
    const aborted: string[] = [];
    const { app, clock } = await bench({
      requests: {
        's.polite': {
          handle: (_message, context) =>
            new Promise((_resolve, reject) => {
              context.signal.addEventListener('abort', () => {
                aborted.push(context.messageType);
                reject(context.signal.reason as Error);
              });
            }),
        },
      },
    });
    const sending = app.mediator.send(command('s.polite'));
    await app.mediator.enqueue(command('s.polite'), { messageId: 'cut' });
    await clock.advance(0);
    const stopping = app.stop({ timeoutMs: 1_000 });
    await clock.advance(999);
    expect(aborted).toEqual([]);
    await clock.advance(1);
    const report = await stopping;
    expect(aborted).toEqual(['s.polite', 's.polite']);
    expect(await sending).toMatchObject({ error: { code: 'STOPPED' } });
    expect(report).toMatchObject({
      drained: false,
      unfinished: 0,
      deadLetters: [],
      undelivered: [{ messageId: 'cut' }],
    });
    expect(clock.pending()).toBe(0);
  });

  it('aborts a signal that is read only afterwards, and keeps count of what is sent then', async () => {
    const held = gate();
    const seen: unknown[] = [];
    const { app, clock } = await bench({
      requests: {
        's.late': {
          handle: async (_message, context) => {
            await held.promise;
            seen.push(context.signal.aborted, await context.send(command('s.inner'), { timeoutMs: 5_000 }));
            seen.push(await context.send(command('s.timed')));
            return ok();
          },
        },
        's.inner': { handle: async () => ok() },
        's.timed': { timeoutMs: 1_000, handle: async () => ok() },
      },
    });
    const sending = app.mediator.send(command('s.late'));
    const stopping = app.stop({ timeoutMs: 1_000 });
    await clock.advance(1_000);
    held.resolve();
    await Promise.all([sending, stopping]);
    const cancelled = { ok: false, error: { code: 'CANCELLED' } };
    expect(seen).toMatchObject([true, cancelled, cancelled]);
    expect(app.health().inFlight).toBe(0);
  });

  it('does not wait for ever for a handler that ignores its signal', async () => {
    const held = gate();
    const log: string[] = [];
    const { app, clock } = await bench({
      requests: { 's.stubborn': { handle: () => held.promise.then(() => ok()) } },
      onStop: () => void log.push('disposed'),
    });
    const sending = app.mediator.send(command('s.stubborn'));
    await app.mediator.enqueue(command('s.stubborn'), { messageId: 'stuck' });
    await clock.advance(0);
    const stopping = app.stop({ timeoutMs: 1_000 });
    await clock.advance(1_500);
    const report = await stopping;
    expect(report).toMatchObject({ drained: false, unfinished: 2, undelivered: [{ messageId: 'stuck' }] });
    expect(log).toEqual(['disposed']);
    held.resolve();
    await sending;
    await until(() => app.health().inFlight === 0);
  });

  it('delivers what is being stored at that moment', async () => {
    const ran: string[] = [];
    const registry = registryOf({
      events: { 's.event': { qos: 1, handlers: { Log: async () => void ran.push('handled') } } },
    });
    const app = await createCatga({ service: 'test', registry });
    const published = app.mediator.publish(event('s.event'));
    expect(await app.stop()).toMatchObject({ drained: true, unfinished: 0, undelivered: [] });
    expect(await published).toMatchObject({ stored: true });
    expect(ran).toEqual(['handled']);
  });
});
