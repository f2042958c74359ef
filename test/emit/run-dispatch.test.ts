import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Catga, CatgaOptions, Registry, Result } from '../../runtime/index.ts';
import { generateCase, temporaryFolder, writeCase } from './support/cases.ts';
import { load } from './support/run.ts';

const root = temporaryFolder();
afterAll(() => rmSync(root, { recursive: true }));

/** What every entry exports besides what its test needs. */
interface Exported {
  readonly createCatga: (options: CatgaOptions) => Promise<Catga>;
  readonly constructors: Readonly<Record<string, (init: object) => never>>;
}

interface Loaded extends Exported {
  /** Makes a message by the name of its constructor. */
  readonly make: (name: string, init: object) => never;
}

const projects = new Map<string, string>();

/** Loads a case anew: each test has its own state of the project's modules. */
async function loadCase<T>(name: string, entry: string): Promise<Loaded & T> {
  const project = projects.get(name) ?? writeCase(name, generateCase(name).files, root);
  projects.set(name, project);
  const loaded = await load<Exported & T>(
    project,
    `export { createCatga } from 'catga'; export * as constructors from './src/catga/messages.js'; ${entry}`,
  );
  const make = (constructor: string, init: object): never => {
    const create = loaded.constructors[constructor];
    if (create === undefined) throw new TypeError(`${name} has no constructor ${constructor}.`);
    return create(init);
  };
  return { ...loaded, make };
}

function shown(result: Result<unknown>): unknown {
  return result.ok ? result.value : `${result.error.code}: ${result.error.message}`;
}

describe('emit: dispatch', () => {
  interface Repository {
    readonly log: string[];
  }
  interface Dispatch {
    readonly registry: (externals: object) => Registry;
    readonly OrderRepository: new () => Repository;
  }

  test('emit: sends, publishes, retries, delivers and disposes as declared', async () => {
    const { createCatga, make, registry, OrderRepository } = await loadCase<Dispatch>(
      'dispatch',
      "export { registry } from './src/catga/index.js'; export { OrderRepository } from './src/orders/repository.js';",
    );
    const orders = new OrderRepository();
    let calls = 0;
    const externals = { orderRepository: () => (calls++, orders), carrier: () => 'post' };
    const app = await createCatga({ service: 'orders', registry: registry(externals) });
    const { mediator } = app;
    const lines = [{ sku: 's', quantity: 1 }];

    expect(shown(await mediator.send(make('placeOrder', { customerId: 'c', lines })))).toEqual({ orderId: 'c-1' });
    expect(shown(await mediator.send(make('placeOrder', { customerId: 'c', lines: [] })))).toMatch(
      /^VALIDATION_FAILED/,
    );
    expect(shown(await mediator.send(make('placeOrder', { customerId: 'c-throws', lines })))).toBe(
      'HANDLER_FAILED: no such customer',
    );
    expect(shown(await mediator.send(make('getOrder', { orderId: 'c-1' })))).toEqual({ orderId: 'c-1' });
    expect(shown(await mediator.send(make('getOrder', { orderId: 'o-throws' })))).toBe('HANDLER_FAILED: broken index');
    expect(shown(await mediator.send(make('shipOrder', { orderId: 'c-1' })))).toBeUndefined();
    expect(shown(await mediator.send(make('archiveOrder', { orderId: 'c-1' })))).toMatch(/^HANDLER_NOT_FOUND/);

    const seen = await mediator.publish(make('cartViewed', { cartId: 'k' }));
    expect(seen).toMatchObject({ handlers: 2, failures: [] });
    const bad = await mediator.publish(make('cartViewed', { cartId: 'bad' }));
    expect(bad.failures.map(({ handler, error }) => `${handler} ${error.message}`)).toEqual([
      'LogView log failed',
      'CountView count failed',
    ]);
    expect(await mediator.publish(make('cartLeft', { cartId: 'k' }))).toMatchObject({ handlers: 0, failures: [] });
    await app.stop();
    expect(calls).toBe(1);
    expect(orders.log.toSorted()).toEqual(
      [
        'receipt for c-1',
        'ship c-1 by post at attempt 3',
        'log k as cart-viewed',
        'count k',
        'log bad as cart-viewed',
        'count bad',
        'repository closed',
      ].toSorted(),
    );
    expect(orders.log.at(-1)).toBe('repository closed');
  });

  test('emit: an optional dependency may be left out', async () => {
    const { createCatga, make, registry, OrderRepository } = await loadCase<Dispatch>(
      'dispatch',
      "export { registry } from './src/catga/index.js'; export { OrderRepository } from './src/orders/repository.js';",
    );
    const orders = new OrderRepository();
    const app = await createCatga({ service: 'orders', registry: registry({ orderRepository: async () => orders }) });
    await app.mediator.send(make('shipOrder', { orderId: 'c-1' }));
    await app.stop();
    expect(orders.log).toContain('ship c-1 by anyone at attempt 3');
  });

  test('emit: a module that imports a handler before the registry finds everything initialised', async () => {
    const { first } = await loadCase<{ readonly first: string }>(
      'dispatch',
      `import { PlaceOrderHandler } from './src/orders/handlers.js';
       import { registry } from './src/catga/registry.js';
       export const first = PlaceOrderHandler.name + typeof registry;`,
    );
    expect(first).toBe('PlaceOrderHandlerfunction');
  });
});

