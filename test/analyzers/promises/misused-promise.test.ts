import { misusedPromise } from '../../../analyzers/rules/promises/misused-promise.ts';
import { testRule } from '../rule-cases.ts';

// What is reported is compared with typescript-eslint, case by case, in test/analyzers/differential.
// Here: texts, options, scope, and what comes from generated modules.
const handler = (
  statement: string,
  aside = '',
): string => `import { ok, type Command, type RequestHandler, type Result } from 'catga';
import { placeOrder } from './catga/messages.js';
declare const promise: Promise<number>;
declare const either: Promise<number> | number;
declare function takes(callback: () => void): void;
interface Sink { write: () => void }
export interface PlaceOrder extends Command {}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(): Promise<Result> {
    ${statement}
    return ok();
  }
}
export async function aside(): Promise<void> { ${aside} }
export { either, placeOrder, promise, takes, type Sink };
`;

const condition = 'if (promise) return ok();';
const spread = 'void { ...promise };';
const argument = 'takes(async () => {});';
const property = 'const sink: Sink = { write: async () => {} };';
const variable = 'const run: () => void = async () => {};';
const returned = 'const run = (): (() => void) => { return async () => {}; };';
const inherited = 'class Later implements Sink { async write() {} }';
const predicate = '[1].filter(async () => true);';

const at = (column: number, endColumn: number, message: string) => ({
  line: 10,
  column,
  endLine: 10,
  endColumn,
  message,
});

testRule(misusedPromise, {
  valid: [
    { title: 'an awaited condition', code: handler('if (await promise) return ok();') },
    { title: 'a callback that returns nothing', code: handler('takes(() => {});') },
    { title: 'a union as a condition', code: handler('if (either) return ok();') },
    { title: 'what generated code makes', code: handler('if (placeOrder({})) return ok();') },
    { title: 'what is outside of handlers, in the default scope', code: handler('', spread), scope: 'handlers' },
    { title: 'no conditions', code: handler(condition + predicate), options: { checksConditionals: false } },
    { title: 'no spreads', code: handler(spread), options: { checksSpreads: false } },
    {
      title: 'no functions',
      code: handler([argument, property, `{ ${variable} }`, returned, inherited].join(' ')),
      options: { checksVoidReturn: false },
    },
    { title: 'no arguments', code: handler(argument), options: { checksVoidReturnArguments: false } },
    { title: 'no properties', code: handler(property), options: { checksVoidReturnProperties: false } },
    { title: 'no variables', code: handler(variable), options: { checksVoidReturnVariables: false } },
    { title: 'no returned functions', code: handler(returned), options: { checksVoidReturnReturns: false } },
    { title: 'no methods', code: handler(inherited), options: { checksVoidReturnInheritedMethods: false } },
  ],
  invalid: [
    {
      code: handler(condition),
      scope: 'handlers',
      findings: [at(9, 16, 'This condition is a promise, which is always true.')],
    },
    {
      code: handler('if (either) return ok();'),
      options: { flagUnions: 'strict' },
      findings: [at(9, 15, 'This condition is a promise, which is always true.')],
    },
    {
      code: handler(predicate),
      findings: [at(16, 32, 'This callback returns a promise, which the array takes for true.')],
    },
    { code: handler(spread), findings: [at(15, 22, 'A promise is spread, which has no members of its own.')] },
    {
      code: handler(argument),
      findings: [at(11, 25, 'This function returns a promise, and is passed where nobody awaits what it returns.')],
    },
    {
      code: handler(property),
      findings: [
        at(26, 39, 'This function returns a promise, and is a property of which nobody awaits what it returns.'),
      ],
    },
    {
      code: handler(variable),
      findings: [
        at(29, 43, 'This function returns a promise, and goes into a variable of which nobody awaits what it returns.'),
      ],
    },
    {
      code: handler(returned),
      findings: [at(46, 60, 'This function returns a promise, and is returned to who does not await what it returns.')],
    },
    {
      code: handler(inherited),
      findings: [at(35, 51, 'This method returns a promise, which who knows it as a member of `Sink` does not await.')],
    },
  ],
});
