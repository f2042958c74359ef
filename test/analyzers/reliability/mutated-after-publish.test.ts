import { mutatedAfterPublish } from '../../../analyzers/rules/reliability/mutated-after-publish.ts';
import { marked } from '../marked-case.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import type { Command, DomainEvent, Mediator, MessageContext, Query } from 'catga';
import { getOrder, orderPlaced, placeOrder } from './catga/messages.js';
export interface Address { city: string }
export interface PlaceOrder extends Command { note: string }
export interface GetOrder extends Query<string> { page: number }
export interface OrderPlaced extends DomainEvent { id: string; note?: string; lines: string[]; seen: Map<string, number>; tags: Set<string>; at: Date; address: Address }
declare const mediator: Mediator, orders: readonly { id: string; sent: boolean }[];
declare class Basket { readonly lines: string[]; push(line: string): void }
declare function check(event: object): boolean;
declare function made(): OrderPlaced;
`;

const inFunction = (body: string): string =>
  `${prelude}export async function run(context: MessageContext, event: OrderPlaced, command: PlaceOrder): Promise<void> {
  ${body}
}
`;

const accepts = (body: string): { readonly title: string; readonly code: string } => ({
  title: body,
  code: inFunction(body),
});
const reports = (body: string, message?: string) =>
  marked(body, inFunction(body), message === undefined ? {} : { also: [{ message }] });

testRule(mutatedAfterPublish, {
  valid: [
    {
      title: 'changes before, in alternatives, of other objects, and reads',
      code: `${prelude}
