import { decisionByName } from '../../../analyzers/rules/aot/decision-by-name.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `export class Book { static readonly kind = 'book'; }
export class Food { static override readonly name: string = 'food'; }
export function tax(): number { return 7; }
declare const goods: Book | Food, thing: unknown, anything: any, error: Error, type: new () => object;
declare const byName: Map<string, number>, names: readonly string[], table: Record<string, number>;
declare const log: (text: string, more?: object) => void;
`.replace('static override', 'static');
const LINE = prelude.split('\n').length;

function decided(statement: string, part: string, use: string, again?: string): InvalidCase {
  const column = statement.indexOf(part) + 1;
  const findings = [{ line: LINE, column, endColumn: column + part.length, message: new RegExp(`is ${use}: `) }];
  const other = again === undefined ? [] : [{ line: LINE, column: statement.lastIndexOf(again) + 1 }];
  return { title: statement, code: `${prelude}${statement}\n`, findings: [...findings, ...other] };
}

const name = 'goods.constructor.name';

testRule(decisionByName, {
  valid: [
    `log(${name});`,
    `log(\`failed: \${${name}}\`);`,
    `log('failed', { type: ${name} });`,
    `throw new TypeError('cannot ship ' + ${name});`,
    `const shown = ${name}; log(shown);`,
    `if (error.name === 'AbortError') log('aborted');`,
    "if (Food.name === 'food') log('food');",
    "if (Book.kind === 'book') log('book');",
    'if (goods.constructor === Book) log("book");',
    "if (anything.constructor.name === 'Object') log('plain');",
    "if (thing instanceof Object && thing.constructor.name === 'AsyncFunction') log('async');",
    "switch (anything.constructor.name) { case 'Map': log('map'); break; default: log('other'); }",
    "if (Error.name === names[0]) log('error');",
    `if (${name} === '') log('anonymous');`,
    'byName.get(String(goods)); log(tax.toString());',
    "if (tax.toString().includes('[native code]')) log('native');",
    'byName.set(anything.name, 1);',
    `const member = { name: ${name} }; log('', member);`,
    `log(names.length > 0 ? ${name} : '');`,
    `if (${name}) log('named');`,
    "const other = { type: Book.name }; log('', other);",
    "if (anything.name === 'Book') log('book');",
  ].map((statement) => ({ title: statement, code: `${prelude}${statement}\n` })),
  invalid: [
    decided(`if (${name} === 'Book') log('book');`, name, 'compared'),
    decided(`if ('Book' != ${name}) log('food');`, name, 'compared'),
    decided(`if ((${name} as string) === 'Book') log('book');`, name, 'compared'),
    decided("if (anything.constructor.name === 'Book') log('book');", 'anything.constructor.name', 'compared'),
    decided("if (anything?.constructor?.name === 'Book') log('book');", 'anything?.constructor?.name', 'compared'),
    decided("if (type.name === 'Book') log('book');", 'type.name', 'compared'),
    decided("if (tax.name === 'tax') log('tax');", 'tax.name', 'compared'),
    decided(`switch (${name}) { case 'Book': log('book'); }`, name, 'what a `switch` goes by'),
    decided("switch (names[0]) { case Book.name: log('book'); }", 'Book.name', 'a case of a `switch`'),
    decided(`byName.get(${name});`, name, 'a key'),
    decided('byName.set(Book.name, 1);', 'Book.name', 'a key'),
    decided('new Set<string>().has(Book.name);', 'Book.name', 'a key'),
    decided('new Map([[1, 2]]).size; table[Book.name];', 'Book.name', 'a key'),
    decided('export const rates = { [Book.name]: 7 };', 'Book.name', 'a key'),
    decided(`if (${name} in table) log('known');`, name, 'a key'),
    decided(`byName.get(\`\${${name}}:1\`);`, name, 'a key'),
    decided(`byName.get('goods:' + ${name});`, name, 'a key'),
    decided(`byName.get(${name} ?? '');`, name, 'a key'),
    decided(`if (names.includes(${name})) log('known');`, name, 'compared'),
    decided(`if (${name}.startsWith('Bo')) log('book');`, name, 'searched'),
    decided(`if (${name}.toLowerCase() === 'book') log('book');`, name, 'compared'),
    decided(`if (/^Bo/.test(${name})) log('book');`, name, 'searched'),
    decided(`const found = ${name}; if (found === 'Book') log(found);`, name, 'compared'),
    decided(`JSON.stringify({ type: ${name} });`, name, 'what a receiver goes by'),
    decided(`if (${name} === Book.name) log('book');`, name, 'compared', 'Book.name'),
    decided("if (tax.toString().startsWith('class')) log('class');", 'tax.toString()', 'searched'),
    decided("if (/^class/.test(String(Book))) log('class');", 'String(Book)', 'searched'),
    decided(
      "if (/^class/.test(Function.prototype.toString.call(Book))) log('class');",
      'Function.prototype.toString.call(Book)',
      'searched',
    ),
    {
      title: 'decisions outside handlers, in the default scope',
      code: `${prelude}if (${name} === 'Book') log('book');\n`,
      scope: 'handlers',
      findings: [
        {
          line: LINE,
          column: 5,
          message:
            '`goods.constructor.name` is compared: minifiers and bundlers rename classes and functions, and two of them may get the same name.',
        },
      ],
    },
  ],
});
