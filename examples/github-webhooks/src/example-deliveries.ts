import examples from '@octokit/webhooks-examples/api.github.com/index.json' with { type: 'json' };
import type { Delivery } from './delivery.ts';

/** Every example of `@octokit/webhooks-examples`. */
export function exampleDeliveries(): readonly Delivery[] {
  return examples.flatMap(({ name, examples: payloads }) =>
    payloads.map((payload, index) => ({ kind: name, index, body: JSON.stringify(payload) })),
  );
}
