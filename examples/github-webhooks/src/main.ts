import { createCatga } from 'catga';
import { registry } from './catga/index.ts';
import type { Replay } from './delivery.ts';
import { exampleDeliveries } from './example-deliveries.ts';
import { replay } from './replay.ts';
import { DeliveryCounts } from './webhooks/delivery-counts.ts';
import { webhookCodecs } from './webhooks/webhook-codecs.ts';

// Replays every published example payload: decoded from JSON, published, handled, and counted by kind.
const counts = new DeliveryCounts();
const app = await createCatga({ service: 'github-webhooks', registry: registry({ deliveryCounts: () => counts }) });
let outcome: Replay;
try {
  outcome = await replay(app.mediator, exampleDeliveries());
} finally {
  await app.stop(); // waits until everything that was published is handled
}

const kinds = Object.keys(webhookCodecs).filter((kind) => counts.of(kind) > 0);
for (const kind of kinds) console.log(`${kind.padEnd(34)}${counts.of(kind)}`);
console.log(`${outcome.published} payloads of ${kinds.length} kinds published, ${counts.total} handled`);
console.log(`${outcome.refused.length} payloads contradict their published type:`);
for (const { kind, index, reason } of outcome.refused) console.log(`  ${kind} #${index}: ${reason}`);
if (counts.total !== outcome.published) process.exitCode = 1;
