import { UNSTEADY_CARD, type SandboxPaymentGateway } from '../orders/sandbox-payment-gateway.ts';
import type { RecordingMailer } from '../receipts/recording-mailer.ts';
import type { HttpClient } from './http-client.ts';
import { lengthOf, member } from './member.ts';
import type { Narrator } from './narrator.ts';

/** A command and what its event sets off. Answers with the order's id. */
export async function placeAnOrder(http: HttpClient, narrator: Narrator): Promise<string> {
  narrator.chapter('A command: place an order');
  const placed = await http.post('/orders', {
    customerId: 'c-1',
    lines: [
      { sku: 'tea', quantity: 2, unitPriceCents: 450 },
      { sku: 'cup', quantity: 1, unitPriceCents: 1200 },
    ],
  });
  const orderId = String(member(placed.body, 'orderId'));
  narrator.expect('the order is placed, at version 1', placed.status === 201 && member(placed.body, 'version') === 1);
  narrator.expect('its total is 2100 cents', member(placed.body, 'totalCents') === 2100);

  narrator.chapter('Its event: OrderPlaced, a reliable event with two handlers');
  const stock = await http.getUntil('/stock', ({ body }) => lengthOf(body) === 2);
  narrator.expect('ReserveStock reserved 2 tea', member(stock.body, 0, 'reserved') === 2);
  const history = await http.getUntil(`/orders/${orderId}/history`, ({ body }) => lengthOf(body) === 1);
  narrator.expect('recordPlaced wrote the history', member(history.body, 0, 'what') === 'placed');
  return orderId;
}

/** A command that fails once and is tried again, and an event whose handler fails once and gets it again. */
export async function payForIt(
  http: HttpClient,
  narrator: Narrator,
  world: { readonly orderId: string; readonly payments: SandboxPaymentGateway; readonly mailer: RecordingMailer },
): Promise<void> {
  const { orderId, payments, mailer } = world;
  narrator.chapter('Failing once: the payment provider, then the mail server');
  const paid = await http.post(`/orders/${orderId}/pay`, { cardNumber: UNSTEADY_CARD, expectedVersion: 1 });
  narrator.expect('@retry paid at the second attempt', paid.status === 200 && payments.attemptsFor(orderId) === 2);
  await http.getUntil(`/orders/${orderId}/history`, ({ body }) => lengthOf(body) === 2 && mailer.sent.length === 1);
  narrator.expect('OrderPaid was delivered to SendReceipt again', mailer.attempts === 2);
  narrator.expect('and the customer has one receipt', mailer.sent.length === 1);
  for (const mail of mailer.sent) narrator.say(`  mail to ${mail.to}: ${mail.subject}`);
}

/** The end of the story, and what is left of it to read. */
export async function shipIt(http: HttpClient, narrator: Narrator, orderId: string): Promise<void> {
  narrator.chapter('To the end: ship it, then ask');
  await http.post(`/orders/${orderId}/ship`, { trackingNumber: 'T-42' });
  const order = await http.get(`/orders/${orderId}`);
  narrator.expect('the query sees it shipped', member(order.body, 'status') === 'shipped');
  const shipped = await http.get('/orders?status=shipped&customerId=c-1');
  narrator.expect('so does the list', lengthOf(shipped.body) === 1);
  const history = await http.getUntil(`/orders/${orderId}/history`, ({ body }) => lengthOf(body) === 3);
  const steps = [0, 1, 2].map((index) => String(member(history.body, index, 'what')));
  narrator.expect('the history reads placed, paid, shipped', steps.join(', ') === 'placed, paid, shipped');
}
