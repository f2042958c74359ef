import { handlerNotIdempotent } from '../../../analyzers/rules/reliability/handler-not-idempotent.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { marked } from '../marked-case.ts';
import { testRule } from '../rule-cases.ts';

const inHandler = (
  body: string,
  { tags = '', base = 'Command' }: { readonly tags?: string; readonly base?: string } = {},
): string => `import { ok, type Command, type DomainEvent, type MessageContext, type Query, type ReliableEvent, type EventHandler, type RequestHandler, type Result, type UnitOfWork } from 'catga';
/** Asks for money. ${tags} */
export interface Pay extends ${base} { readonly account: string; readonly orderId: string }
export interface Payments {
  charge(account: string, options?: { readonly key?: string; readonly idempotencyKey?: string }): Promise<void>;
  chargeback(account: string): Promise<void>;
  add(account: string, unitOfWork?: UnitOfWork): void;
  record(account: string): void;
}
declare function local(url: string, init: { readonly method: string }): Promise<void>;
export class OnPay implements ${base.endsWith('Event') ? 'EventHandler<Pay>' : 'RequestHandler<Pay>'} {
  readonly #seen = new Set<string>();
  readonly #payments: Payments;
  constructor(payments: Payments) { this.#payments = payments; }
  async handle(message: Pay, context: MessageContext): Promise<any> {
    void this.#seen; void this.#payments;
    ${body}
    return ok('');
  }
}
`;

const dom = { compilerOptions: { lib: ['ES2023', 'DOM'] } };

const accepts = (body: string, more?: Parameters<typeof inHandler>[1]): { title: string; code: string } => ({
  title: `${body} ${more?.tags ?? ''} ${more?.base ?? ''}`,
  ...dom,
  code: inHandler(body, more),
});

const reports = (body: string, message?: string, more?: Parameters<typeof inHandler>[1]): InvalidCase =>
  marked(body, inHandler(body, more), { ...dom, also: [message === undefined ? {} : { message }] });

testRule(handlerNotIdempotent, {
  valid: [
    accepts('await this.#payments.charge(message.account, { idempotencyKey: message.orderId });'),
    accepts('await this.#payments.charge(message.account, { key: context.messageId });'),
    accepts('const options = { key: context.messageId }; await this.#payments.charge(message.account, options);'),
    accepts('this.#payments.add(message.account, context.unitOfWork);'),
    accepts('await this.#payments.chargeback(message.account);'),
    accepts('this.#payments.record(message.account);'),
    accepts('this.#seen.add(message.account);'),
    accepts('await this.#payments.charge(message.account);', { tags: '@idempotencyKey orderId' }),
    accepts('await this.#payments.charge(message.account);', { tags: '@qos exactlyOnce' }),
    accepts('await this.#payments.charge(message.account);', { tags: '@qos atMostOnce' }),
    accepts('await this.#payments.charge(message.account);', { base: 'DomainEvent' }),
    accepts('await this.#payments.charge(message.account);', { base: 'Query<string>' }),
    accepts('await fetch(message.account);'),
    accepts("await fetch(message.account, { method: 'PUT' });"),
    accepts("await local(message.account, { method: 'POST' });"),
    accepts("await fetch(message.account, { method: 'POST', headers: { 'Idempotency-Key': message.orderId } });"),
    accepts('await context.send(message);'),
    {
      title: 'a method that is no effect',
      options: { effects: ['refund'] },
      code: inHandler('await this.#payments.charge(message.account);'),
    },
  ],
  invalid: [
    reports(
      'await «this.#payments.charge(message.account)»;',
      'The command `Pay` is delivered at least once, so it can come twice: `this.#payments.charge(…)` is then done once more.',
    ),
    reports('«this.#payments.add(message.account)»;'),
    reports("await «this.#payments.charge(message.account, { key: 'a' })»;"),
    reports(
      "await «fetch(message.account, { method: 'POST' })»;",
      'The command `Pay` is delivered at least once, so it can come twice: `fetch(…)` is then done once more.',
    ),
    reports("const init = { method: 'post' }; await «fetch(message.account, init)»;"),
    reports(
      'await «this.#payments.charge(message.account)»;',
      'The event `Pay` is delivered at least once, so it can come twice: `this.#payments.charge(…)` is then done once more.',
      { base: 'ReliableEvent' },
    ),
    reports('await «this.#payments.charge(message.account)»;', undefined, {
      base: 'DomainEvent',
      tags: '@qos atLeastOnce',
    }),
    {
      ...marked('a method that is one here', inHandler('«this.#payments.record(message.account)»;')),
      options: { effects: ['record'] },
    },
    marked(
      'a function handler',
      `import { handler, ok, type Command, type MessageContext } from 'catga';
export interface Mail { send(to: string): Promise<void> }
export interface Greet extends Command { readonly to: string }
export const onGreet = handler(async ({ to }: Greet, _context: MessageContext, { mail }: { readonly mail: Mail }) => { await «mail.send(to)»; return ok(); });
`,
      { scope: 'handlers' },
    ),
    marked(
      'a class',
      `import { ok, type Command, type RequestHandler, type Result } from 'catga';
export interface Mail { send(to: string): Promise<void> }
export interface Greet extends Command { readonly to: string }
export class OnGreet implements RequestHandler<Greet> {
  readonly #mail: Mail;
  constructor(mail: Mail) { this.#mail = mail; }
  async handle({ to }: Greet): Promise<Result> { await «this.#mail.send(to)»; return ok(); }
}
`,
      { scope: 'handlers' },
    ),
  ],
});
