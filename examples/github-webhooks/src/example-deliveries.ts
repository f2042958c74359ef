import examples from '@octokit/webhooks-examples/api.github.com/index.json' with { type: 'json' };
import type { WebhookEventName } from '@octokit/webhooks-types';

/** One example payload, as GitHub would post it. */
export interface ExampleDelivery {
  readonly kind: WebhookEventName;
  /** Its place among the examples of its kind. */
  readonly index: number;
  readonly body: string;
}

/** Every example of `@octokit/webhooks-examples`. */
export function exampleDeliveries(): readonly ExampleDelivery[] {
  return examples.flatMap(({ name, examples: payloads }) =>
    payloads.map((payload, index) => ({ kind: name, index, body: JSON.stringify(payload) })),
  );
}
