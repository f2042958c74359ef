import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOrderSystem, type OrderSystem } from '../../../examples/order-system/src/order-system.ts';
import { DECLINED_CARD } from '../../../examples/order-system/src/orders/sandbox-payment-gateway.ts';
import { anOrder, call, GOOD_CARD, placeOrder, type Answer, type Call } from './client.ts';

function expectProblem(answer: Answer, status: number, title: string, instance: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: 'about:blank', title, status, instance, detail: expect.any(String) });
}

describe('order system problems', () => {
  let system: OrderSystem;

  beforeAll(async () => {
    system = await startOrderSystem({
      payments: {
        charge: ({ cardNumber }) => {
          if (cardNumber === 'broken') throw new TypeError('secret: the key is 1234');
          return Promise.resolve(cardNumber === DECLINED_CARD ? { declined: 'no money' } : { reference: 'p-1' });
        },
      },
    });
  });

  afterAll(() => system.stop());

  const bodies: readonly {
    readonly what: string;
    readonly send: Call;
    readonly path: string;
    readonly expected: RegExp;
  }[] = [
    { what: 'a missing member', send: { json: { lines: [] } }, path: 'customerId', expected: /required/ },
    { what: 'a wrong type', send: { json: { ...anOrder, customerId: 7 } }, path: 'customerId', expected: /string/ },
    {
      what: 'a wrong type deep inside',
      send: {
        json: { customerId: 'c', lines: [...anOrder.lines, { sku: 'tea', quantity: 'two', unitPriceCents: 1 }] },
      },
      path: 'lines[2].quantity',
      expected: /number/,
    },
    { what: 'a list that is none', send: { json: { customerId: 'c', lines: {} } }, path: 'lines', expected: /array/ },
    { what: 'a body that is no object', send: { json: 'tea, please' }, path: '', expected: /object/ },
    { what: 'broken JSON', send: { text: '{ "customerId": ' }, path: '', expected: /JSON/ },
    { what: 'an empty body', send: { text: '' }, path: '', expected: /JSON/ },
  ];

  it.each(bodies)(
    'order system: $what is a 400 that names the member and what it should be',
    async ({ send, path, expected }) => {
      const answer = await call(`${system.url}/orders`, { method: 'POST', ...send });
      expectProblem(answer, 400, 'Bad Request', '/orders');
      expect(answer.body).toMatchObject({
        code: 'DECODE_FAILED',
        errors: { path, expected: expect.stringMatching(expected) },
      });
    },
  );

  it('order system: an unknown filter value is a 400 as well', async () => {
    const answer = await call(`${system.url}/orders?status=lost`);
    expectProblem(answer, 400, 'Bad Request', '/orders');
    expect(answer.body).toMatchObject({ code: 'DECODE_FAILED', errors: { path: 'status' } });
  });

  it('order system: a body that is not an object is refused where the id comes from the path', async () => {
    const answer = await call(`${system.url}/orders/o-1/pay`, { json: [1, 2] });
    expectProblem(answer, 400, 'Bad Request', '/orders/o-1/pay');
  });

  it('order system: what the validator refuses is a 422 with every issue', async () => {
    const answer = await call(`${system.url}/orders`, {
      json: { customerId: '', lines: [{ sku: 'tea', quantity: 0, unitPriceCents: -1 }] },
    });
    expectProblem(answer, 422, 'Unprocessable Content', '/orders');
    expect(answer.body['code']).toBe('VALIDATION_FAILED');
    for (const path of ['customerId', 'lines[0].quantity', 'lines[0].unitPriceCents']) {
      expect(JSON.stringify(answer.body['errors'])).toContain(path);
    }
  });

  it('order system: a class message that breaks its invariant is a 400 that says why', async () => {
    const orderId = await placeOrder(system.url);
    const answer = await call(`${system.url}/orders/${orderId}/cancel`, { json: { reason: ' ' } });
    expectProblem(answer, 400, 'Bad Request', `/orders/${orderId}/cancel`);
    expect(JSON.stringify(answer.body)).toContain('a cancellation needs a reason');
  });

  it.each(['pay', 'ship', 'cancel'])('order system: %s of an order that is not there is a 404', async (step) => {
    const json = { cardNumber: GOOD_CARD, trackingNumber: 'T-1', reason: 'none' };
    expectProblem(await call(`${system.url}/orders/o-0/${step}`, { json }), 404, 'Not Found', `/orders/o-0/${step}`);
  });

  it.each(['/orders/o-0', '/orders/o-0/history', '/nowhere', '/orders/', '/orders/o-0/history/more'])(
    'order system: GET %s is a 404',
    async (path) => {
      expectProblem(await call(`${system.url}${path}`), 404, 'Not Found', path);
    },
  );

  it('order system: another method is a 405 that lists those that apply', async () => {
    const answer = await call(`${system.url}/orders`, { method: 'DELETE' });
    expectProblem(answer, 405, 'Method Not Allowed', '/orders');
    expect(answer.headers.get('allow')).toBe('POST, GET');
  });

  it('order system: an outdated version is a 409', async () => {
    const orderId = await placeOrder(system.url);
    const json = { cardNumber: GOOD_CARD, expectedVersion: 7 };
    const answer = await call(`${system.url}/orders/${orderId}/pay`, { json });
    expectProblem(answer, 409, 'Conflict', `/orders/${orderId}/pay`);
    expect(answer.body).toMatchObject({ code: 'CONFLICT', retryable: false });
  });

  it('order system: a step that does not follow is a 409', async () => {
    const orderId = await placeOrder(system.url);
    const answer = await call(`${system.url}/orders/${orderId}/ship`, { json: { trackingNumber: 'T-1' } });
    expectProblem(answer, 409, 'Conflict', `/orders/${orderId}/ship`);
  });

  it('order system: a declined card is a 403, and the order stays as it was', async () => {
    const orderId = await placeOrder(system.url);
    const answer = await call(`${system.url}/orders/${orderId}/pay`, { json: { cardNumber: DECLINED_CARD } });
    expectProblem(answer, 403, 'Forbidden', `/orders/${orderId}/pay`);
    expect((await call(`${system.url}/orders/${orderId}`)).body).toMatchObject({ status: 'placed', version: 1 });
  });

  it('order system: a handler that throws is a 500 that keeps its secret', async () => {
    const orderId = await placeOrder(system.url);
    const answer = await call(`${system.url}/orders/${orderId}/pay`, { json: { cardNumber: 'broken' } });
    expectProblem(answer, 500, 'Internal Server Error', `/orders/${orderId}/pay`);
    expect(answer.body['code']).toBe('HANDLER_FAILED');
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it.each([
    { what: 'plain text', contentType: 'text/plain' },
    { what: 'a form', contentType: 'application/x-www-form-urlencoded' },
  ])('order system: $what is a 415', async ({ contentType }) => {
    const answer = await call(`${system.url}/orders`, { text: '{}', contentType });
    expectProblem(answer, 415, 'Unsupported Media Type', '/orders');
  });

  it('order system: a charset behind the media type does no harm', async () => {
    const answer = await call(`${system.url}/orders`, {
      json: anOrder,
      contentType: 'Application/JSON; charset=utf-8',
    });
    expect(answer.status).toBe(201);
  });

  it('order system: a body that is announced as too large is a 413', async () => {
    const answer = await call(`${system.url}/orders`, { text: `"${'x'.repeat(70_000)}"` });
    expectProblem(answer, 413, 'Content Too Large', '/orders');
  });

  it('order system: a body that turns out too large is a 413', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(0x20)),
    });
    const response = await fetch(`${system.url}/orders`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(413);
  });

  it('order system: a path that is not UTF-8 names no order', async () => {
    expect((await call(`${system.url}/orders/%E0%A4%A`)).status).toBe(404);
  });

  it('order system: an address that cannot be read is a 400 and harms nobody', async () => {
    const { hostname, port } = new URL(system.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpGet({ hostname, port, path: '//' }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
    expect(status).toBe(400);
    expect((await call(`${system.url}/ready`)).status).toBe(200);
  });
});
