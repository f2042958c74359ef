import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Subject } from '../measure.ts';
import { nestApplication } from './nest-application.ts';

/** The command of the loop: a number in, a number out. */
abstract class AmountCommand extends Command<number> {
  readonly amount: number;

  constructor(amount: number) {
    super();
    this.amount = amount;
  }
}

class PlaceOrder extends AmountCommand {}
class CancelOrder extends AmountCommand {}
class ShipOrder extends AmountCommand {}
class PayInvoice extends AmountCommand {}
class RefundPayment extends AmountCommand {}
class ReserveStock extends AmountCommand {}
class OpenAccount extends AmountCommand {}
class CloseAccount extends AmountCommand {}

class PlaceOrderHandler implements ICommandHandler<PlaceOrder> {
  async execute(command: PlaceOrder): Promise<number> {
    return command.amount + 1;
  }
}

class CancelOrderHandler implements ICommandHandler<CancelOrder> {
  async execute(command: CancelOrder): Promise<number> {
    return command.amount + 2;
  }
}

class ShipOrderHandler implements ICommandHandler<ShipOrder> {
  async execute(command: ShipOrder): Promise<number> {
    return command.amount + 3;
  }
}

class PayInvoiceHandler implements ICommandHandler<PayInvoice> {
  async execute(command: PayInvoice): Promise<number> {
    return command.amount + 4;
  }
}

class RefundPaymentHandler implements ICommandHandler<RefundPayment> {
  async execute(command: RefundPayment): Promise<number> {
    return command.amount + 5;
  }
}

class ReserveStockHandler implements ICommandHandler<ReserveStock> {
  async execute(command: ReserveStock): Promise<number> {
    return command.amount + 6;
  }
}

class OpenAccountHandler implements ICommandHandler<OpenAccount> {
  async execute(command: OpenAccount): Promise<number> {
    return command.amount + 7;
  }
}

class CloseAccountHandler implements ICommandHandler<CloseAccount> {
  async execute(command: CloseAccount): Promise<number> {
    return command.amount + 8;
  }
}

const commands = [
  PlaceOrder,
  CancelOrder,
  ShipOrder,
  PayInvoice,
  RefundPayment,
  ReserveStock,
  OpenAccount,
  CloseAccount,
] as const;
const handlers = [
  PlaceOrderHandler,
  CancelOrderHandler,
  ShipOrderHandler,
  PayInvoiceHandler,
  RefundPaymentHandler,
  ReserveStockHandler,
  OpenAccountHandler,
  CloseAccountHandler,
] as const;

/** `CommandBus.execute` of an application with the same eight commands. */
export async function nestCommands(): Promise<Subject> {
  for (const [index, handler] of handlers.entries()) CommandHandler(commands[index] ?? PlaceOrder)(handler);
  const application = await nestApplication(handlers);
  const bus = application.get(CommandBus);
  const messages: readonly AmountCommand[] = [...commands, ...commands].map((type, index) => new type(index));
  return {
    name: 'nest-cqrs',
    async run(iterations) {
      let sum = 0;
      // In range by the mask: there are sixteen messages.
      for (let i = 0; i < iterations; i++) sum += await bus.execute(messages[i & 15] as AmountCommand);
      return sum;
    },
  };
}
