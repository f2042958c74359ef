import { stateBeforeEvent } from '../../../analyzers/rules/reliability/state-before-event.ts';
import type { InvalidCase, RuleCase } from '../../../analyzers/testing/index.ts';
import { marked } from '../marked-case.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import { handler, ok, fail, CatgaError, type BatchContext, type BatchHandler, type Behavior, type Command, type DomainEvent, type FunctionHandler, type Mediator, type MessageContext, type Query, type ReliableEvent, type RequestHandler, type Result, type UnitOfWork } from 'catga';
import { audited, noticed, paid, tick, pay } from './catga/messages.js';
import type { Foreign, Noise } from './foreign.js';
export interface Pay extends Command { readonly account: string; readonly accounts: readonly string[] }
export interface Ship extends Command { readonly account: string }
export interface Paid extends ReliableEvent { readonly account: string }
/** @qos exactlyOnce */
export interface Audited extends DomainEvent { readonly account: string }
/** @qos atMostOnce */
export interface Noticed extends ReliableEvent { readonly account: string }
export interface Tick extends DomainEvent { readonly account: string }
export interface SaveOptions { readonly ttl?: number; readonly unitOfWork?: UnitOfWork }
export interface Transaction { readonly commit: () => void }
export interface Orders {
  save(account: string, unitOfWork?: UnitOfWork): Promise<void>;
  saveSync(account: string, unitOfWork?: UnitOfWork | Transaction | null): void;
  store(account: string, ttl?: number, unitOfWork?: UnitOfWork): Promise<void>;
  put(account: string, options?: SaveOptions): Promise<void>;
  change(account: string, context?: MessageContext): Promise<void>;
  write(account: string): Promise<void>;
  write(account: string, unitOfWork: UnitOfWork): void;
  between(account: string): Promise<void>;
  between(account: string, ttl: number, unitOfWork: UnitOfWork): void;
  plain(account: string): Promise<void>;
  enroll(account: string, course?: { enlist(student: string): void }): Promise<void>;
  find(account: string, unitOfWork?: UnitOfWork): Promise<string>;
  getOrCreate(account: string, unitOfWork?: UnitOfWork): Promise<string>;
  issue(account: string, unitOfWork?: UnitOfWork): Promise<string>;
  join(unitOfWork: UnitOfWork): void;
  in(unitOfWork: UnitOfWork): Orders;
  all(...parts: [account: string, unitOfWork?: UnitOfWork]): Promise<void>;
}
declare function wrap(context: MessageContext): { readonly unitOfWork: UnitOfWork };
declare const anything: any, elsewhere: UnitOfWork | Transaction, mediator: Mediator, foreign: Foreign, noise: Noise, global: Orders;
`;

const foreignTypes = `import type { DomainEvent, ReliableEvent } from 'catga';
export interface Foreign extends ReliableEvent { readonly account: string }
export interface Noise extends DomainEvent { readonly account: string }
`;

const inHandler = (body: string): string => `${prelude}
export class OnPay implements RequestHandler<Pay> {
  readonly #orders: Orders;
  readonly #other: Orders;
  constructor(orders: Orders, other: Orders) { this.#orders = orders; this.#other = other; }
  async handle(message: Pay, context: MessageContext): Promise<Result> {
    void this.#orders; void this.#other;
    ${body}
    return ok();
  }
}
`;

const files = (code: string): Readonly<Record<string, string>> => ({
  'src/case.ts': code,
  // Beside what the generator reads: a message of another package.
  'src/foreign.ts': foreignTypes,
});

const generator = { include: ['src/case.ts'] };

const accepts = (body: string, title = body): RuleCase => ({
  title,
  code: files(inHandler(body)),
  generator,
  scope: 'handlers',
});

/** @param becomes - What the suggestion makes of the marked code; absent: there is none. */
function reports(body: string, becomes?: string, message?: string, title = body): InvalidCase {
  return reportsIn(inHandler(body), title, becomes, message);
}

function reportsIn(text: string, title: string, becomes?: string, message?: string): InvalidCase {
  const { code, ...rest } = marked(title, text, {
    also: [
      {
        ...(message !== undefined && { message }),
        ...(becomes !== undefined && {
          suggestions: [text.replace(/«.*?»/su, () => becomes).replaceAll(/[«»]/gu, '')],
        }),
      },
    ],
  });
  return { ...rest, code: files(code), generator };
}

const publish = 'await context.publish(paid({ account: message.account }));';

testRule(stateBeforeEvent, {
  valid: [
    accepts(`await this.#orders.save(message.account, context.unitOfWork); ${publish}`),
    accepts(`this.#orders.saveSync(message.account, elsewhere); ${publish}`),
    accepts(`const { unitOfWork } = context; await this.#orders.save(message.account, unitOfWork); ${publish}`),
    accepts(`await this.#orders.put(message.account, { unitOfWork: context.unitOfWork }); ${publish}`),
    accepts(`await this.#orders.put(message.account, wrap(context)); ${publish}`),
    accepts(`const options: SaveOptions = {}; await this.#orders.put(message.account, options); ${publish}`),
    accepts(`const rest = {}; await this.#orders.put(message.account, { ...rest }); ${publish}`),
    accepts(`await this.#orders.change(message.account, context); ${publish}`),
    accepts(`await this.#orders.save(message.account, anything); ${publish}`),
    accepts(`const list: [string, UnitOfWork] = anything; await this.#orders.save(...list); ${publish}`),
    accepts(`await this.#orders.all(message.account); ${publish}`),
    accepts(`await this.#orders.between(message.account); ${publish}`, 'an overload that takes more'),
    accepts(`await this.#orders.plain(message.account); ${publish}`, 'a method that takes no unit of work'),
    accepts(`await this.#orders.enroll(message.account); ${publish}`, 'another thing that enlists'),
    accepts(`void (await this.#orders.find(message.account)); ${publish}`, 'a read'),
    accepts(`void (await this.#orders.getOrCreate(message.account)); ${publish}`, 'what begins like a read'),
    accepts('await this.#orders.save(message.account);', 'a change and no event'),
    accepts('await this.#orders.save(message.account); await context.publish(tick({ account: message.account }));'),
    accepts('await this.#orders.save(message.account); await context.publish(noticed({ account: message.account }));'),
    accepts('await this.#orders.save(message.account); await context.publish(noise);'),
    accepts('await this.#orders.save(message.account); await context.send(pay({ account: message.account }));'),
    accepts(`await this.#orders.save('a'); await mediator.publish(paid({ account: '' }));`, 'what does not wait'),
    accepts(`if (message.account === '') await this.#orders.save(message.account); else ${publish}`),
    accepts(`if (message.account === '') { await this.#orders.save(message.account); return ok(); } ${publish}`),
    accepts(`switch (message.account) { case 'a': await this.#orders.save('a'); break; default: ${publish} }`),
    accepts(`${publish} try { await this.#orders.plain('a'); } catch { await this.#orders.save('failed'); throw 1; }`),
    accepts(
      `await this.#orders.save('a'); if (message.account === '') { ${publish} return fail(new CatgaError('NOT_FOUND', '')); }`,
      'an event that is dropped',
    ),
    accepts(`context.unitOfWork.enlist({ commit: () => this.#orders.save(message.account) }); ${publish}`),
    accepts(`this.#orders.join(context.unitOfWork); await this.#orders.save(message.account); ${publish}`),
    accepts(`await this.#orders.in(context.unitOfWork).save(message.account); ${publish}`),
    accepts(`await global.save(message.account); ${publish}`, 'what is not injected'),
    accepts(`const later = async () => { ${publish} }; await this.#orders.save('a'); void later;`, 'another function'),
    {
      title: 'a method that an option calls a read',
      code: files(inHandler(`void (await this.#orders.issue(message.account)); ${publish}`)),
      generator,
      options: { reads: ['issue'] },
    },
    {
      title: 'code that is no handler',
      code: files(`${prelude}
export class Report {
  readonly #orders: Orders;
  constructor(orders: Orders) { this.#orders = orders; }
  async run(message: Pay, context: MessageContext): Promise<void> { await this.#orders.save('a'); ${publish} }
}
`),
      generator,
    },
  ],
  invalid: [
    reports(
      `await «this.#orders.save(message.account)»; ${publish}`,
      'this.#orders.save(message.account, context.unitOfWork)',
      '`this.#orders.save(…)` takes effect at once, but the event `Paid` is stored only when this message has succeeded: if that fails, the change stays and the event is lost.',
    ),
    reports(
      "await «this.#orders.save(message.account)»; await context.enqueue(pay({ account: '' }));",
      'this.#orders.save(message.account, context.unitOfWork)',
      '`this.#orders.save(…)` takes effect at once, but the command `Pay` is stored only when this message has succeeded: if that fails, the change stays and the command is lost.',
    ),
    reports(
      'await «this.#orders.save(message.account)»; await context.publish(foreign);',
      'this.#orders.save(message.account, context.unitOfWork)',
      '`this.#orders.save(…)` takes effect at once, but the event is stored only when this message has succeeded: if that fails, the change stays and the event is lost.',
    ),
    reports(
      "await «this.#orders.save(message.account)»; await context.publish(audited({ account: '' }));",
      'this.#orders.save(message.account, context.unitOfWork)',
    ),
    reports(
      `«this.#orders.saveSync(message.account)»; ${publish}`,
      'this.#orders.saveSync(message.account, context.unitOfWork)',
    ),
    reports(
      `«this.#orders.saveSync(message.account, null)»; ${publish}`,
      'this.#orders.saveSync(message.account, context.unitOfWork)',
    ),
    reports(
      `const none = null; «this.#orders.saveSync(message.account, none)»; ${publish}`,
      undefined,
      undefined,
      'an argument that cannot be replaced',
    ),
    reports(
      `await «this.#orders.store(message.account)»; ${publish}`,
      'this.#orders.store(message.account, undefined, context.unitOfWork)',
    ),
    reports(
      `await «this.#orders.store(message.account, 5)»; ${publish}`,
      'this.#orders.store(message.account, 5, context.unitOfWork)',
    ),
    reports(
      `await «this.#orders.put(message.account)»; ${publish}`,
      'this.#orders.put(message.account, { unitOfWork: context.unitOfWork })',
    ),
    reports(
      `await «this.#orders.put(message.account, { ttl: 5 })»; ${publish}`,
      'this.#orders.put(message.account, { ttl: 5, unitOfWork: context.unitOfWork })',
    ),
    reports(
      `await «this.#orders.put(message.account, {})»; ${publish}`,
      'this.#orders.put(message.account, { unitOfWork: context.unitOfWork })',
    ),
    reports(
      `await «this.#orders.change(message.account)»; ${publish}`,
      'this.#orders.change(message.account, context)',
      undefined,
    ),
    reports(
      `await «this.#orders.write(message.account)»; ${publish}`,
      'this.#orders.write(message.account, context.unitOfWork)',
    ),
    reports(
      `void (await «this.#orders.issue(message.account)»); ${publish}`,
      'this.#orders.issue(message.account, context.unitOfWork)',
    ),
    reports(`${publish} await «this.#orders.save('a')»;`, "this.#orders.save('a', context.unitOfWork)"),
    reports(
      `this.#other.join(context.unitOfWork); await «this.#orders.save('a')»; ${publish}`,
      "this.#orders.save('a', context.unitOfWork)",
      undefined,
      'a change by another dependency than the one that takes part',
    ),
    reports(
      `await this.#orders.save('a', context.unitOfWork); await «this.#orders.save('b')»; ${publish}`,
      "this.#orders.save('b', context.unitOfWork)",
    ),
    reports(
      `await Promise.all(message.accounts.map((one) => «this.#orders.save(one)»)); ${publish}`,
      'this.#orders.save(one, context.unitOfWork)',
    ),
    reports(
      `for (const one of message.accounts) { if (one === '') continue; await «this.#orders.save(one)»; } ${publish}`,
      'this.#orders.save(one, context.unitOfWork)',
    ),
    reports(
      `if (message.account === '') { await «this.#orders.save('a')»; } if (message.account !== 'b') ${publish}`,
      "this.#orders.save('a', context.unitOfWork)",
    ),
    reports(
      `try { await «this.#orders.save('a')»; } finally { ${publish} }`,
      "this.#orders.save('a', context.unitOfWork)",
    ),
    reports(
      `await context.publish(paid({ account: await «this.#orders.issue('a')» }));`,
      "this.#orders.issue('a', context.unitOfWork)",
    ),
    {
      ...reports(
        `void (await «this.#orders.getOrCreate('a')»); ${publish}`,
        "this.#orders.getOrCreate('a', context.unitOfWork)",
      ),
      title: 'what an option calls a write',
      options: { writes: ['getOrCreate'] },
    },
    reportsIn(
      `${prelude}
export const onShip: FunctionHandler<Ship> = handler(async (message, { publish, unitOfWork }, deps: { readonly orders: Orders }) => {
  void publish; void message;
  const context: MessageContext = anything;
  await «deps.orders.save('a')»;
  ${publish}
  return ok();
});
`,
      'a handler that is a function and takes the context apart',
      "deps.orders.save('a', unitOfWork)",
    ),
    reportsIn(
      `${prelude}
export const onShip: FunctionHandler<Ship> = handler(async (message, context, { orders }: { readonly orders: Orders }) => {
  await «orders.put('a')»;
  ${publish}
  return ok();
});
`,
      'a dependency that is taken apart',
      "orders.put('a', { unitOfWork: context.unitOfWork })",
    ),
    reportsIn(
      `${prelude}
export class Stamp implements Behavior<Pay> {
  readonly #orders: Orders;
  constructor(orders: Orders) { this.#orders = orders; }
  async before(message: Pay, { publish: hand, ...context }: MessageContext): Promise<void> {
    void hand;
    await «this.#orders.save('a')»;
    const other: MessageContext = anything; void context;
    await other.publish(paid({ account: message.account }));
  }
}
`,
      'a behavior, and no name for the unit of work',
    ),
    reportsIn(
      `${prelude}
/** @service */
export class Shipping {
  readonly #orders: Orders;
  constructor(orders: Orders) { this.#orders = orders; }
  async ship(message: Ship, context: MessageContext): Promise<void> {
    await «this.#orders.save('a')»;
    ${publish}
  }
}
`,
      'a service that is passed the context',
      "this.#orders.save('a', context.unitOfWork)",
    ),
    reportsIn(
      `${prelude}
export class ManyShips implements BatchHandler<Ship> {
  readonly #orders: Orders;
  constructor(orders: Orders) { this.#orders = orders; }
  async handle(messages: readonly Ship[], context: BatchContext): Promise<readonly Result[]> {
    return Promise.all(messages.map(async (message) => {
      await «this.#orders.save(message.account)»;
      ${publish}
      return ok();
    }));
  }
}
`,
      'a batch, where both are in one callback',
      'this.#orders.save(message.account, context.unitOfWork)',
    ),
  ],
});
