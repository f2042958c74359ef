import type { WebhookEventName } from '@octokit/webhooks-types';

/** One payload, as GitHub posts it. */
export interface Delivery {
  readonly kind: WebhookEventName;
  /** Its place among the payloads of its kind. */
  readonly index: number;
  readonly body: string;
}

/** A payload that is not what its published type says. */
export interface RefusedDelivery {
  readonly kind: string;
  readonly index: number;
  /** What the codec expected, and where. */
  readonly reason: string;
}

export interface Replay {
  readonly published: number;
  readonly refused: readonly RefusedDelivery[];
}
