import { unusedService } from '../../../analyzers/rules/registration/unused-service.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import { handler, ok, type Behavior, type Command, type MessageContext, type RequestHandler, type Result, type Validator } from 'catga';
export interface PlaceOrder extends Command { readonly orderId: string }
`;
const LINE = prelude.split('\n').length;
const handling = 'async handle(): Promise<Result> { return ok(); }';

const reported = (code: string, message: string): InvalidCase => ({
  title: code,
  code: prelude + code,
  findings: [{ line: LINE, column: code.indexOf('class ') + 7, message }],
});
const kept = 'it is constructed at start-up, and never used.';

testRule(unusedService, {
  valid: [
    `/** @service */ export class Prices {} export class H implements RequestHandler<PlaceOrder> { constructor(readonly prices: Prices) {} ${handling} }`,
    `export interface Prices { of(): number }\n/** @service */ export class Fixed implements Prices { of() { return 1; } } export class H implements RequestHandler<PlaceOrder> { constructor(readonly prices: Prices) {} ${handling} }`,
    '/** @service */ export class Prices { of() { return 1; } } export const h = handler((order: PlaceOrder, context: MessageContext, { prices }: { readonly prices: Prices }) => { void prices; return ok(); });',
    '/** @service */ export class Prices {} export class B implements Behavior { constructor(readonly prices: Prices) {} before(): void {} }',
    '/** @service */ export class Prices {} export class V implements Validator<PlaceOrder> { constructor(readonly prices: Prices) {} validate() { return []; } }',
    `/** @service */ export class Rates {}\n/** @service */ export class Prices { constructor(readonly rates: Rates) {} } export class H implements RequestHandler<PlaceOrder> { constructor(readonly prices: Prices) {} ${handling} }`,
    '/** @service */ export class Timer { [Symbol.dispose](): void {} }',
    '/** @service */ export class Metrics { constructor() { console.log(1); } }',
    '/** @service */ export class Metrics { readonly timer = Math.random(); }',
    '/** @service */ export class Metrics { constructor() { new Map(); } }',
    'class Base { constructor() { console.log(1); } }\n/** @service */ export class Metrics extends Base {}',
    'export class Plain {}',
    "import { createServices } from './catga/services.js'; export const made = createServices;\n/** @service */ export class Prices {}",
  ].map((code) => ({ title: code, code: prelude + code })),
  invalid: [
    reported('/** @service */ export class Prices {}', `Nothing takes the service Prices: ${kept}`),
    reported(
      '/** @service */ export class Prices { readonly known = 1; constructor() { this.of; } of() { console.log(1); } }',
      `Nothing takes the service Prices: ${kept}`,
    ),
    reported(
      '/** @service */ export class Prices { readonly act = () => console.log(1); }',
      `Nothing takes the service Prices: ${kept}`,
    ),
    reported(
      '/** @service\n * @lifetime scoped */ export class Prices { constructor() { console.log(1); } }',
      'Nothing takes the scoped service Prices: it is never constructed.',
    ),
    reported(
      '/** @service\n * @lifetime transient */ export class Prices {}',
      'Nothing takes the transient service Prices: it is never constructed.',
    ),
  ].map((one) => ({
    ...one,
    findings: one.findings.map((finding) => ({
      ...finding,
      line: finding.line + (one.title?.includes('\n') === true ? 1 : 0),
      column: finding.column - (one.title?.includes('\n') === true ? one.title.indexOf('\n') + 1 : 0),
    })),
  })),
});