describe('emit: behaviors', () => {
  test.each([
    [
      'all layers, outermost first and back again',
      { name: 'ann' },
      'ann',
      'outer before rename|gate before|validate|around in|rescue before|handle|rescue after|around out|gate after|outer after ok',
    ],
    [
      'a failure of the handler passes the after hooks',
      { name: 'ann', fails: 'result' },
      'CONFLICT: taken',
      'outer before rename|gate before|validate|around in|rescue before|handle|rescue after|around out|gate after|outer after CONFLICT',
    ],
    [
      'before ends the pipeline; behaviors outside see the failure',
      { name: 'ann', fails: 'before' },
      'FORBIDDEN: the gate is closed',
      'outer before rename|gate before|outer after FORBIDDEN',
    ],
    [
      'validation ends it inside of what has a lower order',
      { name: '' },
      'VALIDATION_FAILED',
      'outer before rename|gate before|validate|gate after|outer after VALIDATION_FAILED',
    ],
    [
      'error replaces what an inner layer threw; its own after is left out',
      { name: 'ann', fails: 'inner' },
      'rescued',
      'outer before rename|gate before|validate|around in|rescue before|handle|rescue error|around out|gate after|outer after ok',
    ],
    [
      'what nobody replaces passes every error hook and becomes a failure',
      { name: 'ann', fails: 'handler' },
      'HANDLER_FAILED: handler failed',
      'outer before rename|gate before|validate|around in|rescue before|handle|rescue error|outer error handler failed',
    ],
    [
      'an after hook that throws is for the behaviors outside',
      { name: 'ann', fails: 'after' },
      'HANDLER_FAILED: after failed',
      'outer before rename|gate before|validate|around in|rescue before|handle|rescue after|outer error after failed',
    ],
  ])('emit: %s', async (_, message, answer, order) => {
    const { createCatga, make, registry, log } = await loadCase<{ registry: () => Registry; log: string[] }>(
      'behaviors',
      "export { registry } from './src/catga/index.js'; export { log } from './src/log.js';",
    );
    const app = await createCatga({ service: 'names', registry: registry() });
    const result = shown(await app.mediator.send(make('rename', message)));
    await app.stop();
    expect(String(result)).toContain(answer);
    expect(log.join('|')).toBe(order);
  });

  test('emit: behaviors run around each event handler, and its failure is kept', async () => {
    const { createCatga, make, registry, log } = await loadCase<{ registry: () => Registry; log: string[] }>(
      'behaviors',
      "export { registry } from './src/catga/index.js'; export { log } from './src/log.js';",
    );
    const app = await createCatga({ service: 'names', registry: registry() });
    const good = await app.mediator.publish(make('renamed', { name: 'a' }));
    const bad = await app.mediator.publish(make('renamed', { name: 'b', fails: true }));
    await app.stop();
    expect(good.failures).toEqual([]);
    expect(bad.failures.map(({ error }) => error.message)).toEqual(['event failed']);
    expect(log.join('|')).toBe(
      'outer before renamed|around in|renamed a|around out|outer after ok|' +
        'outer before renamed|around in|renamed b|outer error event failed',
    );
  });
});

