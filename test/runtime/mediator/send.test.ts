import { CatgaError, createCatga, fail, ok, type Catga, type Result } from 'catga';
import { createTestCatga } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { command, event, query, registryOf, type RegistrySpec, type RequestFunction } from '../support/index.ts';

const start = (spec: RegistrySpec): Promise<Catga> => createCatga({ service: 'test', registry: registryOf(spec) });
const withHandler = (handle: RequestFunction, takesContext = true): Promise<Catga> =>
  start({ requests: { 'a.command': { handle, takesContext } } });

describe.each([
  ['with context (settle)', true],
  ['without context (guard)', false],
])('mediator: send to a handler %s', (_title, takesContext) => {
  const sendTo = async (handle: RequestFunction): Promise<Result<unknown>> => {
    const app = await withHandler(handle, takesContext);
    const result = await app.mediator.send(command('a.command', { n: 1 }));
    expect(app.health().inFlight).toBe(0);
    await app.stop();
    return result;
  };

  it('answers with what the handler answers', async () => {
    expect(await sendTo(async ({ n }) => ok((n as number) + 1))).toEqual({ ok: true, value: 2 });
  });

  it('passes an expected failure on, the very same', async () => {
    const refused = fail('CONFLICT', 'taken', { details: { by: 'you' } });
    expect(await sendTo(async () => refused)).toBe(refused);
  });

  it('turns a rejection into HANDLER_FAILED with its cause', async () => {
    const cause = new TypeError('no such column');
    const result = await sendTo(async () => {
      throw cause;
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'HANDLER_FAILED', message: 'no such column', retryable: true },
    });
    expect(result.ok ? undefined : result.error.cause).toBe(cause);
  });

  it('turns a throw before the first await into HANDLER_FAILED', async () => {
    const result = await sendTo(() => {
      throw new Error('at once');
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'HANDLER_FAILED', message: 'at once' } });
  });

  it('keeps a CatgaError that was thrown', async () => {
    const thrown = new CatgaError('FORBIDDEN', 'not yours');
    const result = await sendTo(async () => {
      throw thrown;
    });
    expect(result.ok ? undefined : result.error).toBe(thrown);
  });

  it.each([undefined, null, 'text', 0])('survives %s being thrown', async (thrown) => {
    const result = await sendTo(() => Promise.reject(thrown));
    expect(result).toMatchObject({ ok: false, error: { code: 'HANDLER_FAILED' } });
    expect(result.ok ? 'ok' : result.error.cause).toBe(thrown);
  });

  it.each([
    ['undefined', undefined, /undefined instead of a Result/],
    ['a string', 'done', /a string instead of a Result/],
    ['an array', [], /an array instead of a Result/],
    ['an object', { value: 1 }, /an object instead of a Result/],
    ['a failure without an error', { ok: false }, /`error` is not a CatgaError/],
    ['a failure with a text', { ok: false, error: 'nope' }, /`error` is not a CatgaError/],
  ])('refuses %s in place of a Result', async (_what, value, message) => {
    const result = await sendTo(async () => value);
    expect(result).toMatchObject({ ok: false, error: { code: 'HANDLER_FAILED', retryable: false } });
    expect(result.ok ? '' : result.error.message).toMatch(message);
  });

  it('refuses what is not even a promise', async () => {
    const result = await sendTo(() => ok(1));
    expect(result).toMatchObject({ ok: false, error: { code: 'HANDLER_FAILED', retryable: false } });
    expect(result.ok ? '' : result.error.message).toMatch(/declare it async/);
    expect(await sendTo(() => undefined)).toMatchObject({ ok: false, error: { code: 'HANDLER_FAILED' } });
  });
});

