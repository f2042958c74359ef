import type { MessageContext } from 'catga';
import type * as source from '../src/commands-with-context.ts';
import { catgaCommands, eightCommands, sumOfCommands, type CommandConstructors } from './command-subject.ts';
import { measure, type Subject } from './measure.ts';
import { nestCommands } from './peers/nest-commands.ts';
import { answer, loadGenerated, loadSource, runnerArguments } from './project.ts';

// Who calls handlers directly knows which: every type has a call site of its own, the best case there is.
async function direct(folder: string): Promise<Subject> {
  const generated = await loadGenerated<CommandConstructors>(folder);
  const types = await loadSource<typeof source>(folder, 'commands-with-context');
  const rounds = [eightCommands(generated, 0), eightCommands(generated, 8)] as const;
  const place = new types.PlaceOrderHandler();
  const cancel = new types.CancelOrderHandler();
  const ship = new types.ShipOrderHandler();
  const pay = new types.PayInvoiceHandler();
  const refund = new types.RefundPaymentHandler();
  const reserve = new types.ReserveStockHandler();
  const open = new types.OpenAccountHandler();
  const close = new types.CloseAccountHandler();
  // The handlers read nothing else of it.
  const context = { attempt: 1 } as MessageContext;
  return {
    name: 'direct',
    async run(iterations) {
      let sum = 0;
      for (let i = 0; i < iterations; i += 8) {
        const commands = (i & 8) === 0 ? rounds[0] : rounds[1];
        const placed = await place.handle(commands[0], context);
        if (placed.ok) sum += placed.value;
        const cancelled = await cancel.handle(commands[1], context);
        if (cancelled.ok) sum += cancelled.value;
        const shipped = await ship.handle(commands[2], context);
        if (shipped.ok) sum += shipped.value;
        const paid = await pay.handle(commands[3], context);
        if (paid.ok) sum += paid.value;
        const refunded = await refund.handle(commands[4], context);
        if (refunded.ok) sum += refunded.value;
        const reserved = await reserve.handle(commands[5], context);
        if (reserved.ok) sum += reserved.value;
        const opened = await open.handle(commands[6], context);
        if (opened.ok) sum += opened.value;
        const closed = await close.handle(commands[7], context);
        if (closed.ok) sum += closed.value;
      }
      return sum;
    },
  };
}

const { folder, rounds } = runnerArguments();
const subjects = [await catgaCommands(folder), await direct(folder), await nestCommands()];
answer(await measure(subjects, sumOfCommands, rounds));
