import type { EventHandler } from 'catga';
import type { OrderPaid } from '../orders/messages.ts';
import type { Mailer } from './mailer.ts';

/** Sends a receipt for every paid order. When the mail server fails, the event is delivered again. */
export class SendReceipt implements EventHandler<OrderPaid> {
  readonly #mailer: Mailer;
  readonly #sent = new Set<string>();

  constructor(mailer: Mailer) {
    this.#mailer = mailer;
  }

  async handle(event: OrderPaid): Promise<void> {
    if (this.#sent.has(event.orderId)) return;
    await this.#mailer.send({
      to: event.customerId,
      subject: `Receipt for ${event.orderId}: ${(event.totalCents / 100).toFixed(2)} EUR`,
    });
    this.#sent.add(event.orderId);
  }
}
