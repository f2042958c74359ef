import { describe, expect, test } from 'vitest';
import { camelCase, isBindable, pascalCase, propertyKey, quote } from '../../generator/emit/identifiers.ts';
import { withImports, type Imports } from '../../generator/emit/imports.ts';
import { moduleSpecifiers } from '../../generator/emit/module-specifier.ts';
import { Printer } from '../../generator/emit/printer.ts';
import type { ProjectModel } from '../../generator/model/project.ts';

const empty: ProjectModel = {
  namespace: '',
  messages: [],
  handlers: [],
  behaviors: [],
  validators: [],
  services: [],
  upcasters: [],
  externals: [],
  types: [],
  modules: [],
};

describe('emit: text', () => {
  test.each([
    ['plain', "'plain'"],
    ["it's", `"it's"`],
    [`both ' and "`, `'both \\' and "'`],
    ['back\\slash', String.raw`'back\\slash'`],
    ['line\nbreak\u2028', String.raw`'line\nbreak\u2028'`],
    ['', "''"],
  ])('emit: %j is a string literal', (text, literal) => {
    expect(quote(text)).toBe(literal);
  });

  test.each([
    ['name', 'name'],
    ['größe', 'größe'],
    ['class', 'class'],
    ['x-y', "'x-y'"],
    ['1st', "'1st'"],
    ['__proto__', "['__proto__']"],
  ])('emit: %s as a key', (name, key) => expect(propertyKey(name)).toBe(key));

  test('emit: names of declarations', () => {
    expect(pascalCase('place-order.command')).toBe('PlaceOrderCommand');
    expect(camelCase('PlaceOrder')).toBe('placeOrder');
    expect(camelCase('class')).toBe('class_');
    expect(isBindable('delete')).toBe(false);
    expect(isBindable('deleteOrder')).toBe(true);
  });

  test('emit: imports are sorted, and names that clash are told apart by where they come from', () => {
    const { imports, body } = withImports(['taken'], (used: Imports) =>
      [
        used.type('../orders/messages.js', 'Cancel'),
        used.type('../billing/messages.js', 'Cancel'),
        used.value('catga/generated', 'define'),
        used.type('catga/generated', 'Result'),
        used.type('../a.js', 'taken'),
        used.value('../b.js', 'default'),
      ].join(' '),
    );
    expect(body).toBe('OrdersMessagesCancel BillingMessagesCancel define Result ATaken B');
    expect(imports.split('\n')).toEqual([
      "import { type Result, define } from 'catga/generated';",
      "import type { taken as ATaken } from '../a.js';",
      "import { default as B } from '../b.js';",
      "import type { Cancel as BillingMessagesCancel } from '../billing/messages.js';",
      "import type { Cancel as OrdersMessagesCancel } from '../orders/messages.js';",
    ]);
  });

  test.each([
    ['.js', '.ts', '../../lib/a.js'],
    ['.js', '.mts', '../../lib/a.mjs'],
    ['.js', '.cts', '../../lib/a.cjs'],
    ['.js', '.tsx', '../../lib/a.js'],
    ['.js', '.d.ts', '../../lib/a.js'],
    ['.ts', '.ts', '../../lib/a.ts'],
    ['.ts', '.mts', '../../lib/a.mts'],
    ['.ts', '.tsx', '../../lib/a.tsx'],
    ['.ts', '.d.mts', '../../lib/a.mjs'],
  ] as const)('emit: with %s specifiers, a module in lib/a%s is imported as %s', (extension, suffix, specifier) => {
    const position = { file: `lib/a${suffix}`, line: 1, column: 1 };
    const service = {
      module: 'lib/a',
      exportName: 'A',
      position,
      id: 'lib/a#A',
      variable: 'a',
      lifetime: 'singleton',
      dependencies: [],
      disposable: false,
    } as const;
    const specifiers = moduleSpecifiers({ ...empty, services: [service] }, 'src/catga', extension);
    expect(specifiers.source('lib/a', 'index.ts')).toBe(specifier);
    expect(specifiers.generated('codecs/x', 'index.ts')).toBe(`./codecs/x${extension}`);
    expect(specifiers.generated('registry', 'codecs/orders/x')).toBe(`../../registry${extension}`);
  });

  test('emit: what is too long for a line is broken as a formatter would', () => {
    const printer = new Printer();
    const long = 'x'.repeat(60);
    printer.list('f(', [long, long], ');');
    printer.call('return ', `a(${long}, () => b(${long}, () => c()))`, ';');
    printer.assign(`const y: ${long}`, long);
    expect(printer.toString().split('\n')).toEqual([
      'f(',
      `  ${long},`,
      `  ${long},`,
      ');',
      `return a(${long}, () =>`,
      `  b(${long}, () => c()),`,
      ');',
      `const y: ${long} =`,
      `  ${long};`,
    ]);
  });
});
