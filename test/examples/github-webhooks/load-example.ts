import type { WebhookEventName } from '@octokit/webhooks-types';
import type { Codec, EventMessage, Mediator, Registry } from 'catga';
import type { Delivery, Replay } from '../../../examples/github-webhooks/src/delivery.ts';
import type { DeliveryCounts } from '../../../examples/github-webhooks/src/webhooks/delivery-counts.ts';

/** What the tests use of `examples/github-webhooks`. */
export interface WebhooksExample {
  readonly registry: (externals: { readonly deliveryCounts: () => DeliveryCounts }) => Registry;
  readonly webhookCodecs: Readonly<Record<WebhookEventName, Codec<EventMessage>>>;
  readonly replay: (mediator: Mediator, deliveries: readonly Delivery[]) => Promise<Replay>;
}

/**
 * Loads the example at run time. Imported in the usual way, its six megabytes of generated code would be type-checked with
 * every check of the repository; the example's own build does that once.
 */
export async function loadExample(): Promise<WebhooksExample> {
  const [generated, codecs, replaying] = await Promise.all([
    load('catga/index.ts'),
    load('webhooks/webhook-codecs.ts'),
    load('replay.ts'),
  ]);
  // The modules have these exports: the example itself compiles with them.
  return { ...generated, ...codecs, ...replaying } as WebhooksExample;
}

async function load(path: string): Promise<object> {
  const url = new URL(`../../../examples/github-webhooks/src/${path}`, import.meta.url);
  return (await import(/* @vite-ignore */ url.href)) as object;
}
