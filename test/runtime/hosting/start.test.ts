import { createCatga, ok, type CatgaOptions } from 'catga';
import { describe, expect, it } from 'vitest';
import { command, registryOf } from '../support/index.ts';

const registry = registryOf({ requests: { 's.command': { handle: async () => ok(1) } } });

describe('start: options', () => {
  it.each<[string, Partial<CatgaOptions>, RegExp]>([
    ['an empty service', { service: ' ' }, /service must be the name/],
    ['a capacity of 0', { queue: { capacity: 0 } }, /queue.capacity must be a whole number from 1, but is 0/],
    ['half a message', { queue: { knownIds: 0.5 } }, /queue.knownIds/],
    ['a negative wait', { queue: { roomWaitMs: -1 } }, /queue.roomWaitMs/],
    ['an endless window', { queue: { dedupWindowMs: Infinity } }, /queue.dedupWindowMs/],
    ['a retention of NaN', { queue: { inboxRetentionMs: Number.NaN } }, /queue.inboxRetentionMs/],
    ['no worker', { delivery: { concurrency: 0 } }, /delivery.concurrency/],
    ['no delivery', { delivery: { maxDeliveries: 0 } }, /delivery.maxDeliveries/],
    ['a text for a number', { delivery: { firstDelayMs: '1' as unknown as number } }, /delivery.firstDelayMs/],
    ['a negative limit', { delivery: { maxDelayMs: -1 } }, /delivery.maxDelayMs/],
  ])('refuses %s', async (_what, options, message) => {
    let started = false;
    const watched = { ...registry, start: () => ((started = true), registry.start()) };
    const starting = createCatga({ service: 'test', registry: watched, ...options });
    await expect(starting).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringMatching(message) as string,
    });
    expect(started).toBe(false);
  });
});

describe('start: registry', () => {
  it.each<[string, object, RegExp]>([
    ['of an earlier format', { format: 1 }, /format 1 .*runs format 2: run `npx catga generate`/],
    ['of a later format', { format: 99 }, /format 99.*update the package catga/],
    ['of no format', { format: undefined }, /not what `catga generate` wrote/],
    [
      'whose module has changed',
      {
        modules: [
          { name: '@shop/billing', expected: 'aaa', actual: 'bbb' },
          { name: '@shop/stock', expected: 'c', actual: 'c' },
        ],
      },
      /@shop\/billing \(generated against aaa, installed bbb\).*npx catga generate/,
    ],
  ])('refuses a registry %s, naming the way out', async (_what, overrides, message) => {
    const starting = createCatga({ service: 'test', registry: { ...registry, ...overrides } });
    await expect(starting).rejects.toMatchObject({
      code: 'REGISTRY_INVALID',
      message: expect.stringMatching(message) as string,
    });
  });

  it('refuses a forgotten registry', async () => {
    await expect(createCatga({ service: 'test' } as CatgaOptions)).rejects.toMatchObject({ code: 'REGISTRY_INVALID' });
  });

  it('passes on what a provider throws', async () => {
    const starting = createCatga({
      service: 'test',
      registry: { ...registry, start: () => Promise.reject(new Error('no database')) },
    });
    await expect(starting).rejects.toThrow('no database');
  });

  it('is ready when it has started', async () => {
    const app = await createCatga({ service: 'shop', registry });
    expect([app.service, app.registry]).toEqual(['shop', registry]);
    expect(app.health()).toEqual({
      status: 'ready',
      inFlight: 0,
      queue: { ready: 0, delayed: 0, inFlight: 0, deadLetters: 0 },
    });
    expect(await app.mediator.send(command('s.command'))).toEqual(ok(1));
    await app.stop();
  });

  it('keeps two applications in one process apart', async () => {
    const [one, two] = await Promise.all([
      createCatga({ service: 'one', registry }),
      createCatga({ service: 'two', registry }),
    ]);
    await one.stop();
    expect(await one.mediator.send(command('s.command'))).toMatchObject({ error: { code: 'STOPPED' } });
    expect(await two.mediator.send(command('s.command'))).toEqual(ok(1));
    await two.stop();
  });
});
