import { ignoredResult } from '../../../analyzers/rules/promises/ignored-result.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import type { Command, DomainEvent, Mediator, MessageContext, Result } from 'catga';
export interface PlaceOrder extends Command<string> { readonly customerId: string }
export interface OrderPlaced extends DomainEvent { readonly orderId: string }
class Postbox { async send(text: string): Promise<string> { return text; } }
declare const context: MessageContext, mediator: Mediator, order: PlaceOrder, event: OrderPlaced;
declare function use(value: unknown): void;
`;
const LINE = prelude.split('\n').length;
const START = 'export async function run(): Promise<unknown> { '.length;

const inFunction = (statement: string): string =>
  `${prelude}export async function run(): Promise<unknown> { ${statement} return 1; }\n`;

function ignored(statement: string, marked: string, message: RegExp): InvalidCase {
  const column = START + statement.indexOf(marked) + 1;
  return {
    title: statement,
    code: inFunction(statement),
    findings: [{ line: LINE, column, endLine: LINE, endColumn: column + marked.length, message }],
  };
}

testRule(ignoredResult, {
  valid: [
    'const result = await mediator.send(order); if (!result.ok) return result.error;',
    'const { ok } = await mediator.send(order); use(ok);',
    'return await mediator.send(order);',
    'use(await mediator.send(order));',
    'if ((await mediator.send(order)).ok) return 2;',
    'void (await mediator.send(order));',
    'await mediator.publish(event);',
    'await context.enqueue(order);',
    "await new Postbox().send('text');",
    'let result: Result<string>; result = await mediator.send(order); use(result);',
    'const result = await mediator.send(order); use({ result });',
    'const result = await mediator.send(order); const later = () => result; use(later);',
    'const results = await mediator.sendBatch([order]); for (const one of results) use(one);',
  ].map((statement) => ({ title: statement, code: inFunction(statement) })),
  invalid: [
    ignored(
      'await mediator.send(order);',
      'mediator.send(order)',
      /^Nobody looks at the `Result` of `mediator\.send\(…\)`/,
    ),
    ignored('await context.send(order);', 'context.send(order)', /`send` never rejects/),
    ignored('(await context.send(order));', 'context.send(order)', /`send` never rejects/),
    ignored('await mediator.sendBatch([order]);', 'mediator.sendBatch([order])', /`mediator\.sendBatch\(…\)`/),
    ignored('const result = await mediator.send(order);', 'result', /^Nobody looks at `result`, the `Result` of/),
    ignored(
      'const result = await mediator.send(order); { const result = 2; use(result); }',
      'result',
      /^Nobody looks at `result`/,
    ),
  ],
});
