import examples from '@octokit/webhooks-examples/api.github.com/index.json' with { type: 'json' };
import { webhookCodecs, type WebhookKind } from './webhooks/webhook-codecs.ts';

/** One example payload, as GitHub would post it. */
export interface ExampleDelivery {
  readonly kind: WebhookKind;
  readonly index: number;
  readonly body: string;
}

/** Every example of `@octokit/webhooks-examples`. */
export function exampleDeliveries(): readonly ExampleDelivery[] {
  return examples.flatMap(({ name, examples: payloads }) =>
    payloads.map((payload: unknown, index) => ({ kind: knownKind(name), index, body: JSON.stringify(payload) })),
  );
}

function knownKind(name: string): WebhookKind {
  if (Object.hasOwn(webhookCodecs, name)) return name as WebhookKind;
  throw new TypeError(`the examples have a kind without a declaration: ${name}`);
}
