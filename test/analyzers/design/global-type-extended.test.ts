import { globalTypeExtended } from '../../../analyzers/rules/design/global-type-extended.ts';
import { testRule } from '../rule-cases.ts';

const compilerOptions = { lib: ['ES2023', 'ESNext.Disposable', 'DOM'] };
const head = "import type { Command } from 'catga';\nexport type C = Command;\n";

testRule(globalTypeExtended, {
  valid: [
    {
      title: 'messages',
      code: "import type { DomainEvent } from 'catga';\nexport interface Paid extends DomainEvent { readonly id: string }\n",
    },
    {
      title: 'an Event of the file',
      code: `${head}interface Event { readonly id: string }\nexport interface Paid extends Event { readonly at: string }\n`,
    },
    {
      title: 'an imported Event',
      code: "import type { Command, DomainEvent as Event } from 'catga';\nexport type C = Command;\nexport interface Paid extends Event { readonly id: string }\n",
    },
    { title: 'files without catga', code: 'export interface Clicked extends Event { readonly id: string }\n' },
    {
      title: 'globalThis.Event',
      code: `${head}export interface Clicked extends globalThis.Event { readonly id: string }\n`,
    },
    {
      title: 'an event that is constructed',
      code: `${head}export class Clicked extends Event { constructor() { super('clicked'); } }\n`,
    },
    { title: 'other globals', code: `${head}export interface Panel extends Element { readonly panel: string }\n` },
  ].map((one) => ({ ...one, compilerOptions })),
  invalid: [
    {
      title: 'Event',
      code: `${head}export interface Paid extends Event { readonly orderId: string }\n`,
      scope: 'handlers',
      compilerOptions,
      findings: [
        {
          line: 3,
          column: 31,
          endColumn: 36,
          message:
            'Paid extends the `Event` of the platform, which is in scope without an import: it is no message, and no handler gets it.',
          suggestions: ['DomainEvent', 'ReliableEvent'].map(
            (type) =>
              `import type { Command, ${type} } from 'catga';\nexport type C = Command;\nexport interface Paid extends ${type} { readonly orderId: string }\n`,
          ),
        },
      ],
    },
    {
      title: 'Request, with a value import and the type imported already',
      code: "import { ok, type Command } from 'catga';\nexport const c: Command | unknown = ok();\nexport interface Pay extends Request { readonly orderId: string }\n",
      compilerOptions,
      findings: [
        {
          line: 3,
          column: 30,
          suggestions: [
            "import { ok, type Command } from 'catga';\nexport const c: Command | unknown = ok();\nexport interface Pay extends Command { readonly orderId: string }\n",
            "import { ok, type Command, type Query } from 'catga';\nexport const c: Command | unknown = ok();\nexport interface Pay extends Query { readonly orderId: string }\n",
          ],
        },
      ],
    },
    {
      title: 'a class',
      code: `${head}export class Paid extends Event { readonly orderId: string = ''; }\n`,
      compilerOptions,
      findings: [{ line: 3, column: 27 }],
    },
  ],
});
