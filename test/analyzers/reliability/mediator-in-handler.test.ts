import { mediatorInHandler } from '../../../analyzers/rules/reliability/mediator-in-handler.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import { fail, handler, ok, type Behavior, type Catga, type Command, type DomainEvent, type EventHandler, type FunctionHandler, type Mediator, type MessageContext, type Next, type RequestHandler, type Result } from 'catga';
import { orderPlaced, shipOrder } from './catga/messages.js';
export interface PlaceOrder extends Command { readonly orderId: string }
export interface ShipOrder extends Command { readonly orderId: string }
export interface OrderPlaced extends DomainEvent { readonly orderId: string }
`;
const LINE = prelude.split('\n').length;

const inHandler = (
  body: string,
  { injected = 'mediator: Mediator', parameters = 'command: PlaceOrder, context: MessageContext' } = {},
): string => `${prelude}export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  constructor(private readonly ${injected}) {}
  async handle(${parameters}): Promise<Result> {
    ${body}
    return ok();
  }
}
`;
const BODY = LINE + 3;

const lost = {
  send: 'it carries neither the cause nor the deadline on, and what it changes stays changed when this handler fails',
  publish: 'the event carries no cause, and goes out even when this handler fails, once more with each repetition',
  enqueue: 'the command carries no cause, and is stored even when this handler fails, once more with each repetition',
};

function used(
  statement: string,
  call: string,
  callee: string,
  why: keyof typeof lost,
  mended: string | undefined,
  options?: Parameters<typeof inHandler>[1],
): InvalidCase {
  const column = 5 + statement.indexOf(call);
  return {
    title: statement,
    code: inHandler(statement, options),
    findings: [
      {
        line: BODY,
        column,
        endLine: BODY,
        endColumn: column + call.length,
        message: `\`${callee}(…)\` in the handler \`PlaceOrderHandler\` leaves the message that is being handled behind: ${lost[why]}.`,
        ...(mended !== undefined && { suggestions: [inHandler(mended, options)] }),
      },
    ],
  };
}

const publish = "this.mediator.publish(orderPlaced({ orderId: '1' }))";
const send = "this.mediator.send(shipOrder({ orderId: '1' }))";