describe('emit: lifetimes', () => {
  interface Lifetimes {
    readonly registry: () => Registry;
    readonly log: string[];
  }
  const entry = "export { registry } from './src/catga/index.js'; export { log } from './src/app.js';";

  test('emit: a scope belongs to one message and is disposed of, in reverse, after the commit', async () => {
    const { createCatga, make, registry, log } = await loadCase<Lifetimes>('lifetimes', entry);
    const app = await createCatga({ service: 'work', registry: registry() });
    expect(shown(await app.mediator.send(make('work', {})))).toBe('true true');
    expect(log.splice(0)).toEqual([
      'session 1 opened',
      'cursor opened',
      'cursor opened',
      'committed',
      'cursor closed',
      'cursor closed',
      'session 1 closed',
    ]);
    expect(shown(await app.mediator.send(make('work', { fails: true })))).toBe('HANDLER_FAILED: work failed');
    expect(log.splice(0)).toEqual([
      'session 2 opened',
      'cursor opened',
      'cursor opened',
      'rolled back',
      'cursor closed',
      'cursor closed',
      'session 2 closed',
    ]);
    await app.stop();
    expect(log).toEqual(['reader closed', 'pool closed']);
  });

  test('emit: transient handlers are made for each message, a function gets its dependencies once', async () => {
    const { createCatga, make, registry } = await loadCase<Lifetimes>('lifetimes', entry);
    const app = await createCatga({ service: 'work', registry: registry() });
    expect(shown(await app.mediator.send(make('simple', { name: 'a' })))).toBe(1);
    expect(shown(await app.mediator.send(make('simple', { name: 'b' })))).toBe(2);
    expect(shown(await app.mediator.send(make('report', { name: 'r' })))).toBe('r true');
    await app.stop();
  });

  test('emit: a scoped event handler has a scope of its own', async () => {
    const { createCatga, make, registry, log } = await loadCase<Lifetimes>('lifetimes', entry);
    const app = await createCatga({ service: 'work', registry: registry() });
    expect((await app.mediator.publish(make('worked', { name: 'x' }))).failures).toEqual([]);
    await app.stop();
    expect(log).toEqual(['session 1 opened', 'worked x in number', 'session 1 closed', 'reader closed', 'pool closed']);
  });
});

describe('emit: class messages', () => {
  interface Stock {
    readonly registry: () => Registry;
    readonly ReserveStock: new (sku: string, quantity: number) => never;
    readonly StockReserved: new (sku: string) => never;
    readonly log: string[];
  }

  test('emit: instances are dispatched; clones, spreads and subclasses are refused with a reason', async () => {
    const { createCatga, registry, ReserveStock, StockReserved, log } = await loadCase<Stock>(
      'class-messages',
      "export { registry } from './src/catga/index.js'; export * from './src/stock.js';",
    );
    const app = await createCatga({ service: 'stock', registry: registry() });
    const { mediator } = app;
    expect(shown(await mediator.send(new ReserveStock('s', 2)))).toBe(2);
    expect((await mediator.publish(new StockReserved('s'))).failures).toEqual([]);
    class Sub extends (ReserveStock as unknown as new (sku: string, quantity: number) => object) {}
    for (const wrong of [
      { ...(new ReserveStock('s', 2) as object) },
      structuredClone(new ReserveStock('s', 2)),
      new Sub('s', 1),
    ]) {
      expect(shown(await mediator.send(wrong as never))).toMatch(/^UNKNOWN_MESSAGE/);
    }
    await app.stop();
    expect(log).toEqual(['reserve 2 of s', 'reserved s']);
  });
});

function keys(value: object): string {
  return Object.keys(value).join(',');
}

describe('emit: names', () => {
  interface Named {
    readonly registry: () => Registry;
    readonly log: string[];
  }
  const entry = "export { registry } from './src/catga/index.js'; export { log } from './src/handlers.js';";

  test('emit: same-named types of two files, and a default export, stay apart', async () => {
    const { createCatga, make, registry, log } = await loadCase<Named>('names', entry);
    const app = await createCatga({ service: 'names', registry: registry() });
    await app.mediator.send(make('billingCancel', { invoiceId: 'i' }));
    await app.mediator.send(make('ordersCancel', { orderId: 'o' }));
    await app.stop();
    expect(log).toEqual(['invoice i', 'order o']);
  });

  test('emit: constructors copy declared members only, leave absent ones absent, and put $type last', async () => {
    const { make } = await loadCase<Named>('names', entry);
    expect(keys(make('few', { b: 'b', extra: 1 }))).toBe('b,$type');
    expect(keys(make('few', { c: 1, b: 'b' }))).toBe('b,c,$type');
    expect(keys(make('few', { c: 1, b: 'b', a: undefined }))).toBe('b,c,$type');
    expect(keys(make('few', { c: 1, a: 'a', b: 'b' }))).toBe('a,b,c,$type');
    expect(keys(make('many', { d: true, b: 'b', e: undefined }))).toBe('b,d,e,$type');
    expect(make('changed', { action: 'deleted', reason: 'r' })).toEqual({
      action: 'deleted',
      reason: 'r',
      $type: 'changed',
    });
    const odd = make('classMessage', { 'content-type': 't', ['__proto__']: 'p', größe: 1, "it's": true }) as object;
    expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
    expect(keys(odd)).toBe("content-type,__proto__,größe,it's,$type");
    expect(Object.getOwnPropertyDescriptor(odd, '__proto__')?.value).toBe('p');
  });
});

