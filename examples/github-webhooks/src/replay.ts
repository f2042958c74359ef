import { isCatgaError, type Mediator } from 'catga';
import type { Delivery, RefusedDelivery, Replay } from './delivery.ts';
import { webhookCodecs } from './webhooks/webhook-codecs.ts';

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
