import { isCatgaError, type Mediator } from 'catga';
import type { ExampleDelivery } from './example-deliveries.ts';
import { webhookCodecs } from './webhooks/webhook-codecs.ts';

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
export async function replay(mediator: Mediator, deliveries: readonly ExampleDelivery[]): Promise<Replay> {
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
