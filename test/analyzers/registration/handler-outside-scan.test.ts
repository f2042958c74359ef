import { handlerOutsideScan } from '../../../analyzers/rules/registration/handler-outside-scan.ts';
import type { InvalidCase, RuleCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const messages = `import type { Command, DomainEvent } from 'catga';
export interface PlaceOrder extends Command { readonly orderId: string }
export interface OrderPlaced extends DomainEvent { readonly orderId: string }
`;
const head = `import { batchHandler, handler, ok, type BatchHandler, type EventHandler, type FunctionHandler, type RequestHandler } from 'catga';
import type { OrderPlaced, PlaceOrder } from '../src/messages.js';
`;
const LINE = head.split('\n').length;
const generator = { include: ['src/**'] };

function outside(code: string, others: Readonly<Record<string, string>> = {}): RuleCase {
  return {
    title: [code, ...Object.values(others)].join(' ').replaceAll(/\s+/g, ' ').slice(0, 150),
    code: { 'src/messages.ts': messages, 'other/archive.ts': `${head}${code}\n`, ...others },
    generator,
    scope: 'handlers',
  };
}

function reported(code: string, name: string, message: string, others?: Readonly<Record<string, string>>): InvalidCase {
  const [before = ''] = code.split(name);
  const line = LINE + before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n');
  return {
    ...outside(code, others),
    findings: [
      {
        file: 'other/archive.ts',
        line,
        column,
        endLine: line,
        endColumn: column + name.length,
        message: `${name} handles the ${message}, but \`include\` leaves this file out, so it never runs.`,
      },
    ],
  };
}

const onPlaced = 'export class Archive implements EventHandler<OrderPlaced> { async handle(): Promise<void> {} }';
const event = 'event `order-placed`';
const command = 'command `place-order`';

testRule(handlerOutsideScan, {
  valid: [
    { ...outside(onPlaced), generator: {}, title: 'no include: every file is read' },
    { ...outside(onPlaced), generator: { include: ['src/**', 'other/**'] }, title: 'an include that has the file' },
    outside(onPlaced.replace('export ', '')),
    outside(onPlaced.replace('class', 'abstract class')),
    outside(`/** @ignore */\n${onPlaced}`),
    outside(`${onPlaced}\nconst archive = new Archive();\nvoid archive;`),
    outside(`${onPlaced}\nexport class Better extends Archive {}`.replace('export class Better', 'class Better')),
    outside(onPlaced, { 'test/a.ts': `import { Archive } from '../other/archive.js';\nvoid new Archive();` }),
    outside(onPlaced, { 'test/a.ts': `import { Archive as Old } from '../other/archive.js';\nvoid new Old();` }),
    outside(onPlaced, { 'test/a.ts': `import * as all from '../other/archive.js';\nvoid new all.Archive();` }),
    outside(onPlaced, { 'test/a.ts': `const { Archive } = await import('../other/archive.js');\nvoid new Archive();` }),
    outside(onPlaced, {
      'other/index.ts': `export * from './archive.js';`,
      'test/a.ts': `import { Archive } from '../other/index.js';\nvoid new Archive();`,
    }),
    outside(onPlaced, {
      'other/index.ts': `export { Archive as Old } from './archive.js';`,
      'test/a.ts': `import { Old } from '../other/index.js';\nvoid new Old();`,
    }),
    outside(onPlaced.replace('export class', 'export default class'), {
      'test/a.ts': `import Archive from '../other/archive.js';\nvoid new Archive();`,
    }),
    // Another program's messages, in the same tsconfig.
    outside(
      `import type { DomainEvent } from 'catga';\nexport interface Shipped extends DomainEvent {}\nexport class OnShipped implements EventHandler<Shipped> { async handle(): Promise<void> {} }`,
    ),
    outside('export interface Archive extends EventHandler<OrderPlaced> {}'),
    outside('export const onPlaceOrder: unknown = (() => ok)();'),
    outside(
      'interface EventHandlerLike<T> { handle(event: T): void }\nexport class Own implements EventHandlerLike<OrderPlaced> { handle(): void {} }',
    ),
    outside('const onPlaceOrder = handler<PlaceOrder>(() => ok());'),
    outside('export const made = [handler<PlaceOrder>(() => ok())];'),
    {
      ...outside(onPlaced),
      code: { 'src/messages.ts': messages, 'src/a.ts': `${head.replaceAll('../src/', './')}${onPlaced}` },
    },
  ],
  invalid: [
    reported(onPlaced, 'Archive', event),
    reported(onPlaced.replace('export class', 'export default class'), 'Archive', event),
    reported(`${onPlaced.replace('export ', '')}\nexport { Archive };`, 'Archive', event),
    reported(`${onPlaced.replace('export ', '')}\nexport { Archive as Old };`, 'Archive', event),
    reported(`${onPlaced.replace('export ', '')}\nexport default Archive;`, 'Archive', event),
    reported(
      'export class PlaceOrderHandler implements RequestHandler<PlaceOrder> { async handle() { return ok(); } }',
      'PlaceOrderHandler',
      command,
    ),
    reported(
      'export class All implements BatchHandler<OrderPlaced> { async handle(events: readonly OrderPlaced[]): Promise<undefined> { void events; return undefined; } }',
      'All',
      event,
    ),
    reported(
      'abstract class Base<T> { abstract handle(event: T): Promise<void> }\nabstract class Named<T> extends Base<T> implements EventHandler<OrderPlaced> { abstract override handle(event: OrderPlaced & T): Promise<void> }\nexport class Last extends Named<OrderPlaced> { async handle(event: OrderPlaced): Promise<void> { void event; } }',
      'Last',
      event,
    ),
    reported('export const onPlaceOrder = handler<PlaceOrder>(() => ok());', 'onPlaceOrder', command),
    reported('export const onPlaceOrder: FunctionHandler<PlaceOrder> = handler(() => ok());', 'onPlaceOrder', command),
    reported('export const onPlaceOrder = handler((order: PlaceOrder) => ok(void order));', 'onPlaceOrder', command),
    reported('export const onAll = batchHandler<OrderPlaced>(() => undefined);', 'onAll', event),
    reported(onPlaced, 'Archive', event, {
      'test/a.ts': `import type { Archive } from '../other/archive.js';\nexport type Old = Archive;`,
    }),
    reported(onPlaced, 'Archive', event, { 'other/index.ts': `export * from './archive.js';` }),
    reported(onPlaced, 'Archive', event, { 'test/a.ts': `import '../other/archive.js';` }),
    {
      ...outside(onPlaced.replaceAll('EventHandler', 'lib.EventHandler')),
      title: 'a namespace import of catga',
      code: {
        'src/messages.ts': messages,
        'other/archive.ts': `import type * as lib from 'catga';\nimport type { OrderPlaced } from '../src/messages.js';\n${onPlaced.replace('EventHandler', 'lib.EventHandler')}\n`,
      },
      findings: [{ file: 'other/archive.ts', line: 3, column: 14 }],
    },
  ],
});