testRule(mediatorInHandler, {
  valid: [
    ...[
      "await context.publish(orderPlaced({ orderId: '1' }));",
      "await context.send(shipOrder({ orderId: '1' }));",
      // What is published through the context of a message that fails is dropped.
      `if (command.orderId === '') { await ${publish}; throw new RangeError('no id'); }`,
      `if (command.orderId === '') { await ${publish}; return fail('VALIDATION_FAILED', 'no id'); }`,
      `try { JSON.parse(command.orderId); } catch (error) { await ${publish}; throw error; }`,
      `try { JSON.parse(command.orderId); } catch (error) { if (error instanceof SyntaxError) await ${publish}; throw error; }`,
      `switch (command.orderId) { case '': await ${publish}; throw new RangeError('no id'); }`,
    ].map((statement) => ({
      title: statement,
      // Something else uses the mediator, so that the injection itself is not reported.
      code: inHandler(statement, {
        injected: statement.includes('this.mediator') ? 'mediator: Mediator' : 'postbox: Map<string, string>',
      }),
    })),
    {
      title: 'a mediator at the edge',
      code: `${prelude}export async function route(mediator: Mediator): Promise<void> { await mediator.publish(orderPlaced({ orderId: '1' })); }\n`,
    },
    {
      title: 'a mediator in a service',
      code: `${prelude}/** @service */ export class Poller { constructor(private readonly mediator: Mediator) {} async poll(): Promise<void> { await ${publish}; } }\n`,
    },
    {
      title: 'a mediator in a behavior',
      code: `${prelude}export class Announce implements Behavior<PlaceOrder> { constructor(private readonly mediator: Mediator) {}
  async handle(_command: PlaceOrder, _context: MessageContext, next: Next): Promise<Result<unknown>> { await ${publish}; return next(); } }\n`,
    },
    {
      title: 'something else that publishes',
      code: inHandler("this.courier.publish('order');", { injected: 'courier: { publish(text: string): void }' }),
    },
    {
      title: 'another class of the same file',
      code: `${inHandler('void command;', { injected: 'name: string' })}export class Edge { constructor(private readonly mediator: Mediator) {} async run(): Promise<void> { await ${publish}; } }\n`,
    },
  ],
  invalid: [
    used(
      `await ${publish};`,
      publish,
      'this.mediator.publish',
      'publish',
      "await context.publish(orderPlaced({ orderId: '1' }));",
    ),
    used(
      `const sent = await ${send}; if (!sent.ok) return sent;`,
      send,
      'this.mediator.send',
      'send',
      "const sent = await context.send(shipOrder({ orderId: '1' })); if (!sent.ok) return sent;",
    ),
    used(
      "await this.mediator.enqueue(shipOrder({ orderId: '1' }), { delayMs: 5 });",
      "this.mediator.enqueue(shipOrder({ orderId: '1' }), { delayMs: 5 })",
      'this.mediator.enqueue',
      'enqueue',
      "await context.enqueue(shipOrder({ orderId: '1' }), { delayMs: 5 });",
    ),
    used(
      'const receipt = await this.mediator?.publish(orderPlaced({ orderId: "1" })); void receipt;',
      'this.mediator?.publish(orderPlaced({ orderId: "1" }))',
      'this.mediator?.publish',
      'publish',
      'const receipt = await context.publish(orderPlaced({ orderId: "1" })); void receipt;',
      { injected: 'mediator?: Mediator' },
    ),
    used(
      "await this.app.mediator.publish(orderPlaced({ orderId: '1' }));",
      "this.app.mediator.publish(orderPlaced({ orderId: '1' }))",
      'this.app.mediator.publish',
      'publish',
      "await context.publish(orderPlaced({ orderId: '1' }));",
      { injected: 'app: Catga' },
    ),
    used(
      `await ${publish};`,
      publish,
      'this.mediator.publish',
      'publish',
      "await context.publish(orderPlaced({ orderId: '1' }));",
      { injected: "mediator: Pick<Mediator, 'publish'>" },
    ),
    // Nothing to replace it by: the handler does not take the context, or something hides it, or it has no such method.
    used(`await ${publish};`, publish, 'this.mediator.publish', 'publish', undefined, {
      parameters: 'command: PlaceOrder',
    }),
    used(
      `{ const context = command.orderId; await ${publish}; void context; }`,
      publish,
      'this.mediator.publish',
      'publish',
      undefined,
    ),
    used(
      'await this.mediator.sendBatch([command]);',
      'this.mediator.sendBatch([command])',
      'this.mediator.sendBatch',
      'send',
      undefined,
    ),
    used(
      'await this.mediator.publishBatch([orderPlaced({ orderId: "1" })]);',
      'this.mediator.publishBatch([orderPlaced({ orderId: "1" })])',
      'this.mediator.publishBatch',
      'publish',
      undefined,
    ),
    // In a callback of the handler.
    used(
      `await Promise.all([1].map(() => ${publish}));`,
      publish,
      'this.mediator.publish',
      'publish',
      "await Promise.all([1].map(() => context.publish(orderPlaced({ orderId: '1' }))));",
    ),
    // Failing elsewhere does not excuse it.
    used(
      `if (command.orderId === '') throw new RangeError('no id'); await ${publish};`,
      publish,
      'this.mediator.publish',
      'publish',
      "if (command.orderId === '') throw new RangeError('no id'); await context.publish(orderPlaced({ orderId: '1' }));",
    ),
    {
      title: 'a private method of the handler',
      code: `${prelude}export class Announce implements EventHandler<OrderPlaced> {
  readonly #mediator: Mediator;
  constructor(mediator: Mediator) { this.#mediator = mediator; }
  async handle(event: OrderPlaced, context: MessageContext): Promise<void> { await this.#ship(event, context); }
  async #ship({ orderId }: OrderPlaced, ctx: MessageContext): Promise<void> { await this.#mediator.send(shipOrder({ orderId })); }
}
`,
      findings: [
        {
          line: LINE + 4,
          column: 85,
          message: /^`this\.#mediator\.send\(…\)` in the handler `Announce`/,
          suggestions: [
            `${prelude}export class Announce implements EventHandler<OrderPlaced> {
  readonly #mediator: Mediator;
  constructor(mediator: Mediator) { this.#mediator = mediator; }
  async handle(event: OrderPlaced, context: MessageContext): Promise<void> { await this.#ship(event, context); }
  async #ship({ orderId }: OrderPlaced, ctx: MessageContext): Promise<void> { await ctx.send(shipOrder({ orderId })); }
}
`,
          ],
        },
      ],
    },
    {
      title: 'a function handler',
      code: `${prelude}export const onOrderPlaced: FunctionHandler<OrderPlaced> = handler(
  async (event, context, { mediator }: { readonly mediator: Mediator }) => {
    await mediator.send(shipOrder({ orderId: event.orderId }));
  },
);
`,
      findings: [
        {
          line: LINE + 2,
          column: 11,
          suggestions: [
            `${prelude}export const onOrderPlaced: FunctionHandler<OrderPlaced> = handler(
  async (event, context, { mediator }: { readonly mediator: Mediator }) => {
    await context.send(shipOrder({ orderId: event.orderId }));
  },
);
`,
          ],
        },
      ],
    },
    {
      title: 'a mediator of the module',
      code: `${prelude}declare const app: Catga;
export class Announce implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> { await app.mediator.send(shipOrder(event)); }
}
`,
      scope: 'handlers',
      findings: [{ line: LINE + 2, column: 59 }],
    },
    {
      title: 'an injected mediator that is passed on',
      code: inHandler('void relay(this.mediator);').replace(
        'export class',
        'declare function relay(mediator: Mediator): void;\nexport class',
      ),
      findings: [
        {
          line: LINE + 2,
          column: 15,
          endColumn: 50,
          message:
            'A mediator is injected into the handler `PlaceOrderHandler`; what is handed to it leaves the message that is being handled behind: its cause, its deadline, its unit of work.',
        },
      ],
    },
    {
      title: 'a function handler whose injected mediator is passed on',
      code: `${prelude}interface Deps { readonly mediator: Mediator }
declare function relay(mediator: Mediator): void;
export const first: FunctionHandler<OrderPlaced> = handler(async (_event, _context, { mediator }: Deps) => relay(mediator));
export const second: FunctionHandler<OrderPlaced> = handler(async (_event, _context, deps: Deps) => relay(deps.mediator));
`,
      findings: [
        { line: LINE + 2, column: 87, endColumn: 95 },
        { line: LINE + 3, column: 86, endColumn: 96 },
      ],
    },
  ],
});
