import { createCatga, type Command, type Instrumentation, type Mediator } from 'catga';
import { recordSale, recordSaleInBatch, registry, transferInOrder } from './catga/index.js';

const sales = 2_000;
const accounts = ['a', 'b', 'c', 'd'];

let indexed = 0;
let calls = 0;
const batches = new Map<string, number[]>();

// One event for each batch: this is how to see in production what batching does.
const instrumentation: Instrumentation = {
  record(event) {
    if (event.kind !== 'batch') return;
    const sizes = batches.get(event.context.messageType) ?? [];
    batches.set(event.context.messageType, [...sizes, event.messages]);
  },
};

const app = await createCatga({
  service: 'sales',
  registry: registry({
    searchIndex: () => ({
      addAll: async (documents) => {
        calls++;
        indexed += documents.length;
      },
    }),
  }),
  instrumentation,
  batching: { concurrency: 4, maxPending: 500 },
});

/** Sends all at once, as many callers would; how long it took, in milliseconds. */
async function timed(
  title: string,
  make: (init: { account: string; cents: number }) => Command<number>,
  mediator: Mediator,
): Promise<number> {
  const startedAt = performance.now();
  const messages = Array.from({ length: sales }, (_, n) => make({ account: accounts[n % 4] ?? 'a', cents: 1 }));
  const results = await mediator.sendBatch(messages, { concurrency: 1_000 });
  const tookMs = performance.now() - startedAt;
  const good = results.filter(({ ok }) => ok).length;
  console.log(`${title}: ${good} of ${sales} in ${tookMs.toFixed(0)} ms`);
  return tookMs;
}

try {
  const singleMs = await timed('one by one', recordSale, app.mediator);
  const batchedMs = await timed('in batches', recordSaleInBatch, app.mediator);
  console.log(`batches are ${(singleMs / batchedMs).toFixed(1)} times as fast`);
  await timed('in batches by account', transferInOrder, app.mediator);
} finally {
  await app.stop(); // handles what is stored: the events of all batches
}
for (const [name, sizes] of batches) {
  const messages = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`${name}: ${messages} messages in ${sizes.length} batches, at most ${Math.max(...sizes)} at once`);
}
console.log(`${indexed} sales indexed by ${calls} calls`);
