import { combineInstrumentation, createCatga, fail, noInstrumentation, ok, type Logger } from 'catga';
import { collectingInstrumentation, manualClock } from 'catga/testing';
import { describe, expect, it, vi } from 'vitest';
import { command, event, registryOf } from '../support/index.ts';

interface Line {
  readonly level: keyof Logger;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

async function bench() {
  const lines: Line[] = [];
  const write = (level: keyof Logger) => (fields: object, message: string) =>
    void lines.push({ level, fields: fields as Line['fields'], message });
  const logger: Logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const clock = manualClock();
  const registry = registryOf({
    requests: {
      'l.good': {
        handle: async () => {
          void clock.advance(0);
          return ok({ answer: 'secret-answer' });
        },
      },
      'l.refused': { handle: async () => fail('CONFLICT', 'taken', { details: { quoted: 'secret-body' } }) },
      'l.broken': { handle: () => Promise.reject(new TypeError('no such column')) },
      'l.slow': { timeoutMs: 1_000, handle: () => clock.advance(0).then(() => new Promise(() => undefined)) },
    },
    events: {
      'l.now': {
        handlers: {
          A: async () => undefined,
          B: () => Promise.reject(new Error('one')),
          C: () => Promise.reject(new Error('two')),
        },
      },
      'l.later': { qos: 1, handlers: { Bad: async () => Promise.reject(new Error('poison')) } },
    },
  });
  const app = await createCatga({ service: 'test', registry, logger, clock, delivery: { maxDeliveries: 2 } });
  return { app, clock, lines };
}

const body = { note: 'secret-body' };

describe('logging', () => {
  it('writes one line for a message: ids, type, correlation, duration and outcome', async () => {
    const { app, lines } = await bench();
    await app.mediator.send(command('l.good', body), { messageId: 'm', correlationId: 'c' });
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'handled l.good',
        fields: {
          messageId: 'm',
          messageType: 'l.good',
          correlationId: 'c',
          attempt: 1,
          operation: 'send',
          durationMs: 0,
          outcome: 'ok',
        },
      },
    ]);
    await app.stop();
  });

  it.each([
    ['l.refused', 'warn', { code: 'CONFLICT', message: 'taken', retryable: false }],
    ['l.broken', 'error', { code: 'HANDLER_FAILED', cause: 'no such column' }],
    ['l.unknown', 'warn', { code: 'UNKNOWN_MESSAGE' }],
  ])('%s: writes the error at level %s', async (type, level, error) => {
    const { app, lines } = await bench();
    await app.mediator.send(command(type, body));
    expect(lines).toMatchObject([{ level, fields: { outcome: 'failed', error }, message: `failed to handle ${type}` }]);
    await app.stop();
  });

  it('writes one line for an event with several errors', async () => {
    const { app, lines } = await bench();
    await app.mediator.publish(event('l.now', body));
    expect(lines).toMatchObject([
      { level: 'error', fields: { operation: 'publish', errors: [{ message: 'one' }, { message: 'two' }] } },
    ]);
    await app.stop();
  });

  it('writes redeliveries and dead letters', async () => {
    const { app, clock, lines } = await bench();
    await app.mediator.publish(event('l.later', body));
    await clock.advance(10_000);
    expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'error failed to handle l.later',
      'debug will deliver l.later again',
      'error failed to handle l.later',
      'error moved l.later to the dead letters',
    ]);
    expect(lines[3]?.fields).toMatchObject({
      handler: 'Bad',
      attempt: 2,
      error: { code: 'HANDLER_FAILED', message: 'poison' },
    });
    await app.stop();
  });

  it('writes that a message timed out', async () => {
    const { app, clock, lines } = await bench();
    const sending = app.mediator.send(command('l.slow', body));
    await clock.advance(1_000);
    await sending;
    expect(lines).toMatchObject([{ level: 'warn', fields: { error: { code: 'TIMEOUT' }, durationMs: 1_000 } }]);
  });

  it('never writes a body, a response or the details of an error', async () => {
    const { app, clock, lines } = await bench();
    for (const type of ['l.good', 'l.refused', 'l.broken', 'l.unknown']) await app.mediator.send(command(type, body));
    for (const type of ['l.now', 'l.later']) await app.mediator.publish(event(type, body));
    await clock.advance(10_000);
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.stringify(lines)).not.toContain('secret');
    await app.stop();
  });

  it('takes console as it is', async () => {
    const registry = registryOf({ requests: { 'l.good': { handle: async () => ok() } } });
    const info = vi.spyOn(console, 'info').mockReturnValue();
    const app = await createCatga({ service: 'test', registry, logger: console });
    await app.mediator.send(command('l.good'));
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'ok' }), 'handled l.good');
    info.mockRestore();
    await app.stop();
  });
});

describe('instrumentation', () => {
  it('combines targets, and is nothing at all where there are none', () => {
    const [one, two] = [collectingInstrumentation(), collectingInstrumentation()];
    expect(combineInstrumentation([])).toBe(noInstrumentation);
    expect(combineInstrumentation([noInstrumentation, one])).toBe(one);
    combineInstrumentation([one, noInstrumentation, two]).record({ kind: 'stored', entries: 1, duplicates: 0 });
    expect([one.events.length, two.of('stored').length]).toEqual([1, 1]);
    one.clear();
    expect(one.events).toEqual([]);
  });

  it('reports the beginning and the end of everything', async () => {
    const recorded = collectingInstrumentation();
    const registry = registryOf({
      requests: { 'i.command': { handle: async () => ok() } },
      events: {
        'i.now': { handlers: { A: async () => undefined } },
        'i.later': { qos: 1, handlers: { B: async () => undefined } },
      },
    });
    const app = await createCatga({ service: 'test', registry, instrumentation: recorded });
    await app.mediator.send(command('i.command'));
    await app.mediator.publish(event('i.now'));
    await app.mediator.publish(event('i.later'));
    await app.stop();
    expect(
      recorded.events.map((each) => [
        each.kind,
        'operation' in each ? each.operation : undefined,
        'handler' in each ? each.handler : undefined,
      ]),
    ).toEqual([
      ['started', 'send', undefined],
      ['finished', 'send', undefined],
      ['started', 'publish', undefined],
      ['finished', 'publish', undefined],
      ['stored', undefined, undefined],
      ['started', 'deliver', 'B'],
      ['finished', 'deliver', 'B'],
    ]);
  });
});
