import { createCatga, fail, ok, type ErrorCode, type MessageContext, type Result } from 'catga';
import { Batches } from 'catga/generated';
import { manualClock } from 'catga/testing';
import { describe, expect, it } from 'vitest';
import { command, event, type Plain } from '../support/index.ts';
import { batchRegistry } from './batch-bench.ts';

/** Numbers from 0 to 1 that are the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const notHandled: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CANCELLED', 'TIMEOUT', 'OVERLOADED', 'STOPPED']);

interface Account {
  readonly problems: readonly string[];
  readonly codes: ReadonlyMap<string, number>;
  readonly handled: number;
  readonly undelivered: number;
}

/**
 * Sends messages at random under a clock that stands still: with keys, time-outs, signals, batches that fail in every way, and
 * a stop at some moment. Then every message is accounted for.
 */
async function play(seed: number, made: typeof Batches = Batches): Promise<Account> {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const problems: string[] = [];
  const clock = manualClock();
  const began = new Map<unknown, number>();
  const succeeded = new Map<unknown, number>();
  const keysRunning = new Set<string>();
  const lastOfKey = new Map<string, number>();

  const handle = async (messages: readonly Plain[]): Promise<unknown> => {
    const key = `${messages[0]?.['$type']}/${String(messages[0]?.['key'])}`;
    const keyed = messages[0]?.['$type'] === 'l.keyed';
    if (keyed) {
      if (messages.some((message) => message['key'] !== messages[0]?.['key'])) problems.push('two keys in one batch');
      if (keysRunning.has(key)) problems.push('two batches of one key at a time');
      keysRunning.add(key);
      for (const message of messages) {
        if (Number(message['n']) < (lastOfKey.get(key) ?? -1)) problems.push(`${String(message['n'])} out of order`);
        lastOfKey.set(key, Number(message['n']));
      }
    }
    for (const message of messages) began.set(message['n'], (began.get(message['n']) ?? 0) + 1);
    const kind = below(10);
    const delayMs = below(30);
    if (delayMs > 0) await new Promise<void>((resolve) => clock.schedule(delayMs, resolve));
    keysRunning.delete(key);
    if (kind === 0) throw new Error('broken');
    if (kind === 1) return messages.slice(1).map(() => ok());
    const results = messages.map(() => (next() < 0.1 ? fail('CONFLICT', 'no') : ok()));
    for (const [index, message] of messages.entries()) {
      if (results[index]?.ok === true) succeeded.set(message['n'], (succeeded.get(message['n']) ?? 0) + 1);
    }
    return results;
  };

  const size = 1 + below(8);
  const waitMs = below(3) === 0 ? 0 : 1 + below(40);
  const registry = batchRegistry(
    {
      'l.plain': { size, waitMs, timeoutMs: 60, handle },
      'l.keyed': { size, waitMs, key: 'key', handle },
      'l.seen': { kind: 'event', size, waitMs, handle },
      'l.stored': { kind: 'event', qos: 1, size, waitMs, handle },
    },
    made,
  );
  const app = await createCatga({
    service: 'test',
    registry,
    clock,
    delivery: { concurrency: 1 + below(4), maxDeliveries: 3, firstDelayMs: 5, maxDelayMs: 20 },
    batching: { concurrency: 1 + below(3), maxPending: 3 + below(30), roomWaitMs: below(2) === 0 ? 0 : 25 },
  });

  const sent = new Map<number, Result<unknown> | undefined>();
  const stored: number[] = [];
  const messages = 200;
  const stopAt = below(messages + 1);
  let stopping: ReturnType<typeof app.stop> | undefined;
  for (let n = 0; n < messages; n++) {
    if (n === stopAt) stopping = app.stop({ timeoutMs: below(100) });
    const kind = below(4);
    if (kind === 3) {
      app.mediator.publish(event('l.stored', { n })).then(
        () => stored.push(n),
        () => undefined,
      );
    } else {
      sent.set(n, undefined);
      if (kind === 2) {
        app.mediator.publish(event('l.seen', { n })).then(
          ({ failures: [failure] }) => sent.set(n, failure === undefined ? ok() : { ok: false, error: failure.error }),
          (error: unknown) => sent.set(n, { ok: false, error: error as never }),
        );
      } else {
        const controller = new AbortController();
        if (next() < 0.1) clock.schedule(below(40), () => controller.abort());
        const options = {
          ...(next() < 0.3 && { signal: controller.signal }),
          ...(next() < 0.3 && { timeoutMs: 1 + below(50) }),
        };
        const message = kind === 1 ? command('l.keyed', { n, key: below(4) }) : command('l.plain', { n });
        void app.mediator.send(message, options).then((result) => sent.set(n, result));
      }
    }
    if (next() < 0.3) await clock.advance(below(20));
  }
  stopping ??= app.stop({ timeoutMs: 10_000 });
  let report: Awaited<typeof stopping> | undefined;
  void stopping.then((stopped) => (report = stopped));
  await clock.advance(20_000);
  if (report === undefined) problems.push('stop hangs');
  if (clock.pending() > 0) problems.push(`${clock.pending()} timers are left`);

  const codes = new Map<string, number>();
  for (const [n, result] of sent) {
    const times = began.get(n) ?? 0;
    const good = succeeded.get(n) ?? 0;
    if (result === undefined) problems.push(`${n} was never answered`);
    else if (result.ok && good !== 1) problems.push(`${n} succeeded, but was handled ${good} times`);
    else if (!result.ok && notHandled.has(result.error.code) && times > 0) problems.push(`${n} was handled after all`);
    else if (!result.ok && result.error.code !== 'OUTCOME_UNKNOWN' && good > 0)
      problems.push(`${n} is a false failure`);
    if (times > 1) problems.push(`${n} was handled ${times} times`);
    const code = result === undefined ? 'nothing' : result.ok ? 'ok' : result.error.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const dead = new Set(report?.deadLetters.map(({ entry }) => (entry.message as Plain)['n']));
  const left = new Set(report?.undelivered.map(({ message }) => (message as Plain)['n']));
  for (const n of stored) {
    const good = succeeded.get(n) ?? 0;
    const places = (good > 0 ? 1 : 0) + (dead.has(n) ? 1 : 0) + (left.has(n) ? 1 : 0);
    if (places !== 1) problems.push(`stored ${n} is in ${places} places`);
    if (good > 1) problems.push(`stored ${n} was acknowledged, and handled ${good} times`);
  }
  return { problems, codes, handled: began.size, undelivered: left.size };
}

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

/** What a broken implementation is found out by. */
async function found(made: typeof Batches): Promise<string> {
  const all: string[] = [];
  for (const seed of seeds.slice(0, 20)) all.push(...(await play(seed, made)).problems);
  return all.join('\n');
}

describe('batching: every message is accounted for', () => {
  it('under random failures, cancellations, time-outs, full buffers and stops', async () => {
    const codes = new Map<string, number>();
    let handled = 0;
    let undelivered = 0;
    for (const seed of seeds) {
      const account = await play(seed);
      expect(account.problems, `seed ${seed}`).toEqual([]);
      for (const [code, count] of account.codes) codes.set(code, (codes.get(code) ?? 0) + count);
      handled += account.handled;
      undelivered += account.undelivered;
    }
    // Every way out was taken, or this test would prove less than it says.
    const outcomes = [
      'CANCELLED',
      'CONFLICT',
      'HANDLER_FAILED',
      'OUTCOME_UNKNOWN',
      'OVERLOADED',
      'STOPPED',
      'TIMEOUT',
      'ok',
    ];
    expect([...codes.keys()].toSorted()).toEqual(outcomes);
    expect(handled).toBeGreaterThan(3_000);
    expect(undelivered).toBeGreaterThan(0);
  });

  it('control: batches that are not begun at a stop are found out', async () => {
    class WithoutFlush<M extends object> extends Batches<M> {
      override drain(): void {
        return;
      }

      override halt(): void {
        return;
      }
    }
    expect(await found(WithoutFlush)).toContain('was never answered');
  });

  it('control: dropping the oldest is found out', async () => {
    class Dropping<M extends object> extends Batches<M> {
      #count = 0;

      override request(message: M, context: MessageContext): Promise<Result<unknown>> {
        return ++this.#count % 20 === 0 ? Promise.resolve(ok()) : super.request(message, context);
      }
    }
    expect(await found(Dropping)).toContain('succeeded, but was handled 0 times');
  });

  it('control: handling a message twice is found out', async () => {
    class Twice<M extends object> extends Batches<M> {
      #count = 0;

      override async request(message: M, context: MessageContext): Promise<Result<unknown>> {
        const result = await super.request(message, context);
        return ++this.#count % 20 === 0 ? await super.request(message, context) : result;
      }
    }
    expect(await found(Twice)).toMatch(/handled 2 times/);
  });

  it('control: ignoring keys is found out', async () => {
    class WithoutKeys<M extends object> extends Batches<M> {
      constructor(declaration: ConstructorParameters<typeof Batches<M>>[0]) {
        const { key: _key, ...rest } = declaration;
        super(rest);
      }
    }
    expect(await found(WithoutKeys)).toContain('two keys in one batch');
  });
});
