import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Timings } from '../../../examples/order-system/src/behaviors/timings.ts';
import { startOrderSystem, type OrderSystem } from '../../../examples/order-system/src/order-system.ts';
import {
  SandboxPaymentGateway,
  UNSTEADY_CARD,
} from '../../../examples/order-system/src/orders/sandbox-payment-gateway.ts';
import { RecordingMailer } from '../../../examples/order-system/src/receipts/recording-mailer.ts';
import { anOrder, call, callUntil, GOOD_CARD, placeOrder } from './client.ts';

describe('order system endpoints', () => {
  const now = new Date('2026-01-02T03:04:05.678Z');
  let system: OrderSystem;
  let mailer: RecordingMailer;
  let payments: SandboxPaymentGateway;
  let timings: Timings;
  let audit: string[];

  beforeEach(async () => {
    mailer = new RecordingMailer(1);
    payments = new SandboxPaymentGateway();
    timings = new Timings();
    audit = [];
    system = await startOrderSystem({
      mailer,
      payments,
      timings,
      audit: { write: (line) => audit.push(line) },
      clock: { now: () => now },
    });
  });

  afterEach(() => system.stop());

  it('order system: POST /orders places an order and says where it is', async () => {
    const { status, headers, body } = await call(`${system.url}/orders`, { json: { ...anOrder, note: 'ring twice' } });
    expect(status).toBe(201);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('location')).toBe(`/orders/${String(body['orderId'])}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toEqual({
      orderId: expect.stringMatching(/^o-\d+$/),
      customerId: 'c-1',
      status: 'placed',
      version: 1,
      lines: anOrder.lines,
      totalCents: 2100,
      placedAt: now.toISOString(),
      note: 'ring twice',
    });
  });

  it('order system: GET /orders/:orderId answers with the order, without what it does not have', async () => {
    const orderId = await placeOrder(system.url);
    const { status, body } = await call(`${system.url}/orders/${orderId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ orderId, status: 'placed', totalCents: 2100 });
    expect(Object.keys(body)).not.toContain('note');
    expect(Object.keys(body)).not.toContain('paymentReference');
  });

  it('order system: GET /orders lists all, or those of one customer or status', async () => {
    const first = await placeOrder(system.url);
    const second = await placeOrder(system.url, { ...anOrder, customerId: 'c-2' });
    await call(`${system.url}/orders/${second}/cancel`, { json: { reason: 'changed my mind' } });
    const ids = async (query: string): Promise<unknown> =>
      ((await call(`${system.url}/orders${query}`)).body as unknown as { orderId: string }[]).map(
        ({ orderId }) => orderId,
      );
    expect(await ids('')).toEqual([first, second]);
    expect(await ids('?customerId=c-2')).toEqual([second]);
    expect(await ids('?status=placed')).toEqual([first]);
    expect(await ids('?status=cancelled&customerId=c-1')).toEqual([]);
  });

  it('order system: POST pay, then ship, raise the version and keep reference and tracking number', async () => {
    const orderId = await placeOrder(system.url);
    const paid = await call(`${system.url}/orders/${orderId}/pay`, {
      json: { cardNumber: GOOD_CARD, expectedVersion: 1 },
    });
    expect(paid).toMatchObject({ status: 200, body: { status: 'paid', version: 2, paymentReference: 'pay-1' } });
    const shipped = await call(`${system.url}/orders/${orderId}/ship`, { json: { trackingNumber: 'T-1' } });
    expect(shipped).toMatchObject({ status: 200, body: { status: 'shipped', version: 3, trackingNumber: 'T-1' } });
  });

  it('order system: POST cancel releases the stock that placing reserved', async () => {
    const orderId = await placeOrder(system.url);
    await callUntil(`${system.url}/stock`, ({ body }) => JSON.stringify(body).includes('"reserved":2'));
    const cancelled = await call(`${system.url}/orders/${orderId}/cancel`, { json: { reason: 'too late' } });
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    await callUntil(`${system.url}/stock`, ({ body }) => JSON.stringify(body) === '[]');
  });

  it('order system: GET history tells what happened, in order', async () => {
    const orderId = await placeOrder(system.url);
    await call(`${system.url}/orders/${orderId}/pay`, { json: { cardNumber: GOOD_CARD } });
    await call(`${system.url}/orders/${orderId}/cancel`, { json: { reason: 'wrong colour' } });
    const { body } = await callUntil(
      `${system.url}/orders/${orderId}/history`,
      (answer) => Object.keys(answer.body).length === 3,
    );
    expect((body as unknown as { what: string }[]).map(({ what }) => what).toSorted()).toEqual([
      'cancelled',
      'paid',
      'placed',
    ]);
    expect(JSON.stringify(body)).toContain('wrong colour');
  });

  it('order system: a payment provider that fails once is asked again, and charges once', async () => {
    const orderId = await placeOrder(system.url);
    const paid = await call(`${system.url}/orders/${orderId}/pay`, { json: { cardNumber: UNSTEADY_CARD } });
    expect(paid.status).toBe(200);
    expect(payments.attemptsFor(orderId)).toBe(2);
    expect(audit.filter((line) => line.startsWith('orders.pay-order'))).toEqual(['orders.pay-order done']);
  });

  it('order system: a receipt whose mail failed is sent on redelivery, once', async () => {
    const orderId = await placeOrder(system.url);
    await call(`${system.url}/orders/${orderId}/pay`, { json: { cardNumber: GOOD_CARD } });
    await expect
      .poll(() => mailer.sent, { timeout: 10_000 })
      .toEqual([{ to: 'c-1', subject: `Receipt for ${orderId}: 21.00 EUR` }]);
    expect(mailer.attempts).toBe(2);
  });

  it('order system: behaviors see commands (audit) and all requests (timings)', async () => {
    const orderId = await placeOrder(system.url);
    await call(`${system.url}/orders/${orderId}`);
    await call(`${system.url}/orders/${orderId}/ship`, { json: { trackingNumber: 'T-1' } });
    expect(audit).toEqual(['orders.place-order done', 'orders.ship-order refused: CONFLICT']);
    expect(timings.countOf('orders.place-order')).toBe(1);
    expect(timings.countOf('orders.get-order')).toBe(1);
  });

  it('order system: GET /ready says ready', async () => {
    expect(await call(`${system.url}/ready`)).toMatchObject({ status: 200, body: { status: 'ready' } });
  });
});
