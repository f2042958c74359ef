import { awaitThenable } from '../../../analyzers/rules/promises/await-thenable.ts';
import { testRule } from '../rule-cases.ts';

// What is reported is compared with typescript-eslint, case by case and repair by repair, in test/analyzers/differential.
// Here: texts, scope, and what comes from generated modules.
const handler = (
  statement: string,
  aside = '',
): string => `import { ok, type Command, type RequestHandler, type Result } from 'catga';
import { placeOrder } from './catga/messages.js';
export interface PlaceOrder extends Command {}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(): Promise<Result> {
    ${statement}
    return ok();
  }
}
export async function aside(): Promise<void> { ${aside} }
export { placeOrder };
`;

testRule(awaitThenable, {
  valid: [
    { title: 'a promise', code: handler('await Promise.resolve(1);') },
    { title: 'what generated code makes', code: handler('await placeOrder({});') },
    { title: 'what is outside of handlers, in the default scope', code: handler('', 'await 1;'), scope: 'handlers' },
    {
      title: 'values beside promises where the option allows them',
      code: handler('await Promise.all([1, Promise.resolve(1)]);'),
      options: { allowMixedPromiseArrays: true },
    },
  ],
  invalid: [
    {
      code: handler('await 1;'),
      scope: 'handlers',
      findings: [
        {
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 12,
          message: 'There is nothing to wait for: this value is no promise.',
          suggestions: [handler('1;')],
        },
      ],
    },
    {
      code: handler('for await (const one of [1]) one;'),
      findings: [
        {
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 33,
          message: '`for await` over what is no asynchronous iterable: each value is there when it is asked for.',
          suggestions: [handler('for (const one of [1]) one;')],
        },
      ],
    },
    {
      code: handler('await using held = { [Symbol.dispose]() {} };'),
      findings: [
        {
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 49,
          message: '`await using` of what has no `[Symbol.asyncDispose]`: there is nothing to wait for at the end.',
          suggestions: [handler('using held = { [Symbol.dispose]() {} };')],
        },
      ],
    },
    {
      code: handler('await Promise.all([1, Promise.resolve(1)]);'),
      findings: [
        {
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 25,
          message: 'This goes where promises are waited for together, and is none.',
        },
      ],
    },
  ],
});
