import { createCatga, isCatgaError } from 'catga';
import { registry } from './catga/index.ts';
import { exampleDeliveries } from './example-deliveries.ts';
import { DeliveryCounts } from './webhooks/delivery-counts.ts';
import { webhookCodecs } from './webhooks/webhook-codecs.ts';

// Replays every published example payload: decoded from JSON, published, handled, and counted by kind.
const counts = new DeliveryCounts();
const app = await createCatga({ service: 'github-webhooks', registry: registry({ deliveryCounts: () => counts }) });
const refused: string[] = [];
let published = 0;
try {
  for (const { kind, index, body } of exampleDeliveries()) {
    try {
      const event = webhookCodecs[kind].decodeJson(body);
      await app.mediator.publish(event);
      published++;
    } catch (error) {
      if (!isCatgaError(error) || error.code !== 'DECODE_FAILED') throw error;
      refused.push(`${kind} #${index}: ${error.message}`);
    }
  }
} finally {
  await app.stop(); // waits until everything that was published is handled
}

for (const kind of Object.keys(webhookCodecs)) console.log(`${kind.padEnd(34)}${counts.of(kind)}`);
console.log(`\n${published} payloads of ${Object.keys(webhookCodecs).length} kinds published, ${counts.total} handled`);
console.log(`${refused.length} payloads contradict their published type:`);
for (const line of refused) console.log(`  ${line}`);
if (counts.total !== published) process.exitCode = 1;
