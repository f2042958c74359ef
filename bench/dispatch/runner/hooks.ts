import { createCatga, type MessageConstructor } from 'catga';
import type * as source from '../src/hooks.ts';
import { measure, type Subject } from './measure.ts';
import { mediatrBehaviors } from './peers/mediatr-behaviors.ts';
import { answer, loadGenerated, loadSource, runnerArguments, type GeneratedModule } from './project.ts';

type Generated = GeneratedModule & { readonly placeOrder: MessageConstructor<source.PlaceOrder> };

function sixteenOrders(generated: Generated): readonly source.PlaceOrder[] {
  return Array.from({ length: 16 }, (_, index) => generated.placeOrder({ orderId: `o-${index}`, amount: index }));
}

async function catga(generated: Generated, { tally }: typeof source): Promise<Subject> {
  const { mediator } = await createCatga({ service: 'bench', registry: generated.registry({}) });
  const messages = sixteenOrders(generated);
  return {
    name: 'ours',
    async run(iterations) {
      tally.before = 0;
      tally.after = 0;
      let sum = 0;
      for (let i = 0; i < iterations; i++) {
        // In range by the mask: there are sixteen messages.
        const result = await mediator.send(messages[i & 15] as source.PlaceOrder);
        if (result.ok) sum += result.value;
      }
      return tally.before === 3 * iterations && tally.after === 3 * iterations && tally.error === 0 ? sum : Number.NaN;
    },
  };
}

function direct(generated: Generated, types: typeof source): Subject {
  const handler = new types.PlaceOrderHandler();
  const messages = sixteenOrders(generated);
  return {
    name: 'direct',
    async run(iterations) {
      let sum = 0;
      for (let i = 0; i < iterations; i++) {
        // In range by the mask: there are sixteen messages.
        const result = await handler.handle(messages[i & 15] as source.PlaceOrder);
        if (result.ok) sum += result.value;
      }
      return sum;
    },
  };
}

const { folder, rounds } = runnerArguments();
const generated = await loadGenerated<Generated>(folder);
const types = await loadSource<typeof source>(folder, 'hooks');
const subjects = [await catga(generated, types), direct(generated, types), mediatrBehaviors()];
// Amounts are 0 to 15, the handler adds 1.
answer(await measure(subjects, (iterations) => (iterations / 16) * (15 * 8 + 16), rounds));
