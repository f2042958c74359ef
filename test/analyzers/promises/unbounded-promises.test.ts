import { unboundedPromises } from '../../../analyzers/rules/promises/unbounded-promises.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import type { Command, DomainEvent, Mediator, MessageContext } from 'catga';
export interface PlaceOrder extends Command<string> { readonly customerId: string }
export interface OrderPlaced extends DomainEvent { readonly orderId: string }
declare const context: MessageContext, mediator: Mediator;
declare const orders: readonly PlaceOrder[], events: readonly OrderPlaced[], pair: readonly [PlaceOrder, PlaceOrder];
declare function other(order: PlaceOrder): Promise<void>;
const CHUNK = 10;
`;
const LINE = prelude.split('\n').length;
const START = 'export async function run(): Promise<unknown> { '.length;

const inFunction = (statement: string): string =>
  `${prelude}export async function run(): Promise<unknown> { ${statement} return CHUNK; }\n`;

function unbounded(statement: string, marked: string, message: RegExp): InvalidCase {
  const column = START + statement.indexOf(marked) + 1;
  return {
    title: statement,
    code: inFunction(statement),
    findings: [{ line: LINE, column, endLine: LINE, endColumn: column + marked.length, message }],
  };
}

testRule(unboundedPromises, {
  valid: [
    'for (const order of orders) await mediator.send(order);',
    'await Promise.all([mediator.send(orders[0]!), mediator.send(orders[1]!)]);',
    'await Promise.all(pair.map((order) => mediator.send(order)));',
    'await Promise.all([orders[0]!, orders[1]!].map((order) => mediator.send(order)));',
    'await Promise.all(orders.slice(0, CHUNK).map((order) => mediator.send(order)));',
    'const chunk = orders.slice(0, CHUNK); await Promise.all(chunk.map((order) => mediator.send(order)));',
    'await Promise.all(orders.map((order) => other(order)));',
    'await mediator.sendBatch(orders.map((order) => order));',
    'await mediator.publishBatch(events);',
    'const sends = orders.map((order) => () => mediator.send(order)); for (const send of sends) await send();',
    'const sent: Promise<unknown>[] = []; for (const order of orders) { sent.push(mediator.send(order)); if (sent.length > 9) await Promise.all(sent.splice(0)); } await Promise.all(sent);',
  ].map((statement) => ({ title: statement, code: inFunction(statement) })),
  invalid: [
    unbounded(
      'await Promise.all(orders.map((order) => mediator.send(order)));',
      'mediator.send(order)',
      /^`mediator\.send\(…\)` is called for every element of `orders` at once/,
    ),
    unbounded(
      'await Promise.allSettled(events.map((event) => context.publish(event)));',
      'context.publish(event)',
      /`events`/,
    ),
    unbounded(
      'await Promise.all(orders.map(async (order) => { await context.enqueue(order); }));',
      'context.enqueue(order)',
      /`context\.enqueue\(…\)`/,
    ),
    unbounded(
      'const sends = orders.map((order) => mediator.send(order)); await Promise.all(sends);',
      'mediator.send(order)',
      /`orders`/,
    ),
    unbounded(
      'await Promise.all(orders.filter((order) => order.customerId !== "").map((order) => mediator.send(order)));',
      'mediator.send(order)',
      /at once, however many there are/,
    ),
    unbounded(
      'const sent: Promise<unknown>[] = []; for (const order of orders) sent.push(mediator.send(order)); await Promise.all(sent);',
      'mediator.send(order)',
      /for every element of `orders`/,
    ),
  ],
});
