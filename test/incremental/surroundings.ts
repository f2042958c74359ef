/** What a project under edit is surrounded by: the texts that there may be of a file; `undefined`: it is not there. */
export const others: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'src/limits.json': [
    '{ "max": 1, "name": "x" }',
    '{ "max": "many", "list": [1] }',
    undefined,
    '{ "max": { "deep": null } }',
  ],
  'src/ambient.d.ts': [
    'interface Clock { readonly at: string }',
    "interface Clock { readonly at: import('./money.js').Money }",
    "interface Clock { readonly at: Date }\ninterface Everywhere { readonly side: import('./shared.js').Side }",
    undefined,
  ],
  // No folder of the tsconfig's `include`: only imports lead here.
  'over/money.ts': [
    undefined,
    "import type { DomainEvent } from 'catga';\nexport type Money = 'free';\nexport interface Base<T> extends DomainEvent { readonly over: T }\nexport interface Store { save(): void }",
    'export type Money = number;',
  ],
  'over/shared.d.ts': [
    undefined,
    'export interface Line { readonly over: true }\nexport interface Page<T> { readonly page: T }\nexport type Side = 1 | 2;',
  ],
  'node_modules/late/index.d.ts': [
    'export interface Late { readonly late: string }',
    "import type { Level } from 'early';\nexport interface Late { readonly late: Level }",
    undefined,
  ],
};

/** Types that come from packages. */
export const packageOf: Readonly<Record<string, string>> = {
  Late: 'late',
  Level: 'early',
  StockLow: '@shop/inventory',
};

/** Packages that stay as they are. */
export const installed: Readonly<Record<string, string>> = {
  'node_modules/late/package.json': '{ "name": "late", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/early/package.json': '{ "name": "early", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/early/index.d.ts': "export type Level = 'low' | 'high';",
  'node_modules/@types/ambient/package.json': '{ "name": "@types/ambient", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/@types/ambient/index.d.ts': 'interface Ambient { readonly ambient: string; readonly level: 1 | 2 }',
};

/** A package that is composed into the project, before it has generated its own code. */
export const inventory: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { target: 'ES2022', lib: ['ES2015'], module: 'NodeNext', strict: true, types: [] },
    include: ['src'],
  }),
  'package.json': JSON.stringify({
    name: '@shop/inventory',
    version: '1.0.0',
    exports: { '.': './src/index.ts', './catga/*': './src/catga/*' },
  }),
  'src/index.ts':
    "import type { ReliableEvent } from 'catga';\nexport interface StockLow extends ReliableEvent { readonly sku: string }\n",
};
