import { codeFromText } from '../../../analyzers/rules/aot/code-from-text.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const compilerOptions = { lib: ['ES2023', 'ESNext.Disposable', 'DOM'] };

/** Code of which one stretch is reported. */
function made(code: string, part: string, message: RegExp = /makes code out of text/): InvalidCase {
  const column = code.indexOf(part) + 1;
  return {
    title: code,
    code: `${code}\nexport {};\n`,
    compilerOptions,
    findings: [{ line: 1, column, endLine: 1, endColumn: column + part.length, message }],
  };
}

testRule(codeFromText, {
  valid: [
    "const eval2 = (text: string): string => text; eval2('1');",
    "export function run(Function: (text: string) => void): void { Function('1'); }",
    "class Formula { eval(text: string): string { return text; } } new Formula().eval('1');",
    'const check = (value: unknown): boolean => value instanceof Function; check(1);',
    "const has = typeof eval === 'function'; has;",
    'const same = (value: unknown): boolean => value === Function; same(1);',
    'const show = Function.prototype.toString; show;',
    'type Callback = Function; export const callbacks: Callback[] = [];',
    'export interface Task extends Function { readonly id: string }',
    'declare const any: (type: unknown) => void; any(Function);',
    'setTimeout(() => undefined, 1);',
    'function tick(): void { return; } setInterval(tick, 1);',
    "function setTimeout(text: string): void { text.trim(); } setTimeout('tick()'); export {};",
    "class Clock { setTimeout(text: string): void { text.trim(); } } new Clock().setTimeout('tick()');",
    'declare const later: any; setTimeout(later, 1);',
    "class Money { copy(): unknown { return new (this.constructor as new (unit: string) => Money)('EUR'); } } new Money();",
    'declare const value: { constructor: (text: string) => void }; value.constructor("1");',
    "import { eval as run } from './formulas.js'; run('1');",
    'export const words = { eval: 1, Function: 2 };',
    "globalThis.structuredClone('eval');",
  ].map((code) => ({ title: code, code: `${code}\nexport {};\n`, compilerOptions })),
  invalid: [
    made("eval('1 + 1');", "eval('1 + 1')"),
    made("(0, eval)('1 + 1');", "(0, eval)('1 + 1')"),
    made("eval?.('1 + 1');", "eval?.('1 + 1')"),
    made("globalThis.eval('1');", "globalThis.eval('1')"),
    made("window.eval('1');", "window.eval('1')"),
    made("globalThis['eval']('1');", "globalThis['eval']('1')"),
    made("(eval as (text: string) => unknown)('1');", "(eval as (text: string) => unknown)('1')"),
    made("eval.call(undefined, '1');", 'eval.call'),
    made("const run = eval; run('1');", "run('1')"),
    made("['1'].map(eval);", 'eval'),
    made("Reflect.construct(Function, ['return 1']);", "Reflect.construct(Function, ['return 1'])"),
    made("new Function('a', 'return a');", "new Function('a', 'return a')"),
    made("Function('return 1')();", "Function('return 1')"),
    made("new globalThis.Function('return 1');", "new globalThis.Function('return 1')"),
    made("Function.apply(null, ['return 1']);", 'Function.apply'),
    made("const Make = Function; new Make('return 1');", "new Make('return 1')"),
    made("(() => 1).constructor('return 1');", "(() => 1).constructor('return 1')"),
    made(
      "const AsyncFunction = Object.getPrototypeOf(async () => 1).constructor; new AsyncFunction('return 1');",
      "new AsyncFunction('return 1')",
    ),
    made("setTimeout('tick()', 1);", "setTimeout('tick()', 1)", /Node refuses a string/),
    made("const code = 'tick()'; setInterval(code + ';', 1);", "setInterval(code + ';', 1)", /Node refuses a string/),
    made("window.setTimeout('tick()');", "window.setTimeout('tick()')", /Node refuses a string/),
    {
      title: 'code outside handlers, in the default scope',
      code: "export const two: unknown = eval('1 + 1');\n",
      scope: 'handlers',
      findings: [
        {
          line: 1,
          column: 29,
          message:
            "`eval('1 + 1')` makes code out of text: it fails under `--disallow-code-generation-from-strings` and content security policies, and no compiler, bundler or minifier sees that code.",
        },
      ],
    },
  ],
});
