import { createCatga, type MessageConstructor } from 'catga';
import type * as source from '../src/events.ts';
import { measure, type Subject } from './measure.ts';
import { emitteryEvents, mediatrEvents, nestEvents } from './peers/event-peers.ts';
import { answer, loadGenerated, loadSource, runnerArguments, type GeneratedModule } from './project.ts';

type Generated = GeneratedModule & { readonly orderPlaced: MessageConstructor<source.OrderPlaced> };

function sixteenEvents(generated: Generated): readonly source.OrderPlaced[] {
  return Array.from({ length: 16 }, (_, index) => generated.orderPlaced({ orderId: `o-${index}`, total: index }));
}

async function catga(generated: Generated, { tally }: typeof source): Promise<Subject> {
  const { mediator } = await createCatga({ service: 'bench', registry: generated.registry({}) });
  const events = sixteenEvents(generated);
  return {
    name: 'ours',
    async run(iterations) {
      tally.total = 0;
      let failures = 0;
      for (let i = 0; i < iterations; i++) {
        // In range by the mask: there are sixteen events.
        const receipt = await mediator.publish(events[i & 15] as source.OrderPlaced);
        failures += receipt.failures.length;
      }
      return failures === 0 ? tally.total : Number.NaN;
    },
  };
}

function direct(generated: Generated, { tally, ...types }: typeof source): Subject {
  const receipt = new types.SendReceipt();
  const stock = new types.UpdateStock();
  const count = new types.CountOrders();
  const events = sixteenEvents(generated);
  return {
    name: 'direct',
    async run(iterations) {
      tally.total = 0;
      for (let i = 0; i < iterations; i++) {
        // In range by the mask: there are sixteen events.
        const event = events[i & 15] as source.OrderPlaced;
        await receipt.handle(event);
        await stock.handle(event);
        await count.handle(event);
      }
      return tally.total;
    },
  };
}

const { folder, rounds } = runnerArguments();
const generated = await loadGenerated<Generated>(folder);
const types = await loadSource<typeof source>(folder, 'events');
const subjects = [
  await catga(generated, types),
  direct(generated, types),
  await nestEvents(),
  mediatrEvents(),
  emitteryEvents(),
];
// Totals are 0 to 15, and three handlers see each.
answer(await measure(subjects, (iterations) => (iterations / 16) * 15 * 8 * 3, rounds));
