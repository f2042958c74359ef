import { requireInModule } from '../../../analyzers/rules/aot/require.ts';
import { testRule } from '../rule-cases.ts';

const created = "import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\n";

testRule(requireInModule, {
  valid: [
    "export function run(require: (name: string) => void): void { require('a'); }",
    "class Loader { require(name: string): string { return name; } } new Loader().require('a'); export {};",
    "export const fs: unknown = typeof require === 'function' ? require('fs') : undefined;",
    "if (typeof module !== 'undefined') module.require('fs');\nexport {};",
    "import type fs = require('./fs.js'); export type Files = typeof fs;",
    'declare namespace Shop.Orders { const count: number } import Orders = Shop.Orders; export const count = Orders.count;',
    { title: 'createRequire for names', code: `${created}export const place = load.resolve('catga');\n` },
    { title: 'createRequire for addons', code: `${created}export const addon: unknown = load('./fast.node');\n` },
    {
      title: 'another createRequire',
      code: "import { createRequire } from './loader.js';\nconst load = createRequire(1);\nload('a');\n",
    },
    { title: 'a .cts file', code: { 'src/case.cts': "export const fs: unknown = require('fs');\n" } },
    {
      title: 'an .mts file that imports',
      code: { 'src/case.mts': "export const fs: unknown = await import('./fs.mjs');\n" },
    },
    {
      title: 'a CommonJS package',
      code: "export const fs: unknown = require('fs');\n",
      compilerOptions: { module: 'CommonJS', moduleResolution: 'Node10', ignoreDeprecations: '6.0' },
    },
  ],
  invalid: [
    {
      code: "export const fs: unknown = require('fs');\n",
      findings: [
        {
          line: 1,
          column: 28,
          endColumn: 41,
          message: "`require('fs')`: ES modules have no `require`, so the program fails when it gets here.",
        },
      ],
    },
    { code: "export const fs: unknown = require.resolve('fs');\n", findings: [{ line: 1, column: 28 }] },
    {
      code: "export const fs: unknown = module.require('fs');\n",
      findings: [{ line: 1, column: 28, message: /no `module`/ }],
    },
    {
      title: 'createRequire, by name',
      code: `${created}export const data: unknown = load('./data.json');\n`,
      findings: [{ line: 3, column: 30, endColumn: 49, message: /loads a module past `import`/ }],
    },
    {
      title: 'createRequire as a member of the module',
      code: "import module from 'node:module';\nexport const data: unknown = module.createRequire(import.meta.url)('./a.json');\n",
      findings: [{ line: 2, column: 30 }],
    },
    {
      title: 'createRequire of `module`',
      code: "import { createRequire as make } from 'module';\nconst require = make(import.meta.url);\nrequire('a');\n",
      findings: [{ line: 3, column: 1 }],
    },
    {
      code: "import fs = require('./fs.js');\nexport const files: unknown = fs;\n",
      findings: [
        {
          line: 1,
          column: 1,
          endColumn: 32,
          message:
            "`import fs = require('./fs.js');` in an ES module becomes `createRequire` or does not compile: bundlers do not follow it.",
        },
      ],
    },
    {
      title: 'an .mts file',
      code: { 'src/case.mts': "export const fs: unknown = require('fs');\n" },
      findings: [{ file: 'src/case.mts', line: 1, column: 28 }],
    },
    {
      title: 'modules for a bundler',
      code: "export const fs: unknown = require('fs');\n",
      compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler' },
      findings: [{ line: 1, column: 28 }],
    },
  ],
});