describe('mediator: messages that cannot be sent', () => {
  class Placed {
    readonly id: string = '1';
  }
  class Named {
    readonly id: string = '1';
  }
  class SubNamed extends Named {}
  Object.defineProperty(Named.prototype, '$type', { value: 'a.class' });

  const spec: RegistrySpec = {
    requests: {
      'a.command': { handle: async () => ok(1) },
      'a.query': { kind: 'query', handle: async () => ok(1) },
      'a.orphan': {},
      'a.remote': {},
      'a.class': {},
    },
    events: { 'a.event': {} },
    overrides: { routes: { 'a.remote': { kind: 'command', qos: 1, service: 'billing' } } },
  };

  it.each<[string, unknown, string, RegExp]>([
    ['null', null, 'UNKNOWN_MESSAGE', /null is not a message/],
    ['undefined', undefined, 'UNKNOWN_MESSAGE', /type undefined is not a message/],
    ['a text', 'a.command', 'UNKNOWN_MESSAGE', /type string is not a message/],
    ['a plain literal', { n: 1 }, 'UNKNOWN_MESSAGE', /carries no \$type.*constructor/s],
    ['a spread of a class message', Object.assign({}, new Named()), 'UNKNOWN_MESSAGE', /spread.*structuredClone/s],
    ['a structured clone of a class message', structuredClone(new Named()), 'UNKNOWN_MESSAGE', /structuredClone/],
    [
      'a class that no registry has named',
      new Placed(),
      'UNKNOWN_MESSAGE',
      /instance of a class that no registry has named/,
    ],
    ['an undeclared subclass', new SubNamed(), 'UNKNOWN_MESSAGE', /inherits its name 'a.class'/],
    [
      'a message of another registry',
      command('b.command'),
      'UNKNOWN_MESSAGE',
      /'b.command' is not a message of this registry/,
    ],
    ['a $type that is no text', { $type: 7 }, 'UNKNOWN_MESSAGE', /\$type is not a string/],
    ['an event', event('a.event'), 'UNKNOWN_MESSAGE', /a.event is an event: use publish/],
    ['a command without a handler', command('a.orphan'), 'HANDLER_NOT_FOUND', /command a.orphan has no handler/],
    [
      'a command of another service',
      command('a.remote'),
      'HANDLER_NOT_FOUND',
      /routed to the service 'billing'.*no transport/,
    ],
  ])('says why for %s', async (_what, message, code, reason) => {
    const app = await start(spec);
    const result = await app.mediator.send(message as ReturnType<typeof command>);
    expect(result).toMatchObject({ ok: false, error: { code, retryable: false } });
    expect(result.ok ? '' : result.error.message).toMatch(reason);
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });

  it.each<[string, unknown, RegExp]>([
    ['a command', command('a.command'), /a.command is a command: use send/],
    ['a plain literal', {}, /carries no \$type/],
    ['nothing', undefined, /not a message/],
  ])('publish rejects %s', async (_what, message, reason) => {
    const app = await start(spec);
    await expect(app.mediator.publish(message as ReturnType<typeof event>)).rejects.toMatchObject({
      code: 'UNKNOWN_MESSAGE',
      message: expect.stringMatching(reason) as string,
    });
    await app.stop();
  });

  it.each<[string, unknown, string]>([
    ['a query', query('a.query'), 'UNKNOWN_MESSAGE'],
    ['an event', event('a.event'), 'UNKNOWN_MESSAGE'],
    ['a command without a handler', command('a.orphan'), 'HANDLER_NOT_FOUND'],
    ['null', null, 'UNKNOWN_MESSAGE'],
  ])('enqueue rejects %s', async (_what, message, code) => {
    const app = await start(spec);
    await expect(app.mediator.enqueue(message as ReturnType<typeof command>)).rejects.toMatchObject({ code });
    await app.stop();
  });

  it('says the same with everything switched on', async () => {
    const app = await createTestCatga({ registry: registryOf(spec), behaviors: [{ after: () => undefined }] });
    const result = await app.mediator.send({ n: 1 } as never);
    expect(result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_MESSAGE' } });
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });
});
