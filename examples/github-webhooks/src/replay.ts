import { isCatgaError, type Mediator } from 'catga';
import type { WebhookEventName } from '@octokit/webhooks-types';
import { webhookCodecs } from './webhooks/webhook-codecs.ts';

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

/** Decodes each payload with the codec of its kind and publishes it; what does not decode is refused, not guessed at. */
export async function replay(mediator: Mediator, deliveries: readonly Delivery[]): Promise<Replay> {
  const refused: RefusedDelivery[] = [];
  for (const { kind, index, body } of deliveries) {
    try {
      await mediator.publish(webhookCodecs[kind].decodeJson(body));
    } catch (error) {
      if (!isCatgaError(error) || error.code !== 'DECODE_FAILED') throw error;
      refused.push({ kind, index, reason: error.message });
    }
  }
  return { published: deliveries.length - refused.length, refused };
}
