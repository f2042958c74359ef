import { createCatga, ok, type MessageContext } from 'catga';
import { describe, expect, it } from 'vitest';
import { command, event, type Plain, registryOf, until } from '../support/index.ts';

interface Seen {
  readonly type: string;
  readonly messageId: string;
  readonly correlationId: string;
  readonly causationId: string | undefined;
  readonly attempt: number;
}

async function bench(inside?: (context: MessageContext) => Promise<unknown>) {
  const seen: Seen[] = [];
  const note = (message: Plain, context: MessageContext): void => {
    const { attempt, causationId, correlationId, messageId } = context;
    seen.push({ type: context.messageType, messageId, correlationId, causationId, attempt });
    expect(context.messageType).toBe(message.$type);
  };
  const registry = registryOf({
    requests: {
      'c.outer': {
        handle: async (message, context) => {
          note(message, context);
          await inside?.(context);
          return ok();
        },
      },
      'c.inner': { handle: async (message, context) => ok(note(message, context)) },
    },
    events: {
      'c.now': {
        handlers: {
          A: async (message, context) => note(message, context),
          B: async (message, context) => note(message, context),
        },
      },
      'c.later': { qos: 1, handlers: { A: async (message, context) => note(message, context) } },
    },
  });
  let next = 0;
  const app = await createCatga({ service: 'test', registry, ids: () => `id-${++next}` });
  return { app, seen };
}

describe('context: identity', () => {
  it('makes ids when they are read; a message without a sender starts a conversation', async () => {
    const { app, seen } = await bench();
    await app.mediator.send(command('c.outer'));
    expect(seen).toEqual([
      { type: 'c.outer', messageId: 'id-1', correlationId: 'id-1', causationId: undefined, attempt: 1 },
    ]);
    await app.stop();
  });

  it('takes ids from the options', async () => {
    const { app, seen } = await bench();
    await app.mediator.send(command('c.outer'), { messageId: 'm', correlationId: 'c' });
    expect(seen).toMatchObject([{ messageId: 'm', correlationId: 'c' }]);
    await app.stop();
  });

  it.each<[string, (context: MessageContext) => Promise<unknown>, readonly string[]]>([
    ['send', (context) => context.send(command('c.inner')), ['c.inner']],
    ['publish QoS 0', (context) => context.publish(event('c.now')), ['c.now', 'c.now']],
    ['publish QoS 1', (context) => context.publish(event('c.later')), ['c.later']],
    ['enqueue', (context) => context.enqueue(command('c.inner')), ['c.inner']],
  ])('%s carries correlation and causation on', async (_how, inside, types) => {
    const { app, seen } = await bench(inside);
    await app.mediator.send(command('c.outer'), { messageId: 'root', correlationId: 'talk' });
    await until(() => seen.length === types.length + 1);
    expect(seen.slice(1)).toEqual(
      types.map((type) => ({ type, messageId: 'id-1', correlationId: 'talk', causationId: 'root', attempt: 1 })),
    );
    await app.stop();
  });

  it('makes no id nobody asks for', async () => {
    let made = 0;
    const registry = registryOf({ requests: { 'c.plain': { takesContext: false, handle: async () => ok() } } });
    const app = await createCatga({ service: 'test', registry, ids: () => `id-${++made}` });
    await app.mediator.send(command('c.plain'));
    expect(made).toBe(0);
    await app.stop();
  });

  it('makes different ids by default', async () => {
    const ids: string[] = [];
    const registry = registryOf({
      requests: { 'c.id': { handle: async (_message, context) => ok(ids.push(context.messageId)) } },
    });
    const apps = await Promise.all([1, 2].map(() => createCatga({ service: 'test', registry })));
    for (let n = 0; n < 3_000; n++) for (const app of apps) await app.mediator.send(command('c.id'));
    expect(new Set(ids).size).toBe(6_000);
    await Promise.all(apps.map((app) => app.stop()));
  });
});

describe('context: deadline and signal', () => {
  it('passes the earlier deadline on', async () => {
    const deadlines: (number | undefined)[] = [];
    const note = (context: MessageContext): void => void deadlines.push(context.deadline);
    const registry = registryOf({
      requests: {
        'd.outer': {
          handle: async (_message, context) => {
            note(context);
            await context.send(command('d.inner'));
            await context.send(command('d.inner'), { timeoutMs: 1_000 });
            await context.send(command('d.inner'), { timeoutMs: 900_000 });
            return ok();
          },
        },
        'd.inner': { handle: async (_message, context) => ok(note(context)) },
      },
    });
    const app = await createCatga({ service: 'test', registry });
    await app.mediator.send(command('d.outer'), { timeoutMs: 60_000 });
    const [outer = 0, same, sooner = 0, notLater] = deadlines;
    expect([same, notLater]).toEqual([outer, outer]);
    expect(sooner).toBeLessThan(outer);
    await app.mediator.send(command('d.inner'));
    expect(deadlines[4]).toBeUndefined();
    await app.stop();
  });

  it('shares the signal with nested messages', async () => {
    const abort = new AbortController();
    const signals: AbortSignal[] = [];
    const registry = registryOf({
      requests: {
        'd.outer': {
          handle: async (_message, context) => {
            signals.push(context.signal);
            await context.send(command('d.inner'));
            return ok();
          },
        },
        'd.inner': {
          handle: async (_message, context) => {
            signals.push(context.signal);
            abort.abort();
            return ok();
          },
        },
      },
    });
    const app = await createCatga({ service: 'test', registry });
    expect(await app.mediator.send(command('d.outer'), { signal: abort.signal })).toMatchObject({
      error: { code: 'CANCELLED' },
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    await app.stop();
  });
});
