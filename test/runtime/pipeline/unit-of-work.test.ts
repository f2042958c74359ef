import { CatgaError, createCatga, fail, ok, type Catga, type MessageContext, type UnitOfWorkParticipant } from 'catga';
import { createTestCatga } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { command, event, gate, registryOf, type RequestFunction, until } from '../support/index.ts';

interface Bench {
  readonly app: Catga;
  readonly log: string[];
  readonly takePart: (name: string, commit?: () => void | Promise<void>) => UnitOfWorkParticipant;
}

/** An application whose handlers write to a log what takes effect. */
async function bench(
  handlers: (on: Pick<Bench, 'log' | 'takePart'>) => Readonly<Record<string, RequestFunction>>,
): Promise<Bench> {
  const log: string[] = [];
  const takePart: Bench['takePart'] = (name, commit) => ({
    commit: async () => {
      await commit?.();
      log.push(`${name} committed`);
    },
    rollback: () => void log.push(`${name} rolled back`),
  });
  const requests = Object.fromEntries(
    Object.entries(handlers({ log, takePart })).map(([name, handle]) => [name, { handle }]),
  );
  const registry = registryOf({
    requests: { ...requests, 'u.later': { handle: async ({ n }) => ok(log.push(`later ${String(n)}`)) } },
    events: {
      'u.reliable': { qos: 1, handlers: { Sees: async ({ n }) => void log.push(`saw ${String(n)}`) } },
      'u.volatile': { qos: 0, handlers: { Sees: async ({ n }) => void log.push(`saw at once ${String(n)}`) } },
    },
  });
  return { app: await createCatga({ service: 'test', registry, delivery: { concurrency: 1 } }), log, takePart };
}

const publish = (context: MessageContext, n: unknown) => context.publish(event('u.reliable', { n }));

describe('unit of work: one message', () => {
  it('commits in order, then releases what was published and enqueued', async () => {
    const { app, log } = await bench(({ log: lines, takePart }) => ({
      'u.command': async (_message, context) => {
        context.unitOfWork.enlist(takePart('a'));
        expect(await publish(context, 1)).toMatchObject({ stored: false, handlers: 1 });
        expect(await context.enqueue(command('u.later', { n: 2 }))).toMatchObject({ stored: false });
        context.unitOfWork.enlist(takePart('b'));
        lines.push('handled');
        return ok();
      },
    }));
    await app.mediator.send(command('u.command'));
    await until(() => log.length === 5);
    expect(log).toEqual(['handled', 'a committed', 'b committed', 'saw 1', 'later 2']);
    await app.stop();
  });

  it.each<[string, () => unknown]>([
    ['answers with a failure', () => fail('CONFLICT', 'no')],
    ['throws', () => Promise.reject(new Error('no'))],
    ['returns garbage', () => 7],
  ])('rolls back in reverse and releases nothing when the handler %s', async (_how, end) => {
    const { app, log } = await bench(({ takePart }) => ({
      'u.command': async (_message, context) => {
        context.unitOfWork.enlist(takePart('a'));
        context.unitOfWork.enlist(takePart('b'));
        await publish(context, 1);
        await context.enqueue(command('u.later'));
        return await end();
      },
    }));
    expect((await app.mediator.send(command('u.command'))).ok).toBe(false);
    expect(log).toEqual(['b rolled back', 'a rolled back']);
    expect(app.health().queue.ready).toBe(0);
    expect((await app.stop()).undelivered).toEqual([]);
    expect(log).toHaveLength(2);
  });

  it('rolls back when the handler throws before its first await', async () => {
    const { app, log } = await bench(({ takePart }) => ({
      'u.command': (_message, context) => {
        context.unitOfWork.enlist(takePart('a'));
        throw new Error('at once');
      },
    }));
    expect(await app.mediator.send(command('u.command'))).toMatchObject({ error: { message: 'at once' } });
    expect(log).toEqual(['a rolled back']);
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });

  it('fails with PERSISTENCE_FAILED when a commit fails, rolls the rest back and releases nothing', async () => {
    const { app, log } = await bench(({ takePart }) => ({
      'u.command': async (_message, context) => {
        context.unitOfWork.enlist(takePart('a'));
        context.unitOfWork.enlist(takePart('b', () => Promise.reject(new Error('disk full'))));
        context.unitOfWork.enlist(takePart('c'));
        context.unitOfWork.enlist(takePart('d'));
        await publish(context, 1);
        return ok();
      },
    }));
    const result = await app.mediator.send(command('u.command'));
    expect(result).toMatchObject({
      error: { code: 'PERSISTENCE_FAILED', retryable: true, message: expect.stringContaining('disk full') as string },
    });
    expect(log).toEqual(['a committed', 'd rolled back', 'c rolled back']);
    expect((await app.stop()).undelivered).toEqual([]);
    expect(log).toHaveLength(3);
  });

  it('reports a roll-back that fails, and goes on with the others', async () => {
    const registry = registryOf({
      requests: {
        'u.command': {
          handle: async (_message, { unitOfWork }) => {
            unitOfWork.enlist({ commit: () => undefined, rollback: () => void rolledBack.push('first') });
            unitOfWork.enlist({ commit: () => undefined, rollback: () => Promise.reject(new Error('stuck')) });
            return fail('CONFLICT', 'no');
          },
        },
      },
    });
    const rolledBack: string[] = [];
    const app = await createTestCatga({ registry });
    expect(await app.mediator.send(command('u.command'))).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(rolledBack).toEqual(['first']);
    expect(app.recorded.of('fault')).toMatchObject([{ during: 'roll-back of u.command', error: { message: 'stuck' } }]);
    await app.stop();
  });

  it('needs room for what it releases before it commits anything', async () => {
    const log: string[] = [];
    const held = gate();
    const registry = registryOf({
      requests: {
        'u.command': {
          handle: async (_message, context) => {
            context.unitOfWork.enlist({
              commit: () => void log.push('committed'),
              rollback: () => void log.push('rolled back'),
            });
            await context.publish(event('u.reliable'));
            return ok();
          },
        },
      },
      events: { 'u.reliable': { qos: 1, handlers: { Holds: () => held.promise } } },
    });
    const app = await createCatga({ service: 'test', registry, queue: { capacity: 1, roomWaitMs: 0 } });
    await app.mediator.publish(event('u.reliable'));
    expect(await app.mediator.send(command('u.command'))).toMatchObject({
      error: { code: 'OVERLOADED', retryable: true },
    });
    expect(log).toEqual(['rolled back']);
    held.resolve();
    await app.stop();
  });

  it('publishes QoS 0 at once, whatever becomes of the message', async () => {
    const { app, log } = await bench(({ log: lines }) => ({
      'u.command': async (_message, context) => {
        const receipt = await context.publish(event('u.volatile', { n: 1 }));
        lines.push(`${receipt.handlers} handled`);
        return fail('CONFLICT', 'no');
      },
    }));
    await app.mediator.send(command('u.command'));
    expect(log).toEqual(['saw at once 1', '1 handled']);
    await app.stop();
  });
});

