import type { Answer, HttpClient } from './http-client.ts';
import { member } from './member.ts';
import type { Narrator } from './narrator.ts';

/** What a bad request gets: problem details, with the member's path where a body is wrong. */
export async function askBadly(http: HttpClient, narrator: Narrator, orderId: string): Promise<void> {
  narrator.chapter('What a bad request gets');
  const wrongType = await http.post('/orders', {
    customerId: 'c-1',
    lines: [{ sku: 'tea', quantity: 'two', unitPriceCents: 450 }],
  });
  narrator.expect(
    'a wrong type: 400, naming lines[0].quantity',
    isProblem(wrongType, 400) && mentions(wrongType, 'lines[0].quantity'),
  );

  const refused = await http.post('/orders', { customerId: 'c-1', lines: [] });
  narrator.expect(
    'a refusal by the validator: 422, naming lines',
    isProblem(refused, 422) && mentions(refused, 'lines'),
  );

  const broken = await http.post('/orders', '{ "customerId": ');
  narrator.expect('broken JSON: 400', isProblem(broken, 400));

  const pointless = await http.post(`/orders/${orderId}/cancel`, { reason: ' ' });
  narrator.expect(
    'a class message that breaks its invariant is refused',
    isProblem(pointless, 422) || isProblem(pointless, 400),
  );

  const stale = await http.post(`/orders/${orderId}/ship`, { trackingNumber: 'T-1', expectedVersion: 1 });
  narrator.expect('an outdated version: 409', isProblem(stale, 409));

  const missing = await http.get('/orders/o-0');
  narrator.expect('an order that is not there: 404', isProblem(missing, 404));
}

function isProblem(answer: Answer, status: number): boolean {
  return (
    answer.status === status &&
    answer.contentType === 'application/problem+json' &&
    member(answer.body, 'status') === status
  );
}

function mentions(answer: Answer, path: string): boolean {
  return JSON.stringify(answer.body).includes(path);
}
