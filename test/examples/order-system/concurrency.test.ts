import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { startOrderSystem, type OrderSystem } from '../../../examples/order-system/src/order-system.ts';
import type { PaymentOutcome } from '../../../examples/order-system/src/orders/payment-gateway.ts';
import { RecordingMailer } from '../../../examples/order-system/src/receipts/recording-mailer.ts';
import { call, callUntil, GOOD_CARD, placeOrder } from './client.ts';

/** A provider that answers when it is told to. */
function slowPayments(): {
  readonly charge: () => Promise<PaymentOutcome>;
  readonly asked: (times: number) => Promise<void>;
  readonly answer: () => void;
} {
  let calls = 0;
  const waiting: { readonly times: number; readonly resolve: () => void }[] = [];
  const release = new AbortController();
  const answered = once(release.signal, 'abort');
  return {
    async charge() {
      calls++;
      for (const { times, resolve } of waiting) if (calls >= times) resolve();
      await answered;
      return { reference: 'p-1' };
    },
    asked: (times) => new Promise((resolve) => (calls >= times ? resolve() : waiting.push({ times, resolve }))),
    answer: () => release.abort(),
  };
}

describe('order system under concurrency', () => {
  let system: OrderSystem | undefined;

  afterEach(() => system?.stop());

  it('order system: of two payments at the same time one wins and the other is a conflict', async () => {
    const payments = slowPayments();
    const mailer = new RecordingMailer();
    system = await startOrderSystem({ payments, mailer });
    const { url } = system;
    const orderId = await placeOrder(url);
    const pay = (): ReturnType<typeof call> =>
      call(`${url}/orders/${orderId}/pay`, { json: { cardNumber: GOOD_CARD } });
    const both = Promise.all([pay(), pay()]);
    await payments.asked(2);
    payments.answer();
    const statuses = (await both).map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 409]);
    expect((await call(`${url}/orders/${orderId}`)).body).toMatchObject({ status: 'paid', version: 2 });
    await callUntil(`${url}/orders/${orderId}/history`, ({ body }) => Object.keys(body).length === 2);
    await system.stop();
    system = undefined;
    expect(mailer.sent).toHaveLength(1);
  });

  it('order system: what is in flight is answered and its events are handled before the system stops', async () => {
    const payments = slowPayments();
    const mailer = new RecordingMailer();
    const running = await startOrderSystem({ payments, mailer });
    const orderId = await placeOrder(running.url);
    const paying = call(`${running.url}/orders/${orderId}/pay`, { json: { cardNumber: GOOD_CARD } });
    await payments.asked(1);

    running.announceStop();
    expect(await call(`${running.url}/ready`)).toMatchObject({ status: 503, body: { status: 'stopping' } });
    expect(await call(`${running.url}/orders/${orderId}`)).toMatchObject({ status: 200 });

    const stopped = running.stop();
    await expect(call(`${running.url}/ready`)).rejects.toThrow('fetch failed');
    payments.answer();
    expect(await paying).toMatchObject({ status: 200, body: { status: 'paid' } });
    await stopped;
    expect(mailer.sent).toHaveLength(1);
  });
});
