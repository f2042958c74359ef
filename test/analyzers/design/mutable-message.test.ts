import { mutableMessage } from '../../../analyzers/rules/design/mutable-message.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const head = "import { CommandMessage, type Command, type DomainEvent } from 'catga';\n";
const start = 'export interface PlaceOrder extends Command { ';

/** An interface with one member, in which `part` is reported. */
function member(
  before: string,
  part: string,
  after: string,
  name: string,
  how: 'assigned' | 'changed in place',
): InvalidCase {
  const column = start.length + before.indexOf(part) + 1;
  return {
    title: before,
    code: `${head}${start}${before} }\n`,
    findings: [
      {
        line: 2,
        column,
        endColumn: column + part.length,
        message: `\`${name}\` of PlaceOrder can be ${how}: a message is shared by all its handlers, and what one changes the others see.`,
      },
    ],
    fixed: `${head}${start}${after} }\n`,
  };
}

testRule(mutableMessage, {
  valid: [
    ...[
      'readonly orderId: string',
      'readonly items: readonly string[]',
      'readonly items: ReadonlyArray<string>',
      'readonly rates: ReadonlyMap<string, number>',
      'readonly tags: ReadonlySet<string>',
      'readonly pair: readonly [string, number]',
      'readonly address: { readonly street: string }',
    ].map((text) => ({ title: text, code: `${head}${start}${text} }\n` })),
    { title: 'types of no message', code: `${head}export interface Draft { orderId: string; items: string[] }\n` },
    {
      title: 'responses',
      code: `${head}export interface Receipt { id: string }\nexport interface Buy extends Command<Receipt> { readonly id: string }\n`,
    },
    { title: 'Readonly', code: `${head}export type Buy = Command & Readonly<{ id: string }>;\n` },
    {
      title: 'what a class keeps to itself',
      code: `${head}export class Buy extends CommandMessage { static count = 0; readonly id: string; constructor(id: string) { super(); this.id = id; } }\n`,
    },
  ],
  invalid: [
    member('orderId: string', 'orderId', 'readonly orderId: string', 'orderId', 'assigned'),
    member("'order-id': string", "'order-id'", "readonly 'order-id': string", "'order-id'", 'assigned'),
    member('note?: string', 'note', 'readonly note?: string', 'note', 'assigned'),
    member('readonly items: string[]', 'string[]', 'readonly items: readonly string[]', 'items', 'changed in place'),
    member(
      'readonly items: string[][]',
      'string[][]',
      'readonly items: readonly (readonly string[])[]',
      'items',
      'changed in place',
    ),
    member(
      'readonly items: readonly string[][]',
      'readonly string[][]',
      'readonly items: readonly (readonly string[])[]',
      'items',
      'changed in place',
    ),
    member(
      'readonly items?: string[] | null',
      'string[] | null',
      'readonly items?: readonly string[] | null',
      'items',
      'changed in place',
    ),
    member(
      'readonly items: Array<string>',
      'Array<string>',
      'readonly items: ReadonlyArray<string>',
      'items',
      'changed in place',
    ),
    member(
      'readonly rates: Map<string, Set<number>>',
      'Map<string, Set<number>>',
      'readonly rates: ReadonlyMap<string, ReadonlySet<number>>',
      'rates',
      'changed in place',
    ),
    member(
      'readonly pair: [string, number]',
      '[string, number]',
      'readonly pair: readonly [string, number]',
      'pair',
      'changed in place',
    ),
    member(
      'readonly address: { street: string }',
      'street',
      'readonly address: { readonly street: string }',
      'address.street',
      'assigned',
    ),
    {
      title: 'an intersection, and a type that it holds',
      code: `${head}export interface Line { sku: string }\nexport type Buy = Command & { readonly lines: readonly Line[]; id: string };\n`,
      scope: 'handlers',
      findings: [
        { line: 2, column: 25, message: /^`sku` of Line can be assigned/ },
        { line: 3, column: 64, message: /^`id` of Buy can be assigned/ },
      ],
      fixed: `${head}export interface Line { readonly sku: string }\nexport type Buy = Command & { readonly lines: readonly Line[]; readonly id: string };\n`,
    },
    {
      title: 'a class; without a fix for what it assigns later',
      code: `${head}export class Buy extends CommandMessage { id: string; note: string; constructor(id: string) { super(); this.id = id; this.note = id; } clear(): void { this.note = ''; } }\n`,
      findings: [
        { line: 2, column: 43 },
        { line: 2, column: 55 },
      ],
      fixed: `${head}export class Buy extends CommandMessage { readonly id: string; note: string; constructor(id: string) { super(); this.id = id; this.note = id; } clear(): void { this.note = ''; } }\n`,
    },
  ],
});
