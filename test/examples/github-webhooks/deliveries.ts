import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WebhookEventName } from '@octokit/webhooks-types';
import type { Delivery } from '../../../examples/github-webhooks/src/delivery.ts';

interface Examples {
  readonly name: WebhookEventName;
  readonly examples: readonly unknown[];
}

/** Every example payload. Read, not imported: the compiler would take seconds to infer the type of six megabytes of JSON. */
export function exampleDeliveries(): readonly Delivery[] {
  const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
  const kinds = JSON.parse(readFileSync(file, 'utf8')) as readonly Examples[];
  return kinds.flatMap(({ name, examples }) =>
    examples.map((payload, index) => ({ kind: name, index, body: JSON.stringify(payload) })),
  );
}
