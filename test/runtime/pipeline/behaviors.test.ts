import { createCatga, fail, ok, type Behavior, type Catga } from 'catga';
import { describe, expect, it } from 'vitest';
import { command, event, registryOf, type RequestFunction } from '../support/index.ts';

async function bench(
  behaviors: readonly Behavior[],
  handle: RequestFunction = async () => ok('handled'),
  takesContext = true,
) {
  const saw: unknown[] = [];
  const registry = registryOf({
    requests: { 'b.command': { takesContext, handle } },
    events: {
      'b.now': { handlers: { A: async () => void saw.push('A'), B: async () => void saw.push('B') } },
      'b.later': { qos: 1, handlers: { A: async ({ n }) => void saw.push(n) } },
    },
  });
  const app: Catga = await createCatga({ service: 'test', registry, behaviors });
  return { app, saw };
}

const send = (app: Catga) => app.mediator.send(command('b.command'));

describe('start-up behaviors', () => {
  it('stand around the handler, the first outermost', async () => {
    const log: string[] = [];
    const named = (name: string): Behavior => ({
      before: () => void log.push(`${name} before`),
      after: (_message, result) => void log.push(`${name} after ${String(result.ok)}`),
    });
    const around: Behavior = {
      handle: async (_message, _context, next) => {
        log.push('around in');
        const result = await next();
        log.push('around out');
        return result;
      },
    };
    const { app } = await bench([named('a'), around, named('b')], async () => ok(log.push('handled')));
    await send(app);
    expect(log).toEqual(['a before', 'around in', 'b before', 'handled', 'b after true', 'around out', 'a after true']);
    await app.stop();
  });

  it('may answer instead of the handler', async () => {
    let handled = 0;
    const refused = fail('FORBIDDEN', 'no');
    const { app } = await bench([{ before: () => refused }], async () => ok(handled++));
    expect(await send(app)).toBe(refused);
    expect(handled).toBe(0);
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });

  it('may replace the failure of a handler that threw', async () => {
    const cause = new Error('no');
    const errors: unknown[] = [];
    const { app } = await bench(
      [
        {
          error: (_message, error) => {
            errors.push(error);
            return ok('instead');
          },
        },
      ],
      () => Promise.reject(cause),
    );
    expect(await send(app)).toEqual(ok('instead'));
    expect(errors).toEqual([cause]);
    await app.stop();
  });

  it.each<[string, Behavior]>([
    ['before', { before: () => Promise.reject(new Error('behavior')) }],
    ['after', { after: () => Promise.reject(new Error('behavior')) }],
    [
      'handle',
      {
        handle: () => {
          throw new Error('behavior');
        },
      },
    ],
    ['handle, by returning garbage', { handle: () => Promise.resolve(undefined as never) }],
  ])('turn into HANDLER_FAILED what %s throws', async (_hook, behavior) => {
    const { app } = await bench([behavior]);
    expect(await send(app)).toMatchObject({ ok: false, error: { code: 'HANDLER_FAILED' } });
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });

  it('may call next() again, each attempt with a unit of work of its own', async () => {
    const log: string[] = [];
    const again: Behavior = {
      handle: async (_message, _context, next) => {
        const first = await next();
        return first.ok ? first : await next();
      },
    };
    const { app } = await bench([again], async (_message, context) => {
      const { attempt } = context;
      context.unitOfWork.enlist({
        commit: () => void log.push(`${attempt} committed`),
        rollback: () => void log.push(`${attempt} rolled back`),
      });
      if (attempt === 1) throw new Error('no');
      return ok(attempt);
    });
    expect(await send(app)).toEqual(ok(2));
    expect(log).toEqual(['1 rolled back', '2 committed']);
    expect(app.health().inFlight).toBe(0);
    await app.stop();
  });

  it.each([true, false])(
    'release what they publish before the handler with its unit of work (takesContext: %s)',
    async (takesContext) => {
      const { app, saw } = await bench(
        [
          {
            // It stands around the event's handler as well, and must not publish without end.
            before: async (_message, context) => {
              if (context.messageType === 'b.command') await context.publish(event('b.later', { n: 1 }));
            },
          },
        ],
        undefined,
        takesContext,
      );
      expect(await send(app)).toEqual(ok('handled'));
      await app.stop();
      expect(saw).toEqual([1]);
    },
  );

  it('run once for each handler of an event', async () => {
    let runs = 0;
    const { app, saw } = await bench([{ before: () => void runs++ }]);
    await app.mediator.publish(event('b.now'));
    expect([runs, saw]).toEqual([2, ['A', 'B']]);
    await app.mediator.publish(event('b.later', { n: 'C' }));
    await app.stop();
    expect([runs, saw]).toEqual([3, ['A', 'B', 'C']]);
  });
});
