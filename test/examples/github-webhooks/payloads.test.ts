import { fileURLToPath } from 'node:url';
import { createCatga, isCatgaError, type CatgaError } from 'catga';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../examples/github-webhooks/src/delivery.ts';
import { DeliveryCounts } from '../../../examples/github-webhooks/src/webhooks/delivery-counts.ts';
import { contradictionsOf, contradictoryExamples } from './contradictions.ts';
import { DeclaredTypes } from './declared-types.ts';
import { exampleDeliveries } from './deliveries.ts';
import { loadExample } from './load-example.ts';

const { registry, replay, webhookCodecs } = await loadExample();
const types = new DeclaredTypes(
  fileURLToPath(new URL('../../../node_modules/@octokit/webhooks-types/schema.d.ts', import.meta.url)),
);
const deliveries = exampleDeliveries();
const consistent = deliveries.filter(({ kind, index }) => contradictionsOf(kind, index).length === 0);
const contradictory = deliveries.filter(({ kind, index }) => contradictionsOf(kind, index).length > 0);

describe('GitHub webhooks', () => {
  it('webhooks: all 58 kinds with examples, and the 8 without, have a codec', () => {
    expect(new Set(deliveries.map(({ kind }) => kind)).size).toBe(58);
    expect(Object.keys(webhookCodecs).toSorted()).toEqual(types.kinds.toSorted());
    expect(types.kinds).toHaveLength(66);
  });

  it('webhooks: there are 329 example payloads, 51 of which are listed as contradicting their type', () => {
    expect(deliveries).toHaveLength(329);
    expect(contradictory).toHaveLength(51);
    expect(contradictoryExamples).toHaveLength(51);
  });

  it.each(deliveries)(
    'webhooks: what is listed of $kind #$index is exactly what the type checker finds',
    (delivery) => {
      const { contradictions } = types.read(delivery.kind, JSON.parse(delivery.body));
      expect(contradictions).toEqual(contradictionsOf(delivery.kind, delivery.index));
    },
  );

  it.each(consistent)('webhooks: $kind #$index survives JSON and MessagePack as it is', (delivery) => {
    const codec = webhookCodecs[delivery.kind];
    const { declared, undeclared } = types.read(delivery.kind, JSON.parse(delivery.body));
    expect(undeclared).toEqual([]);
    const event = codec.decodeJson(delivery.body);
    expect(bodyOf(event)).toEqual(declared);
    expect(bodyOf(codec.decode(codec.encode(event)))).toEqual(declared);
    expect(JSON.parse(codec.encodeJson(event))).toEqual(declared);
  });

  it.each(contradictory)('webhooks: $kind #$index is refused where it contradicts its type', (delivery) => {
    const listed = contradictionsOf(delivery.kind, delivery.index).map(({ path }) => path);
    expect(listed).toContain(pathOf(refusalOf(delivery)));
  });

  it('webhooks: every payload that fits is published and handled once, by kind', async () => {
    const counts = new DeliveryCounts();
    const app = await createCatga({
      service: 'webhooks',
      registry: registry({ deliveryCounts: () => counts }),
      verifyWire: true,
    });
    const outcome = await replay(app.mediator, deliveries);
    await app.stop();
    expect(outcome.published).toBe(278);
    expect(outcome.refused.map(({ kind, index }) => `${kind} ${index}`)).toEqual(
      contradictory.map(({ kind, index }) => `${kind} ${index}`),
    );
    expect(counts.total).toBe(278);
    for (const kind of types.kinds) {
      expect(counts.of(kind), kind).toBe(consistent.filter((delivery) => delivery.kind === kind).length);
    }
  });
});

/** The event's data, without the wire name that every message in memory carries. */
function bodyOf(event: object): unknown {
  const { $type, ...body } = event as { readonly $type?: string };
  expect($type).toMatch(/^github\./);
  return body;
}

function refusalOf({ kind, body }: Delivery): CatgaError {
  try {
    webhookCodecs[kind].decodeJson(body);
  } catch (error) {
    if (isCatgaError(error) && error.code === 'DECODE_FAILED') return error;
    throw error;
  }
  throw new TypeError(`the codec of ${kind} accepted what the type checker refuses`);
}

function pathOf(error: CatgaError): unknown {
  const details: unknown = error.details;
  return typeof details === 'object' && details !== null && 'path' in details ? details.path : undefined;
}
