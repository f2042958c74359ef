import { neverRuns } from '../../../analyzers/rules/registration/never-runs.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import { createCatga, handler, ok, type Behavior, type Command, type DomainEvent, type EventHandler, type Message, type Validator } from 'catga';
import { registry } from './catga/index.js';
export interface PlaceOrder extends Command { readonly orderId: string }
/** @route billing */
export interface Charge extends Command { readonly amount: number }
export interface Dropped extends Command { readonly dropped: boolean }
export interface Marked { readonly mark: string }
export const onPlaceOrder = handler<PlaceOrder>(() => ok());
`;
const start = "\nexport const main = () => createCatga({ service: 'orders', registry: registry() });\n";
const LINE = prelude.split('\n').length;

const reported = (code: string, message: string): InvalidCase => ({
  title: code,
  code: prelude + code + start,
  findings: [{ line: LINE, column: code.indexOf('class ') + 7, message }],
});
const elsewhere = (what: string, messages = '`charge`'): string =>
  `The ${what} never runs: ${messages} is handled by another service, and behaviors and validators run around handlers.`;

testRule(neverRuns, {
  valid: [
    ...[
      'export class B implements Behavior { before(): void {} }',
      'export class B implements Behavior<Message> { before(): void {} }',
      'export class B implements Behavior<PlaceOrder> { before(): void {} }',
      'export class B implements Behavior<PlaceOrder | Charge> { before(): void {} }',
      'export class B implements Behavior<Command> { before(): void {} }',
      'export class V implements Validator<PlaceOrder> { validate() { return []; } }',
      // Its missing handler is reported.
      'export class B implements Behavior<Dropped> { before(): void {} }',
      'export class V implements Validator<Dropped> { validate() { return []; } }',
      'export class B implements Behavior<Charge> { before(): void {} } export const onCharge = handler<Charge>(() => ok());',
    ].map((code) => ({ title: code, code: prelude + code + start })),
    {
      title: 'a package that others compose',
      code: `${prelude}export class B implements Behavior<Charge> { before(): void {} }`,
    },
  ],
  invalid: [
    reported('export class B implements Behavior<Charge> { before(): void {} }', elsewhere('behavior B')),
    reported('export class V implements Validator<Charge> { validate() { return []; } }', elsewhere('validator V')),
    reported(
      'export class B implements Behavior<Command & Marked> { before(): void {} }',
      'The behavior B never runs: no message fits its type argument.',
    ),
    {
      title: 'no message fits, in a package too',
      code: `${prelude}export class B implements Behavior<DomainEvent> { before(): void {} }`,
      findings: [{ line: LINE, column: 14, message: 'The behavior B never runs: no message fits its type argument.' }],
    },
  ],
});
