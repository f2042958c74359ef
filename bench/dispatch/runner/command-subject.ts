import { createCatga, type MessageConstructor } from 'catga';
import type * as source from '../src/commands.ts';
import type { Subject } from './measure.ts';
import { loadGenerated } from './project.ts';

/** The generated constructors of the eight commands. */
export interface CommandConstructors {
  readonly cancelOrder: MessageConstructor<source.CancelOrder>;
  readonly closeAccount: MessageConstructor<source.CloseAccount>;
  readonly openAccount: MessageConstructor<source.OpenAccount>;
  readonly payInvoice: MessageConstructor<source.PayInvoice>;
  readonly placeOrder: MessageConstructor<source.PlaceOrder>;
  readonly refundPayment: MessageConstructor<source.RefundPayment>;
  readonly reserveStock: MessageConstructor<source.ReserveStock>;
  readonly shipOrder: MessageConstructor<source.ShipOrder>;
}

/** One of each command, in the order of the peers' lists. */
export type EightCommands = readonly [
  source.PlaceOrder,
  source.CancelOrder,
  source.ShipOrder,
  source.PayInvoice,
  source.RefundPayment,
  source.ReserveStock,
  source.OpenAccount,
  source.CloseAccount,
];

/** Makes one of each command; `amount` counts on from `first`. */
export function eightCommands(make: CommandConstructors, first: number): EightCommands {
  return [
    make.placeOrder({ orderId: `o-${first}`, amount: first }),
    make.cancelOrder({ orderId: `o-${first}`, amount: first + 1, reason: 'changed their mind' }),
    make.shipOrder({ amount: first + 2, address: '12 Main Street' }),
    make.payInvoice({ invoiceId: `i-${first}`, amount: first + 3, method: 'card' }),
    make.refundPayment({ paymentId: `p-${first}`, amount: first + 4 }),
    make.reserveStock({ sku: 'K-17', warehouse: 'north', amount: first + 5 }),
    make.openAccount({ owner: 'c-1', amount: first + 6 }),
    make.closeAccount({ accountId: `a-${first}`, amount: first + 7 }),
  ];
}

/** `mediator.send` of an application with the project's generated registry, at its defaults. */
export async function catgaCommands(folder: string): Promise<Subject> {
  const generated = await loadGenerated<CommandConstructors>(folder);
  const { mediator } = await createCatga({ service: 'bench', registry: generated.registry({}) });
  const messages: readonly EightCommands[number][] = [...eightCommands(generated, 0), ...eightCommands(generated, 8)];
  return {
    name: 'ours',
    async run(iterations) {
      let sum = 0;
      for (let i = 0; i < iterations; i++) {
        // In range by the mask: there are sixteen messages.
        const result = await mediator.send(messages[i & 15] as EightCommands[number]);
        if (result.ok) sum += result.value;
      }
      return sum;
    },
  };
}

/** The sum of the results of so many sends: amounts are 0 to 15, the handlers add 1 to 8. */
export function sumOfCommands(iterations: number): number {
  return (iterations / 16) * (15 * 8 + 2 * 36);
}