export async function before(context: MessageContext, event: OrderPlaced): Promise<void> {
  event.note = 'a'; event.lines.push('b');
  await context.publish(event);
  event.lines.slice(1); event.seen.get('a'); void event.note; check(event); Object.keys(event);
}
export async function replaced(context: MessageContext, event: OrderPlaced): Promise<void> {
  let current = event;
  await context.publish(current);
  current = made();
  current.note = 'next';
  await context.publish(current);
}
export async function branches(context: MessageContext, event: OrderPlaced, kind: string): Promise<void> {
  if (kind === 'a') await context.publish(event);
  else event.note = 'b';
  if (kind === 'b') { await context.publish(event); return; }
  if (kind === 'c') { await context.publish(event); throw new RangeError(kind); }
}
export async function cases(context: MessageContext, event: OrderPlaced, kind: string): Promise<void> {
  switch (kind) { case 'd': await context.publish(event); break; default: event.note = 'd'; }
}
export async function leaving(context: MessageContext, event: OrderPlaced, kind: string): Promise<unknown> {
  if (kind === 'b') { await context.publish(event); return undefined; }
  if (kind === 'c') { await context.publish(event); throw new RangeError(kind); }
  if (kind === 'd') return context.publish(event);
  for (const each of [1, 2]) { if (each === 2) { await context.publish(event); continue; } event.note = 'a'; return 1; }
  event.note = 'e';
  return undefined;
}
export async function failing(context: MessageContext, event: OrderPlaced): Promise<void> {
  try { await context.publish(event); } catch { event.note = 'again'; await context.publish(made()); }
}
export async function other(context: MessageContext, event: OrderPlaced, copy: OrderPlaced): Promise<void> {
  await context.publish(event);
  copy.note = 'b';
  { const event = made(); event.note = 'c'; }
  const { note } = event; let text = note; text = 'd'; void text;
}
export async function eachItsOwn(context: MessageContext): Promise<void> {
  for (const order of orders) { const event = made(); event.id = order.id; await context.publish(event); }
  let next: OrderPlaced;
  for (const order of orders) { next = made(); next.id = order.id; await context.publish(next); }
}
export async function once(context: MessageContext, event: OrderPlaced): Promise<void> {
  for (const order of orders) { event.note = order.id; await context.publish(event); break; }
}
export async function copies(context: MessageContext, lines: string[], basket: Basket): Promise<void> {
  await context.publish(orderPlaced({ id: 'a', lines: [...lines], basket: basket.lines.slice() }));
  lines.push('a'); basket.push('b');
  let total = 1; await context.publish(orderPlaced({ total })); total += 1; void total;
}
export async function answered(query: GetOrder): Promise<void> {
  for (query.page = 1; ; query.page++) { const found = await mediator.send(query); if (found.ok) break; }
  const again = getOrder({ page: 1 });
  await mediator.send(again); again.page = 2; await mediator.send(again);
}
export const elsewhere = (event: OrderPlaced): Promise<unknown> => mediator.publish(event);
export function unrelated(event: OrderPlaced, bus: { publish(text: string): void }): void { bus.publish(event.id); event.id = 'b'; }
`,
    },
    accepts('await context.publish(event), event;'),
    accepts("const lines: string[] = []; lines.push('a'); await context.publish(orderPlaced({ lines }));"),
  ],
  invalid: [
    reports(
      "await context.publish(event); «event.note = 'late'»;",
      '`event.note` changes a message that has been published: who handles it may see it before, after or in between.',
    ),
    reports(
      "await context.enqueue(command); «command.note += 'late'»;",
      '`command.note` changes a message that has been enqueued: who handles it may see it before, after or in between.',
    ),
    reports(
      "await mediator.send(command); «command.note = 'late'»;",
      '`command.note` changes a message that has been sent: who handles it may see it before, after or in between.',
    ),
    marked(
      'every way to change something',
      inFunction(`await context.publish(event);
  «event.lines[0] = 'a'»;
  «event.lines.length = 0»;
  «event['note'] = 'a'»;
  «event.address.city = 'a'»;
  «(event as OrderPlaced).address!.city = 'b'»;
  «delete event.note»;
  «Object.assign(event, { note: 'a' })»;
  «Object.assign(event.address, { city: 'a' })»;
  «Reflect.set(event, 'note', 'a')»;
  «event.lines.push('a')»;
  «event.lines.sort()»;
  «event.seen.set('a', 1)»;
  «event.tags.clear()»;
  «event.at.setHours(1)»;
  «event.note ??= 'a'»;
  orders.forEach((order) => «event.lines.push(order.id)»);
  if (check(event)) { «event.id = 'b'»; }
  try { check(event); } finally { «event.id = 'c'»; }`),
    ),
    marked(
      'what is passed to the constructor as it is',
      inFunction(`const lines: string[] = [], address: Address = { city: 'a' };
  await context.publish(orderPlaced({ lines, where: address }));
  «lines.push('a')»;
  «address.city = 'b'»;
  const placed = orderPlaced({ lines, id: 'a' });
  await context.publish(placed);
  «lines.length = 0»;
  «placed.id = 'b'»;`),
    ),
    marked(
      'a message that a loop uses again',
      inFunction(`for (const order of orders) { «event.id = order.id»; await context.publish(event); }
  const list: string[] = [];
  while (check(list)) { «list.push('a')»; if (list.length > 1) { await context.publish(orderPlaced({ list })); } }
  for (const order of orders) { if (order.sent) { await context.publish(event); continue; } «event.note = 'a'»; }`),
      {
        also: [
          {
            message:
              '`event.id` changes a message that has been published the last time around: every round hands over the same object.',
          },
        ],
      },
    ),
    reports(
      'const query = getOrder({ page: 1 }); const pending = mediator.send(query); «query.page = 2»; await pending;',
    ),
    reports("await mediator.publishBatch([event]); «event.note = 'a'»;"),
    reports("const same = event; await context.publish(same); «event.note = 'a'»;"),
    reports("if (check(event)) { await context.publish(event); } «event.note = 'a'»;"),
    reports("switch (event.id) { case 'a': await context.publish(event); break; default: } «event.note = 'a'»;"),
    reports("void context.publish(event).then(() => undefined); «event.note = 'a'»;"),
  ],
});
