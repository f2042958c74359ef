import { floatingMessagePromise } from '../../../analyzers/rules/promises/floating-message-promise.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import type { Command, DomainEvent, Mediator, MessageContext, Result } from 'catga';
import { orderPlaced, placeOrder } from './catga/index.js';
export interface PlaceOrder extends Command<string> { readonly customerId: string }
export interface OrderPlaced extends DomainEvent { readonly orderId: string }
class Courier { async publish(event: OrderPlaced): Promise<string> { return event.orderId; } }
class Postbox { async send(text: string): Promise<string> { return text; } publish(event: OrderPlaced): string { return event.orderId; } }
const report = (error: unknown): void => { throw error; };
declare const context: MessageContext, mediator: Mediator, order: PlaceOrder, event: OrderPlaced;
`;
const LINE = prelude.split('\n').length;

const inFunction = (statement: string): string =>
  `${prelude}export async function run(): Promise<void> { ${statement} }\n`;
const START = 'export async function run(): Promise<void> { '.length;

/** A statement in which `call` is dropped, with what `await` and `void` make of it. */
function dropped(statement: string, call: string, awaited: string, voided: string): InvalidCase {
  const column = START + statement.indexOf(call) + 1;
  return {
    title: statement,
    code: inFunction(statement),
    findings: [
      {
        line: LINE,
        column,
        endLine: LINE,
        endColumn: column + call.length,
        suggestions: [inFunction(awaited), inFunction(voided)],
      },
    ],
  };
}

/** The same for a statement that is as long as the call. */
function plain(call: string): InvalidCase {
  return dropped(`${call};`, call, `await ${call};`, `void ${call};`);
}

const then = 'mediator.send(placeOrder({ customerId: "1" }))';

testRule(floatingMessagePromise, {
  valid: [
    'await context.publish(event);',
    'void context.publish(event);',
    'mediator.publish(event).catch(report);',
    'mediator.publish(event).then(() => undefined, report);',
    'mediator.publish(event).catch(report).finally(() => undefined);',
    'const pending = context.send(order); await pending;',
    'let later: Promise<unknown>; later = context.send(order); await Promise.all([later, context.publish(event)]);',
    'const start = (): Promise<unknown> => context.publish(event); await start();',
    "new Postbox().send('not a message');",
    'new Postbox().publish(event);',
    'for await (const result of mediator.sendStream([order])) result.ok;',
  ].map((statement) => ({ title: statement, code: inFunction(statement) })),
  invalid: [
    plain('context.send(order)'),
    plain('context.publish(event)'),
    plain('context.enqueue(order)'),
    plain('mediator.send(order)'),
    plain("mediator.publish(orderPlaced({ orderId: '1' }))"),
    plain('mediator?.send(order)'),
    plain('mediator.sendBatch([order])'),
    plain('mediator.publishBatch([event])'),
    plain('new Courier().publish(event)'),
    dropped(
      `${then}.then((result) => result.ok);`,
      then,
      `await ${then}.then((result) => result.ok);`,
      `void ${then}.then((result) => result.ok);`,
    ),
    dropped(
      'mediator.send(order).catch(undefined);',
      'mediator.send(order)',
      'await mediator.send(order).catch(undefined);',
      'void mediator.send(order).catch(undefined);',
    ),
    dropped(
      'mediator.send(order).then(undefined, null);',
      'mediator.send(order)',
      'await mediator.send(order).then(undefined, null);',
      'void mediator.send(order).then(undefined, null);',
    ),
    dropped(
      '(context.send(order));',
      'context.send(order)',
      'await (context.send(order));',
      'void (context.send(order));',
    ),
    dropped(
      "order.customerId === '' || context.send(order);",
      'context.send(order)',
      "await (order.customerId === '' || context.send(order));",
      "void (order.customerId === '' || context.send(order));",
    ),
    dropped(
      "order.customerId === '' ? undefined : context.publish(event);",
      'context.publish(event)',
      "await (order.customerId === '' ? undefined : context.publish(event));",
      "void (order.customerId === '' ? undefined : context.publish(event));",
    ),
    dropped(
      'Promise.all([context.publish(event), 1]);',
      'context.publish(event)',
      'await Promise.all([context.publish(event), 1]);',
      'void Promise.all([context.publish(event), 1]);',
    ),
    dropped(
      'context.send(order)!;',
      'context.send(order)',
      'await context.send(order)!;',
      'void context.send(order)!;',
    ),
    dropped(
      'context.send(order) as Promise<unknown>;',
      'context.send(order)',
      'await (context.send(order) as Promise<unknown>);',
      'void (context.send(order) as Promise<unknown>);',
    ),
    dropped(
      "if (order.customerId === '') context.publish(event);",
      'context.publish(event)',
      "if (order.customerId === '') await context.publish(event);",
      "if (order.customerId === '') void context.publish(event);",
    ),
    {
      title: 'where `await` is not possible, only `void` is offered',
      code: `${prelude}export function run(): void { context.publish(event); }\n`,
      findings: [
        {
          line: LINE,
          column: 31,
          message: /failures of its handlers go unnoticed/,
          suggestions: [`${prelude}export function run(): void { void context.publish(event); }\n`],
        },
      ],
    },
  ],
});