const sends =
  (type: string, then: (inner: unknown) => unknown): RequestFunction =>
  async (_message, context) =>
    await then(await context.send(command(type)));

it('commits and releases with the outermost, not before', async () => {
  const { app, log } = await bench(({ log: lines, takePart }) => ({
    'u.outer': sends('u.inner', () => {
      lines.push('inner is done');
      return ok();
    }),
    'u.inner': async (_message, context) => {
      context.unitOfWork.enlist(takePart('inner'));
      await publish(context, 1);
      return ok();
    },
  }));
  await app.mediator.send(command('u.outer'));
  await until(() => log.length === 3);
  expect(log).toEqual(['inner is done', 'inner committed', 'saw 1']);
  await app.stop();
});

describe('unit of work: nested messages', () => {
  it('takes the nested with it when the outermost fails', async () => {
    const { app, log } = await bench(({ takePart }) => ({
      'u.outer': sends('u.inner', () => fail('CONFLICT', 'changed my mind')),
      'u.inner': async (_message, context) => {
        context.unitOfWork.enlist(takePart('inner'));
        await publish(context, 1);
        return ok();
      },
    }));
    await app.mediator.send(command('u.outer'));
    await app.stop();
    expect(log).toEqual(['inner rolled back']);
  });

  it('drops a nested message that failed, and commits the rest', async () => {
    const { app, log } = await bench(({ takePart }) => ({
      'u.outer': async (_message, context) => {
        context.unitOfWork.enlist(takePart('outer'));
        await publish(context, 'outer');
        const inner = await context.send(command('u.inner'));
        return ok(inner.ok);
      },
      'u.inner': async (_message, context) => {
        context.unitOfWork.enlist(takePart('inner'));
        await publish(context, 'inner');
        throw new Error('no');
      },
    }));
    expect(await app.mediator.send(command('u.outer'))).toEqual(ok(false));
    await app.stop();
    expect(log).toEqual(['inner rolled back', 'outer committed', 'saw outer']);
  });

  it('commits what a nested CatgaError from a commit says', async () => {
    const { app } = await bench(({ takePart }) => ({
      'u.command': async (_message, context) => {
        context.unitOfWork.enlist(takePart('a', () => Promise.reject(new CatgaError('CONFLICT', 'changed meanwhile'))));
        return ok();
      },
    }));
    expect(await app.mediator.send(command('u.command'))).toMatchObject({ error: { code: 'CONFLICT' } });
    await app.stop();
  });
});

describe('unit of work: after its message', () => {
  it('refuses what would silently be lost', async () => {
    let kept: MessageContext | undefined;
    const { app } = await bench(() => ({
      'u.command': async (_message, context) => {
        kept = context;
        void context.unitOfWork;
        return ok();
      },
    }));
    await app.mediator.send(command('u.command'));
    const late = {
      code: 'HANDLER_FAILED',
      retryable: false,
      message: expect.stringContaining('no longer being handled') as string,
    };
    await expect(kept?.publish(event('u.reliable'))).rejects.toMatchObject(late);
    await expect(kept?.publish(event('u.volatile'))).rejects.toMatchObject(late);
    await expect(kept?.enqueue(command('u.later'))).rejects.toMatchObject(late);
    expect(await kept?.send(command('u.later'))).toMatchObject({ ok: false, error: late });
    expect(() => kept?.unitOfWork.enlist({ commit: () => undefined })).toThrow(/no longer being handled/);
    await app.stop();
  });

  it('drops a nested message that outlives its sender, and says so', async () => {
    const held = gate();
    let nested: Promise<unknown> | undefined;
    const { app, log } = await bench(({ takePart }) => ({
      'u.outer': async (_message, context) => {
        nested = context.send(command('u.inner'));
        return ok();
      },
      'u.inner': async (_message, context) => {
        context.unitOfWork.enlist(takePart('inner'));
        await held.promise;
        return ok();
      },
    }));
    await app.mediator.send(command('u.outer'));
    held.resolve();
    expect(await nested).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(log).toEqual(['inner rolled back']);
    await app.stop();
  });
});
