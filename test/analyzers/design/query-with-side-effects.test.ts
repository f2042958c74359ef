import { queryWithSideEffects } from '../../../analyzers/rules/design/query-with-side-effects.ts';
import type { RuleCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const START = '  async handle(query: GetTotal, context: MessageContext): Promise<Result<number>> { ';

const handler = (
  statement: string,
  kind = 'Query',
): string => `import { handler, ok, type Command, type DomainEvent, type MessageContext, type Query, type RequestHandler, type Result } from 'catga';
export interface Orders { total(id: string): Promise<number>; save(id: string): Promise<void>; deleteMany(ids: readonly string[]): Promise<void>; removeById(id: string): Promise<void>; saveGame(): void; charge(): void }
export interface Counted extends DomainEvent { readonly id: string }
export interface Recount extends Command { readonly id: string }
export interface GetOther extends Query<string> { readonly id: string }
export interface GetTotal extends ${kind}<number> { readonly id: string }
declare const event: Counted, recount: Recount, other: GetOther;
export class GetTotalHandler implements RequestHandler<GetTotal> {
  readonly #orders: Orders; readonly totals = new Map<string, number>(); readonly totalCache: Orders;
  constructor(orders: Orders) { this.#orders = orders; this.totalCache = orders; }
${START}${statement} return ok(1); }
  save(id: string): string { return id; }
}
`;

const accepted = (statement: string): RuleCase => ({ title: statement, code: handler(statement), scope: 'handlers' });

const reported = (part: string, message: string, options?: Readonly<Record<string, unknown>>) => ({
  title: part,
  code: handler(`await ${part};`),
  scope: 'handlers' as const,
  ...(options !== undefined && { options }),
  findings: [{ line: 11, column: START.length + 7, endColumn: START.length + 7 + part.length, message }],
});

const asks =
  'in the handler of the query GetTotal: who asks does not expect that, and asks again when an answer is late.';

testRule(queryWithSideEffects, {
  valid: [
    accepted('await this.#orders.total(query.id);'),
    accepted('await context.send(other);'),
    accepted('this.totals.delete(query.id);'),
    accepted('await this.totalCache.save(query.id);'),
    accepted('new Map<string, string>().delete(query.id);'),
    accepted('const local = { save: (id: string): string => id }; local.save(query.id);'),
    accepted('this.save(query.id);'),
    accepted('this.#orders.saveGame();'),
    { title: 'commands', code: handler('await this.#orders.save(query.id);', 'Command') },
    { title: 'no methods', code: handler('await this.#orders.save(query.id);'), options: { methods: [] } },
  ],
  invalid: [
    reported('context.publish(event)', `\`context.publish(…)\` ${asks}`),
    reported('context.enqueue(recount)', `\`context.enqueue(…)\` ${asks}`),
    reported('context.send(recount)', `\`context.send(…)\` ${asks}`),
    reported('this.#orders.save(query.id)', `\`this.#orders.save(…)\` changes something ${asks}`),
    reported('this.#orders.deleteMany([query.id])', `\`this.#orders.deleteMany(…)\` changes something ${asks}`),
    reported('this.#orders.removeById(query.id)', `\`this.#orders.removeById(…)\` changes something ${asks}`),
    reported('this.#orders.charge()', `\`this.#orders.charge(…)\` changes something ${asks}`, { methods: ['charge'] }),
    {
      title: 'a function handler with dependencies',
      code: `import { handler, ok, type Query } from 'catga';
export interface Orders { save(id: string): Promise<void> }
export interface GetTotal extends Query<number> { readonly id: string }
export const getTotal = handler<GetTotal, { orders: Orders }>(async (query, context, { orders }) => { await orders.save(query.id); return ok(1); });
`,
      scope: 'handlers',
      findings: [{ line: 4, column: 109, message: /`orders\.save\(…\)` changes something/ }],
    },
  ],
});
