import { floatingPromise } from '../../../analyzers/rules/promises/floating-promise.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

// What is reported is compared with typescript-eslint, case by case, in test/analyzers/differential. Here: texts, repairs,
// scope, and that each option is read.
const prelude = `const promise = Promise.resolve(1), promises = [promise];
const report = (error: unknown): void => { throw error; };
const condition = promises.length > 1;
`;
const LINE = prelude.split('\n').length;

const inFunction = (statement: string): string =>
  `${prelude}async function run(): Promise<void> { ${statement} }\nexport { condition, report, run };\n`;
const START = 'async function run(): Promise<void> { '.length;

const floating = 'The promise is dropped: nobody waits for what it stands for, and nobody learns when it fails.';
const useless = 'The promise is dropped: its rejection handler is not a function, so it is ignored.';
const several = 'An array of promises is dropped: nobody waits for them, and nobody learns when one fails.';

/** A statement that is reported as a whole, with what its suggestions make of it. */
function dropped(
  statement: string,
  suggested: readonly string[],
  more: { readonly message?: string; readonly options?: Readonly<Record<string, unknown>> } = {},
): InvalidCase {
  return {
    title: `${statement}${more.options === undefined ? '' : ` with ${JSON.stringify(more.options)}`}`,
    code: inFunction(statement),
    ...(more.options !== undefined && { options: more.options }),
    findings: [
      {
        line: LINE,
        column: START + 1,
        endLine: LINE,
        endColumn: START + 1 + statement.length,
        message: more.message ?? floating,
        suggestions: suggested.map(inFunction),
      },
    ],
  };
}

const handler = `import { ok, type Command, type RequestHandler, type Result } from 'catga';
export interface PlaceOrder extends Command {}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(): Promise<Result> {
    Promise.resolve(1);
    return ok();
  }
}
export function aside(): void {
  Promise.resolve(2);
}
`;

testRule(floatingPromise, {
  valid: [
    'await promise;',
    'void promise;',
    'promise.catch(report);',
    'promise.then(() => undefined, report);',
    'const later = promise; await later;',
  ].map((statement) => ({ title: statement, code: inFunction(statement) })),
  invalid: [
    dropped('promise;', ['await promise;', 'void promise;']),
    dropped('(promise);', ['await (promise);', 'void (promise);']),
    dropped('promise.then(report);', ['await promise.then(report);', 'void promise.then(report);']),
    dropped('condition && promise;', ['await (condition && promise);', 'void (condition && promise);']),
    dropped('condition ? promise : 1;', ['await (condition ? promise : 1);', 'void (condition ? promise : 1);']),
    dropped('promise, 1;', ['await (promise, 1);', 'void (promise, 1);']),
    dropped('promise as unknown as Promise<2>;', [
      'await (promise as unknown as Promise<2>);',
      'void (promise as unknown as Promise<2>);',
    ]),
    dropped('promise.catch(undefined);', ['await promise.catch(undefined);', 'void promise.catch(undefined);'], {
      message: useless,
    }),
    dropped('promises;', [], { message: several }),
    dropped('void promise;', ['await promise;'], { options: { ignoreVoid: false } }),
    dropped('(void promise);', ['(await promise);'], { options: { ignoreVoid: false } }),
    dropped('promise;', ['await promise;'], { options: { ignoreVoid: false } }),
    dropped('promise.catch(undefined);', ['await promise.catch(undefined);'], {
      options: { ignoreVoid: false },
      message: useless,
    }),
    dropped('void promises;', [], { options: { ignoreVoid: false }, message: several }),
    {
      title: 'where `await` is not possible, only `void` is offered',
      code: `${prelude}export function run(): void { promise; report(condition); }\n`,
      findings: [
        {
          line: LINE,
          column: 31,
          suggestions: [`${prelude}export function run(): void { void promise; report(condition); }\n`],
        },
      ],
    },
    {
      title: 'handlers, and nothing beside them, in the default scope',
      code: handler,
      scope: 'handlers',
      findings: [
        {
          line: 5,
          column: 5,
          suggestions: ['await', 'void'].map((keyword) =>
            handler.replace('Promise.resolve(1)', `${keyword} Promise.resolve(1)`),
          ),
        },
      ],
    },
  ],
});
