import { fail, ok, type MessageContext, type RequestHandler, type Result } from 'catga';
import { orderPaid } from '../catga/messages.ts';
import type { Clock } from '../clock.ts';
import type { OrderView, PayOrder } from './messages.ts';
import type { OrderRepository } from './order-repository.ts';
import { markPaid, mayChange, totalCents, viewOf } from './order.ts';
import type { PaymentGateway } from './payment-gateway.ts';

export class PayOrderHandler implements RequestHandler<PayOrder> {
  readonly #orders: OrderRepository;
  readonly #payments: PaymentGateway;
  readonly #clock: Clock;

  constructor(orders: OrderRepository, payments: PaymentGateway, clock: Clock) {
    this.#orders = orders;
    this.#payments = payments;
    this.#clock = clock;
  }

  async handle(command: PayOrder, context: MessageContext): Promise<Result<OrderView>> {
    const found = mayChange(await this.#orders.find(command.orderId), command, ['placed']);
    if (!found.ok) return found;
    const order = found.value;
    const cents = totalCents(order.lines);
    // The provider charges an order once, however often this is tried.
    const payment = await this.#payments.charge({
      cardNumber: command.cardNumber,
      cents,
      idempotencyKey: order.orderId,
    });
    if ('declined' in payment) return fail('FORBIDDEN', `the payment was declined: ${payment.declined}`);
    const paid = markPaid(order, payment.reference);
    this.#orders.save(paid, context.unitOfWork);
    await context.publish(
      orderPaid({
        orderId: order.orderId,
        customerId: order.customerId,
        totalCents: cents,
        paymentReference: payment.reference,
        at: this.#clock.now(),
      }),
    );
    return ok(viewOf(paid));
  }
}