describe('emit: many messages', () => {
  test('emit: beyond 32 messages dispatch goes through a table', async () => {
    const { createCatga, make, registry, log } = await loadCase<{ registry: () => Registry; log: string[] }>(
      'many',
      "export { registry } from './src/catga/index.js'; export { log } from './src/steps.js';",
    );
    const app = await createCatga({ service: 'steps', registry: registry() });
    for (let step = 1; step <= 33; step++) {
      const name = `step${String(step).padStart(2, '0')}`;
      expect(shown(await app.mediator.send(make(name, { value: 100 })))).toBe(100 + step);
    }
    expect(await app.mediator.publish(make('stepped33', { value: 1 }))).toMatchObject({ handlers: 1, failures: [] });
    expect(await app.mediator.publish(make('stepped01', { value: 1 }))).toMatchObject({ handlers: 0, failures: [] });
    expect(shown(await app.mediator.send({ $type: 'step-99' } as never))).toMatch(/^UNKNOWN_MESSAGE/);
    await app.stop();
    expect(log).toEqual(['stepped 1']);
  });
});

describe('emit: batches', () => {
  interface Journal {
    readonly registry: (externals: object) => Registry;
  }
  const entry = "export { registry } from './src/catga/index.js'; export { Touch } from './src/messages.js';";

  test('emit: messages are collected by size and key, with behaviors and validators around each', async () => {
    const { createCatga, make, registry } = await loadCase<Journal>('batches', entry);
    const lines: string[] = [];
    const journal = () => ({ write: (line: string) => void lines.push(line) });
    const app = await createCatga({
      service: 'shop',
      registry: registry({ journal, prices: () => new Map([['a', 7]]) }),
    });
    const sale = (account: string, amount: number): never => make('recordSale', { account, amount });
    const { mediator } = app;

    const sent = [sale('x', 1), sale('y', 2), sale('x', 3), sale('x', -1), sale('x', 4), sale('x', 5), sale('y', 6)];
    const results = await Promise.all(sent.map((each) => mediator.send(each)));
    expect(results.map(shown)).toEqual([
      { balance: 1 },
      { balance: 2 },
      { balance: 3 },
      'VALIDATION_FAILED: record-sale is not valid: amount: must be positive',
      { balance: 4 },
      { balance: 5 },
      { balance: 6 },
    ]);
    const recorded = lines.filter((line) => line.startsWith('record '));
    expect(recorded.toSorted()).toEqual(['record x:1 x:3 x:4 x:5', 'record y:2 y:6']);
    expect(lines.filter((line) => line === 'before record-sale')).toHaveLength(6);

    const unlucky = await Promise.all([sale('z', 13), sale('z', 8)].map((each) => mediator.send(each)));
    expect(unlucky.map(shown)).toEqual(['HANDLER_FAILED: unlucky', { balance: 8 }]);
    expect(lines.filter((line) => line.startsWith('record z'))).toEqual([
      'record z:13 z:8',
      'record z:13',
      'record z:8',
    ]);

    const prices = await Promise.all(['a', 'b'].map((sku) => mediator.send(make('priceOf', { sku }))));
    expect(prices.map(shown)).toEqual([7, 0]);
    await app.stop();
  });

  test('emit: events are collected for the handler that asks for it, and its scope lives as long as a batch', async () => {
    const { createCatga, make, registry, Touch } = await loadCase<
      Journal & { readonly Touch: new (id: string) => never }
    >('batches', entry);
    const lines: string[] = [];
    const journal = () => ({ write: (line: string) => void lines.push(line) });
    const app = await createCatga({ service: 'shop', registry: registry({ journal, prices: () => new Map() }) });
    const pages = ['p', 'q', 'r'].map((page) => app.mediator.publish(make('pageViewed', { page })));
    for (const receipt of await Promise.all(pages)) expect(receipt).toMatchObject({ handlers: 2, failures: [] });
    const own = lines.filter((line) => !line.startsWith('before'));
    expect(own).toEqual(['views 3', 'counter closed', 'log p', 'log q', 'log r']);

    for (const amount of [1, 2, 3]) {
      await app.mediator.publish(make('saleRecorded', { order: { customerId: 1 }, amount }));
    }
    expect(shown(await app.mediator.send(new Touch('t')))).toBeUndefined();
    expect(await app.stop()).toMatchObject({ drained: true, undelivered: [], deadLetters: [] });
    expect(lines).toContain('sum 6 at 1');
    expect(app.registry.messages.map(({ batches }) => batches)).toEqual([
      { CountViews: { size: 3, waitMs: 5 } },
      { pricesOf: { size: 2, waitMs: 0 } },
      { RecordSales: { size: 4, waitMs: 20 } },
      { SumSales: { size: 50, waitMs: 1 } },
      { TouchAll: { size: 100, waitMs: 10 } },
    ]);
  });
});
