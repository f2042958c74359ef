import { createCatga } from 'catga';
import { createTestCatga } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { event, registryOf, type RegistrySpec, until } from '../support/index.ts';

const boom = (text: string) => async (): Promise<void> => {
  throw new Error(text);
};

describe.each([
  ['the short way', false],
  ['with everything switched on', true],
])('mediator: publish of QoS 0, %s', (_title, full) => {
  const start = (spec: RegistrySpec) =>
    full
      ? createTestCatga({ registry: registryOf(spec), behaviors: [{ before: () => undefined }] })
      : createCatga({ service: 'test', registry: registryOf(spec) });

  it('runs every handler in order, past failures, and keeps every error', async () => {
    const ran: string[] = [];
    const app = await start({
      events: {
        'e.event': {
          handlers: {
            First: boom('one'),
            Second: async () => void ran.push('second'),
            Third: () => {
              throw new Error('three');
            },
            Fourth: async (_event, context) => void ran.push(`fourth ${context.messageType}`),
          },
        },
      },
    });
    const receipt = await app.mediator.publish(event('e.event'), { messageId: 'm-1' });
    expect(receipt).toMatchObject({
      messageId: 'm-1',
      handlers: 4,
      stored: false,
      failures: [
        { handler: 'First', error: { code: 'HANDLER_FAILED', message: 'one' } },
        { handler: 'Third', error: { code: 'HANDLER_FAILED', message: 'three' } },
      ],
    });
    expect(ran).toEqual(['second', 'fourth e.event']);
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });

  it('is fine with an event that nobody handles', async () => {
    const app = await start({ events: { 'e.event': {} } });
    expect(await app.mediator.publish(event('e.event'))).toMatchObject({ handlers: 0, failures: [], stored: false });
    await app.stop();
  });

  it('gives each handler a unit of work of its own', async () => {
    const log: string[] = [];
    const enlist = (name: string) => ({
      commit: () => void log.push(`${name} committed`),
      rollback: () => void log.push(`${name} rolled back`),
    });
    const app = await start({
      events: {
        'e.event': {
          handlers: {
            Good: async (_event, context) => context.unitOfWork.enlist(enlist('good')),
            Bad: async (_event, context) => {
              context.unitOfWork.enlist(enlist('bad'));
              await context.publish(event('e.reliable', { from: 'bad' }));
              throw new Error('no');
            },
            Publishes: async (_event, context) => {
              const receipt = await context.publish(event('e.reliable', { from: 'publishes' }));
              expect(receipt).toMatchObject({ stored: false, handlers: 1 });
            },
          },
        },
        'e.reliable': { qos: 1, handlers: { Sees: async ({ from }) => void log.push(`saw ${String(from)}`) } },
      },
    });
    const receipt = await app.mediator.publish(event('e.event'));
    expect(receipt.failures.map(({ handler }) => handler)).toEqual(['Bad']);
    await until(() => log.includes('saw publishes'));
    expect(log).toEqual(['good committed', 'bad rolled back', 'saw publishes']);
    await app.stop();
  });

  it('fails a handler whose unit of work cannot be committed', async () => {
    const app = await start({
      events: {
        'e.event': {
          handlers: { Stores: async (_event, context) => context.unitOfWork.enlist({ commit: boom('disk full') }) },
        },
      },
    });
    const receipt = await app.mediator.publish(event('e.event'));
    expect(receipt.failures).toMatchObject([{ handler: 'Stores', error: { code: 'PERSISTENCE_FAILED' } }]);
    await app.stop();
  });
});

describe('mediator: publish of QoS 1', () => {
  it('resolves when stored, before the handlers have run', async () => {
    const ran: string[] = [];
    const registry = registryOf({
      events: {
        'e.reliable': { qos: 1, handlers: { A: async () => void ran.push('A'), B: async () => void ran.push('B') } },
      },
    });
    const app = await createCatga({ service: 'test', registry, delivery: { concurrency: 1 } });
    const receipt = await app.mediator.publish(event('e.reliable'));
    expect(receipt).toMatchObject({ stored: true, handlers: 2, failures: [] });
    expect(ran).not.toContain('B');
    await until(() => ran.length === 2);
    await app.stop();
  });
});
