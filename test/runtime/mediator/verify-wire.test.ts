import { createCatga, ok, type Registry } from 'catga';
import type { CodecLoader } from 'catga/generated';
import { createTestCatga } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { command, event, jsonCodec, loaded, type Plain, registryOf, until } from '../support/index.ts';

const bench = (verifyWire: boolean) => {
  const seen: Plain[] = [];
  const registry = registryOf({
    requests: {
      'w.command': {
        handle: async (message) => {
          seen.push(message);
          return ok({ at: new Date(0), hidden: undefined });
        },
      },
      'w.nothing': { handle: async () => ok() },
      'w.broken': { handle: async () => ok(1n) },
    },
    events: {
      'w.now': { handlers: { Sees: async (message) => void seen.push(message) } },
      'w.later': { qos: 1, handlers: { Sees: async (message) => void seen.push(message) } },
    },
  });
  return { seen, starting: createTestCatga({ registry, verifyWire }) };
};

describe('verifyWire', () => {
  it('gives handler and caller what would have come over the wire', async () => {
    const { seen, starting } = bench(true);
    const app = await starting;
    const message = command('w.command', { when: new Date(0) });
    const result = await app.mediator.send(message);
    expect(seen).toEqual([{ when: '1970-01-01T00:00:00.000Z', $type: 'w.command' }]);
    expect(result).toEqual(ok({ at: '1970-01-01T00:00:00.000Z' }));
    await app.stop();
  });

  it('is off in createCatga: everything passes by reference', async () => {
    const { seen, starting } = bench(false);
    const app = await starting;
    const message = command('w.command', { when: new Date(0) });
    const result = await app.mediator.send(message);
    expect(seen[0]).toBe(message);
    expect(result.ok && (result.value as { readonly at: unknown }).at).toBeInstanceOf(Date);
    await app.stop();

    const plain = await createCatga({ service: 'test', registry: app.registry });
    await plain.mediator.send(message);
    expect(seen[1]).toBe(message);
    await plain.stop();
  });

  it('is on by default in createTestCatga', async () => {
    const { seen, starting } = bench(true);
    const other = await starting;
    const app = await createTestCatga({ registry: other.registry });
    const message = command('w.command');
    await app.mediator.send(message);
    expect(seen[0]).not.toBe(message);
    await Promise.all([app.stop(), other.stop()]);
  });

  it('gives event handlers a copy, at once and from the queue', async () => {
    const { seen, starting } = bench(true);
    const app = await starting;
    const when = new Date(0);
    await app.mediator.publish(event('w.now', { when }));
    await app.mediator.publish(event('w.later', { when }));
    await until(() => seen.length === 2);
    expect(seen.map((each) => each['when'])).toEqual(['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z']);
    await app.stop();
  });

  it('answers with what the codec says when something does not fit', async () => {
    const { starting } = bench(true);
    const app = await starting;
    expect((await app.mediator.send(command('w.command', { big: 1n }))).ok).toBe(false);
    expect((await app.mediator.send(command('w.broken'))).ok).toBe(false);
    await expect(app.mediator.publish(event('w.later', { big: 1n }))).rejects.toThrow(/BigInt/);
    expect(app.health()).toMatchObject({ inFlight: 0, queue: { ready: 0 } });
    await app.stop();
  });

  it('encodes nothing where the response is void', async () => {
    const registry = registryOf({ requests: { 'w.nothing': { handle: async () => ok('more than declared') } } });
    const [descriptor] = registry.messages;
    const codecs = loaded({ body: jsonCodec });
    const app = await createTestCatga({ registry: { ...registry, messages: [{ ...descriptor, codecs } as never] } });
    expect(await app.mediator.send(command('w.nothing'))).toEqual(ok());
    await app.stop();
  });

  it('loads all codecs before it starts, and none where it is off', async () => {
    const { registry, loading } = watched();
    const app = await createCatga({ service: 'test', registry });
    await app.mediator.send(command('w.one'));
    await app.stop();
    expect(loading).toEqual([]);
    const verified = await createTestCatga({ registry });
    expect(loading).toEqual(['w.one', 'w.two']);
    await verified.mediator.send(command('w.one'));
    expect(loading).toEqual(['w.one', 'w.two']);
    await verified.stop();
  });

  it.each<[string, CodecLoader['load'], RegExp]>([
    [
      'cannot be loaded',
      () => Promise.reject(new Error('Cannot find module')),
      /codec of w\.two .*codecs\/shop\/messages: Cannot find module\. Run `npx catga generate`/,
    ],
    [
      'is of an earlier build',
      () => Promise.resolve({ body: undefined } as never),
      /codec of w\.two .*codecs\/shop\/messages: the module does not export it\. Run `npx catga generate`/,
    ],
  ])('refuses to start when a codec module %s, naming message and module', async (_what, load, message) => {
    const { registry, started } = watched({ module: 'codecs/shop/messages', load });
    const starting = createTestCatga({ registry });
    await expect(starting).rejects.toMatchObject({ code: 'REGISTRY_INVALID', message: expect.stringMatching(message) });
    expect(started()).toBe(false);
  });
});

/** Two commands; `loading` tells whose codecs were asked for. */
function watched(second?: CodecLoader): { registry: Registry; loading: readonly string[]; started: () => boolean } {
  const loading: string[] = [];
  let started = false;
  const registry = registryOf({
    requests: { 'w.one': { handle: async () => ok() }, 'w.two': { handle: async () => ok() } },
  });
  const messages = registry.messages.map((descriptor, index) => ({
    ...descriptor,
    codecs: (index === 1 ? second : undefined) ?? {
      module: 'codecs/shop/messages',
      load: () => {
        loading.push(descriptor.name);
        return descriptor.codecs.load();
      },
    },
  }));
  const start: Registry['start'] = () => {
    started = true;
    return registry.start();
  };
  return { registry: { ...registry, messages, start }, loading, started: () => started };
}
