import { reflectMetadata } from '../../../analyzers/rules/aot/reflect-metadata.ts';
import { testRule } from '../rule-cases.ts';

const REFLECT = `declare global { namespace Reflect { function getMetadata(key: string, target: object): unknown; function metadata(key: string, value: unknown): (target: unknown) => void } }\n`;

testRule(reflectMetadata, {
  valid: [
    "import type {} from 'reflect-metadata';",
    "import 'reflect-metadata-lite';",
    "import { metadata } from './reflect-metadata.js'; metadata;",
    "export const keys = Reflect.ownKeys({}); Reflect.get({}, 'a');",
    "class Store { getMetadata(key: string): string { return key; } } new Store().getMetadata('a');",
    "export function read(Reflect: { getMetadata(key: string): string }): string { return Reflect.getMetadata('a'); }",
    "export const load = (require: (name: string) => void): void => require('reflect-metadata');",
    { code: "import 'reflect-metadata';", options: { packages: [] } },
  ],
  invalid: [
    {
      code: "import 'reflect-metadata';\n",
      findings: [
        {
          line: 1,
          column: 8,
          endColumn: 26,
          message:
            '`reflect-metadata` keeps types as metadata for the running program: only compilers that emit decorator metadata write it, and type stripping, esbuild and swc by default do not.',
        },
      ],
    },
    { code: "import * as metadata from 'reflect-metadata'; metadata;\n", findings: [{ line: 1, column: 27 }] },
    { code: "import 'reflect-metadata/lite';\n", findings: [{ line: 1, column: 8 }] },
    { code: "export * from 'reflect-metadata';\n", findings: [{ line: 1, column: 15 }] },
    { code: "await import('reflect-metadata');\nexport {};\n", findings: [{ line: 1, column: 14 }] },
    { code: "require('reflect-metadata');\nexport {};\n", findings: [{ line: 1, column: 9 }] },
    {
      code: "import '@acme/metadata';\n",
      options: { packages: ['@acme/metadata'] },
      findings: [{ line: 1, column: 8, message: /`@acme\/metadata` keeps/ }],
    },
    {
      title: 'Reflect.getMetadata',
      code: {
        'src/case.ts': "export const types = Reflect.getMetadata('design:type', {});\n",
        'src/reflect.d.ts': `export {};\n${REFLECT}`,
      },
      findings: [{ line: 1, column: 22, endColumn: 41, message: /`Reflect.getMetadata` reads or writes metadata/ }],
    },
    {
      title: 'Reflect.metadata as a decorator',
      code: {
        'src/case.ts': "@Reflect.metadata('a', 1)\nexport class Order {}\n",
        'src/reflect.d.ts': `export {};\n${REFLECT}`,
      },
      compilerOptions: { experimentalDecorators: true },
      findings: [{ line: 1, column: 2 }],
    },
  ],
});
