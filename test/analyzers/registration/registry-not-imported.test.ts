import { registryNotImported } from '../../../analyzers/rules/registration/registry-not-imported.ts';
import type { RuleCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const orders = `import { handler, ok, type Command } from 'catga';
export interface PlaceOrder extends Command { readonly orderId: string }
export const onPlaceOrder = handler<PlaceOrder>(() => ok());
`;
const start = (imports: string, registry = 'registry'): string =>
  `import { createCatga, type Registry } from 'catga';
${imports}
export const main = (${registry === 'registry' ? '' : 'other: Registry'}) => createCatga({ service: 'orders', registry: ${registry} });
`;
const withMain = (main: string, others: Readonly<Record<string, string>> = {}): RuleCase => ({
  title: main.replaceAll(/\s+/g, ' ').slice(40, 200),
  code: { 'src/orders.ts': orders, 'src/main.ts': main, ...others },
  scope: 'handlers',
});
const text =
  'An application is started here, but nothing imports the `registry` of `src/catga`: no handler of this project runs.';

testRule(registryNotImported, {
  valid: [
    withMain(start("import { registry } from './catga/index.js';")),
    withMain(start("import { registry } from './catga/registry.js';")),
    withMain(start("import { registry as own } from './catga/index.js'; const registry = own();")),
    withMain(start("import * as generated from './catga/index.js'; const { registry } = generated;")),
    withMain(start("import generated from './catga/index.js'; const { registry } = generated;")),
    withMain(start("const { registry } = await import('./catga/index.js');")),
    withMain(start("import { registry } from '#catga/index.js';")),
    withMain(start("import { registry } from '@/catga/index.js';")),
    withMain(start("import { registry } from '@acme/orders/catga';")),
    withMain(start("import { registry } from '../dist/catga/index.js';")),
    withMain(start("import { registry } from './app.js';"), {
      'src/app.ts': "export { registry } from './catga/index.js';",
    }),
    withMain(start("import { registry } from './app.js';"), { 'src/app.ts': "export * from './catga/index.js';" }),
    withMain(start("import { registry } from './app.js';"), {
      'src/app.ts': "export * as registry from './catga/index.js';",
    }),
    // Composed by others, or started elsewhere.
    { ...withMain(''), title: 'no application' },
    { ...withMain('export function createCatga(): void {}\ncreateCatga();'), title: 'another function of that name' },
    { title: 'no handlers', code: { 'src/main.ts': start('', 'other') } },
    { ...withMain(start('', 'other')), title: 'a start outside include', generator: { include: ['src/orders.ts'] } },
  ],
  invalid: [
    {
      ...withMain(start('', 'other')),
      title: 'a registry from elsewhere',
      findings: [{ file: 'src/main.ts', line: 3, column: 42, endLine: 3, endColumn: 53, message: text }],
    },
    ...[
      "import { placeOrder } from './catga/index.js'; void placeOrder;",
      "import type { registry } from './catga/index.js'; export type Own = typeof registry;",
      "import { type registry } from './catga/index.js'; export type Own = typeof registry;",
      "import './catga/index.js';",
      "export { placeOrder } from './catga/index.js';",
      "export type * from './catga/index.js';",
      "import * as lib from 'catga'; void lib;",
    ].map((imports) => ({
      ...withMain(start(imports, 'other')),
      findings: [{ file: 'src/main.ts', line: 3, column: 42, message: text }],
    })),
    {
      ...withMain(
        start('', 'other')
          .replace('import { createCatga', 'import { createCatga as begin')
          .replace('=> createCatga', '=> begin'),
      ),
      title: 'under another name',
      findings: [{ file: 'src/main.ts', line: 3, column: 42, endColumn: 47 }],
    },
    {
      ...withMain(
        "import * as catga from 'catga';\nexport const main = (registry: catga.Registry) => catga.createCatga({ service: 'orders', registry });\n",
      ),
      findings: [{ file: 'src/main.ts', line: 2, column: 51, endColumn: 68 }],
    },
    {
      ...withMain(start('', 'other'), { 'src/second.ts': start('', 'other') }),
      title: 'two starts are one finding',
      findings: [{ file: 'src/main.ts', line: 3, column: 42 }],
    },
  ],
});
