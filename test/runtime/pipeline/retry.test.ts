import { CatgaError, createCatga, fail, ok, type Catga } from 'catga';
import { manualClock, type ManualClock } from 'catga/testing';
import { describe, expect, it, vi } from 'vitest';
import { backoff } from '../../../runtime/pipeline/index.ts';
import { command, event, registryOf, type RequestFunction } from '../support/index.ts';

const policy = { retries: 3, backoff: 'fixed', delayMs: 100 } as const;

async function bench(handle: RequestFunction): Promise<{ app: Catga; clock: ManualClock; saw: string[] }> {
  const clock = manualClock();
  const saw: string[] = [];
  const registry = registryOf({
    requests: { 'r.command': { retry: policy, handle } },
    events: { 'r.event': { qos: 1, handlers: { Sees: async ({ n }) => void saw.push(String(n)) } } },
  });
  return { app: await createCatga({ service: 'test', registry, clock }), clock, saw };
}

describe('retry', () => {
  it('runs again while the failure is retryable, and shows the attempt', async () => {
    const attempts: number[] = [];
    const { app, clock } = await bench(async (_message, context) => {
      attempts.push(context.attempt);
      if (attempts.length === 1) throw new Error('thrown');
      if (attempts.length === 2) return fail('TRANSPORT_FAILED', 'answered');
      return ok('third');
    });
    const sending = app.mediator.send(command('r.command'));
    await clock.advance(1_000);
    expect(await sending).toEqual(ok('third'));
    expect(attempts).toEqual([1, 2, 3]);
    await app.stop();
  });

  it('gives up after the repetitions allowed, with the last failure', async () => {
    let calls = 0;
    const { app, clock } = await bench(async () => {
      throw new Error(`call ${++calls}`);
    });
    const sending = app.mediator.send(command('r.command'));
    await clock.advance(10_000);
    expect(await sending).toMatchObject({ error: { message: 'call 4' } });
    expect(calls).toBe(4);
    await app.stop();
  });

  it.each<[string, () => unknown]>([
    ['answered', () => fail('CONFLICT', 'no')],
    ['thrown', () => Promise.reject(new CatgaError('VALIDATION_FAILED', 'no'))],
    ['told not to', () => fail('TRANSPORT_FAILED', 'no', { retryable: false })],
  ])('does not repeat a failure that is not retryable (%s)', async (_how, end) => {
    let calls = 0;
    const { app } = await bench(async () => {
      calls++;
      return await end();
    });
    expect((await app.mediator.send(command('r.command'))).ok).toBe(false);
    expect(calls).toBe(1);
    await app.stop();
  });

  it('drops what a failed attempt had changed and published', async () => {
    const log: string[] = [];
    let calls = 0;
    const { app, clock, saw } = await bench(async (_message, context) => {
      const n = ++calls;
      context.unitOfWork.enlist({
        commit: () => void log.push(`${n} committed`),
        rollback: () => void log.push(`${n} rolled back`),
      });
      await context.publish(event('r.event', { n }));
      if (n === 1) throw new Error('no');
      return ok();
    });
    const sending = app.mediator.send(command('r.command'));
    await clock.advance(1_000);
    await sending;
    await app.stop();
    expect(log).toEqual(['1 rolled back', '2 committed']);
    expect(saw).toEqual(['2']);
  });

  it('stops when the caller gives up', async () => {
    let calls = 0;
    const { app, clock } = await bench(async () => {
      calls++;
      throw new Error('no');
    });
    const caller = new AbortController();
    const sending = app.mediator.send(command('r.command'), { signal: caller.signal });
    await clock.advance(0);
    caller.abort();
    expect(await sending).toMatchObject({ error: { code: 'CANCELLED' } });
    await clock.advance(10_000);
    expect(calls).toBe(1);
    expect(app.health().inFlight).toBe(0);
    expect(clock.pending()).toBe(0);
    await app.stop();
  });

  it('does not begin an attempt that the deadline would cut off', async () => {
    let calls = 0;
    const { app, clock } = await bench(async () => {
      calls++;
      throw new Error(`call ${calls}`);
    });
    const sending = app.mediator.send(command('r.command'), { timeoutMs: 50 });
    await clock.advance(0);
    expect(await sending).toMatchObject({ error: { code: 'HANDLER_FAILED', message: 'call 1' } });
    await app.stop();
  });
});

describe('backoff', () => {
  it.each([
    ['fixed', 0, [100, 100, 100]],
    ['fixed', 1, [125, 125, 125]],
    ['exponential', 0, [100, 200, 400]],
    ['exponential', 1, [125, 250, 500]],
  ] as const)('%s with jitter %s', (kind, random, expected) => {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    expect([0, 1, 2].map((repetition) => backoff({ backoff: kind, delayMs: 100 }, repetition))).toEqual(expected);
    vi.restoreAllMocks();
  });
});
