import { CatgaError, createCatga, ok } from 'catga';
import { disposeAll, disposeWith, failed, failureOf, finish, finishThrown, invalid, nameClass } from 'catga/generated';
import { describe, expect, it } from 'vitest';
import { command, registryOf } from '../support/index.ts';

const fails = (text: string) => ({
  [Symbol.dispose]: () => {
    throw new Error(text);
  },
});
const resource = (log: string[], name: string) => ({ [Symbol.asyncDispose]: async () => void log.push(name) });

describe('disposeAll', () => {
  it('disposes in reverse, asynchronously or not, and leaves the rest alone', async () => {
    const log: string[] = [];
    await disposeAll([
      resource(log, 'a'),
      { [Symbol.dispose]: () => void log.push('b') },
      {},
      'text',
      null,
      undefined,
      resource(log, 'c'),
    ]);
    expect(log).toEqual(['c', 'b', 'a']);
  });

  it('prefers the asynchronous way', async () => {
    const log: string[] = [];
    await disposeAll([{ ...resource(log, 'async'), [Symbol.dispose]: () => void log.push('sync') }]);
    expect(log).toEqual(['async']);
  });

  it('goes on past errors and keeps them all', async () => {
    const log: string[] = [];
    await expect(disposeAll([resource(log, 'a'), fails('one')])).rejects.toThrow('one');
    const both = disposeAll([fails('two'), resource(log, 'b'), fails('three')]);
    await expect(both).rejects.toMatchObject({ errors: [{ message: 'three' }, { message: 'two' }] });
    expect(log).toEqual(['a', 'b']);
  });
});

describe('nameClass', () => {
  it('names instances, not copies', () => {
    class Message {
      readonly n: number = 1;
    }
    nameClass(Message, 'n.message');
    nameClass(Message, 'n.message');
    expect(new Message()).toHaveProperty('$type', 'n.message');
    expect(Object.keys(new Message())).toEqual(['n']);
    expect(structuredClone(new Message())).not.toHaveProperty('$type');
  });

  it('refuses a second name, but a subclass may have its own', () => {
    class Message {
      readonly n: number = 1;
    }
    class Special extends Message {}
    nameClass(Message, 'n.message');
    nameClass(Special, 'n.special');
    expect(new Special()).toHaveProperty('$type', 'n.special');
    expect(() => nameClass(Message, 'other.message')).toThrow(
      /'other.message' in this registry and 'n.message' in another/,
    );
  });
});

describe('invalid', () => {
  it('is nothing without issues', () => {
    expect(invalid('v.message', [[], []])).toBeUndefined();
  });

  it('keeps the issues of all validators', () => {
    const issues = [[{ path: 'lines[0].quantity', message: 'must be positive' }], [{ path: '', message: 'too much' }]];
    expect(invalid('v.message', issues)).toMatchObject({
      ok: false,
      error: {
        code: 'VALIDATION_FAILED',
        retryable: false,
        message: 'v.message is not valid: lines[0].quantity: must be positive; too much',
        details: issues.flat(),
      },
    });
  });
});

describe('failures', () => {
  it('keeps a CatgaError and wraps anything else', () => {
    const own = new CatgaError('CONFLICT', 'no');
    expect(failureOf(own).error).toBe(own);
    expect(failureOf('text').error).toMatchObject({ code: 'HANDLER_FAILED', cause: 'text', message: 'a string' });
    const two = failed(failed(undefined, ['A', 'B'], 1, own), ['A', 'B'], 2, new Error('x'));
    expect(two).toMatchObject([
      { handler: 'A', error: { code: 'CONFLICT' } },
      { handler: 'B', error: { message: 'x' } },
    ]);
  });
});

describe('endings inside an emitted function', () => {
  it.each<[string, (context: Parameters<typeof finish>[1]) => unknown, object]>([
    ['finish', (context) => finish(ok(1), context), ok(1)],
    [
      'finish with garbage',
      (context) => finish('text' as never, context),
      { ok: false, error: { code: 'HANDLER_FAILED' } },
    ],
    ['finishThrown', (context) => finishThrown(new Error('no'), context), { ok: false, error: { message: 'no' } }],
  ])('%s ends the message, with and without a unit of work', async (_how, end, expected) => {
    for (const enlists of [false, true]) {
      const log: string[] = [];
      const registry = registryOf({});
      const app = await createCatga({
        service: 'test',
        registry: {
          ...registry,
          start: async () => ({
            ...(await registry.start()),
            send: async (message, arrival) => {
              const context = arrival.open(message);
              if (enlists)
                context.unitOfWork.enlist({
                  commit: () => void log.push('committed'),
                  rollback: () => void log.push('rolled back'),
                });
              return (await end(context)) as ReturnType<typeof ok>;
            },
          }),
        },
      });
      expect(await app.mediator.send(command('f.any'))).toMatchObject(expected);
      expect(app.health().inFlight).toBe(0);
      expect(log).toEqual(enlists ? ['value' in expected ? 'committed' : 'rolled back'] : []);
      await app.stop();
    }
  });
});

describe('disposeWith', () => {
  it('disposes of scoped services after the commit, nested ones with the outermost', async () => {
    const log: string[] = [];
    const scoped = (name: string) => ({ [Symbol.dispose]: () => void log.push(`${name} disposed`) });
    const registry = registryOf({
      requests: {
        's.outer': {
          handle: async (_message, context) => {
            disposeWith(context, [scoped('session'), scoped('repository')]);
            context.unitOfWork.enlist({ commit: () => void log.push('committed') });
            await context.send(command('s.inner'));
            return ok();
          },
        },
        's.inner': {
          handle: async (_message, context) => {
            disposeWith(context, [scoped('inner')]);
            return ok(log.push('inner handled'));
          },
        },
        's.fails': {
          handle: async (_message, context) => {
            disposeWith(context, [scoped('failed')]);
            throw new Error('no');
          },
        },
      },
    });
    const app = await createCatga({ service: 'test', registry });
    await app.mediator.send(command('s.outer'));
    expect(log).toEqual(['inner handled', 'committed', 'inner disposed', 'repository disposed', 'session disposed']);
    await app.mediator.send(command('s.fails'));
    expect(log.at(-1)).toBe('failed disposed');
    await app.stop();
  });
});
