import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate, type Generation } from '../../generator/index.ts';
import { recordSchema } from '../../generator/schema/record-schema.ts';
import { isCatgaError, type Registry } from '../../runtime/index.ts';
import type { Codec } from '../../runtime/codecs/index.ts';
import type { StoredMessage } from '../../runtime/testing/index.ts';
import { fixtures, repository, temporaryFolder, writeFiles } from '../emit/support/cases.ts';
import { settingsFor } from '../support/settings.ts';
import { compile, compilers } from '../emit/support/compile.ts';
import { buildPackage, importBuilt, installRuntime, linkPackage } from '../emit/support/installation.ts';

const root = temporaryFolder();
afterAll(() => rmSync(root, { recursive: true }));

/** How `@acme/billing` declared its messages when it was released first, and the year after. */
const billingThen = {
  1: `import type { Command, ReliableEvent } from 'catga';
export interface InvoicePaid extends ReliableEvent { readonly total: string; readonly lines: readonly Line[] }
export interface Line { readonly sku: string; readonly size: 's' | 'm' }
/** @wire positional */
export interface Priced extends ReliableEvent { readonly at: Date; readonly price: number; readonly note?: string }
export interface Charge extends Command<number> { readonly amount: bigint }
`,
  2: `import type { Command, ReliableEvent } from 'catga';
/** @version 2 from 2 */
export interface InvoicePaid extends ReliableEvent { readonly cents: number; readonly lines: readonly Line[] }
/** @wire positional */
export interface Line { readonly sku: string; readonly size: 's' | 'm' }
/** @version 2 from 2 */
export interface Priced extends ReliableEvent { readonly price: number; readonly at: Date }
export interface Charge extends Command<number> { readonly amount: bigint }
`,
} as const;

const billingNow = {
  'src/messages.ts': `import type { Command, ReliableEvent } from 'catga';
/** @version 3 */
export interface InvoicePaid extends ReliableEvent { readonly amount: Money; readonly skus: ReadonlySet<string> }
export interface Money { readonly cents: number; readonly currency: 'EUR' | 'USD' }
/**
 * @version 3 from 1
 * @wire positional
 */
export interface Priced extends ReliableEvent { readonly price: Money; readonly on: string }
/** @version 2 from 2 */
export interface Charge extends Command<number> { readonly amount: number }
`,
  'src/former/invoice-paid.ts': `import { upcaster, type Upcaster } from 'catga';
import type { InvoicePaid } from '../messages.js';
export interface InvoicePaidV1 { readonly total: string; readonly lines: readonly LineV1[] }
export interface LineV1 { readonly sku: string; readonly size: 's' | 'm' }
export interface InvoicePaidV2 { readonly cents: number; readonly lines: readonly LineV2[] }
/** @wire positional */
export interface LineV2 { readonly sku: string; readonly size: 's' | 'm' }
export default class InvoicePaidToV2 implements Upcaster<InvoicePaidV1, InvoicePaidV2> {
  upcast(old: InvoicePaidV1): InvoicePaidV2 { return { cents: Number(old.total) * 100, lines: old.lines }; }
}
export const invoicePaidToV3: Upcaster<InvoicePaidV2, InvoicePaid> = upcaster(({ cents, lines }) => {
  if (lines.length === 0) throw new RangeError('an invoice of nothing');
  return { amount: { cents, currency: 'EUR' }, skus: new Set(lines.map(({ sku, size }) => sku + '/' + size)) };
});
`,
  'src/former/priced.ts': `import { upcaster, type Upcaster } from 'catga';
import type { Priced } from '../messages.js';
/** @wire positional */
export interface PricedV1 { readonly at: Date; readonly price: number; readonly note?: string }
export interface PricedV2 { readonly price: number; readonly at: Date }
export const pricedToV2: Upcaster<PricedV1, PricedV2> = upcaster(({ at, price, note }) => ({ at, price: note === 'half' ? price / 2 : price }));
export const pricedToV3: Upcaster<PricedV2, Priced> = upcaster(({ at, price }) => ({ price: { cents: price, currency: 'USD' }, on: at.toISOString() }));
`,
};

const stockThen = `import { DomainEventMessage } from 'catga';
export class StockMoved extends DomainEventMessage {
  readonly place: string;
  constructor(place: string) { super(); this.place = place; }
}
`;

const stockNow = {
  'src/messages.ts': `import { DomainEventMessage } from 'catga';
/** @version 2 */
export class StockMoved extends DomainEventMessage {
  readonly from: string;
  readonly to: string;
  constructor(from: string, to: string) {
    super();
    if (from === to) throw new RangeError('it has not moved');
    this.from = from;
    this.to = to;
  }
}
`,
  'src/upcasters.ts': `import type { Upcaster } from 'catga';
import { StockMoved } from './messages.js';
export interface StockMovedV1 { readonly place: string }
export class StockMovedToV2 implements Upcaster<StockMovedV1, StockMoved> {
  upcast({ place }: StockMovedV1): StockMoved {
    const [from = '', to = ''] = place.split('>');
    return new StockMoved(from, to);
  }
}
`,
};

/** Named like a message of another package, which is none of its business. */
const shopThen = `import type { ReliableEvent } from 'catga';
export interface InvoicePaid extends ReliableEvent { readonly seen: boolean }
`;

const shopNow = {
  'src/messages.ts': `import { upcaster, type ReliableEvent, type Upcaster } from 'catga';
/** @version 2 */
export interface InvoicePaid extends ReliableEvent { readonly by: string | null }
export interface InvoicePaidV1 { readonly seen: boolean }
export const invoicePaidToV2: Upcaster<InvoicePaidV1, InvoicePaid> = upcaster(({ seen }) => ({ by: seen ? 'someone' : null }));
`,
};

function writePackage(
  folder: string,
  name: string,
  sources: Readonly<Record<string, string>>,
  namespace: string,
  modules: readonly string[] = [],
): Generation {
  const project = join(root, folder);
  const files = {
    'package.json': JSON.stringify({
      name,
      version: '1.0.0',
      type: 'module',
      exports: {
        './catga': { types: './src/catga/index.ts', default: './dist/catga/index.js' },
        './catga/manifest.json': './src/catga/manifest.json',
        './catga/*.js': { types: './src/catga/*.ts', default: './dist/catga/*.js' },
      },
    }),
    'tsconfig.json': JSON.stringify({
      extends: '../tsconfig.base.json',
      compilerOptions: { rootDir: 'src', outDir: 'dist' },
      include: ['src'],
    }),
    ...sources,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const generation = generate(settingsFor(project, { namespace, modules }));
  writeFiles(generation.files, join(project, 'src/catga'));
  return generation;
}

const contentTypes = ['application/msgpack', 'application/json'] as const;

/** What a package wrote of one of its messages when it was at a version. */
async function written(folder: string, variable: string, value: object): Promise<readonly StoredMessage[]> {
  const codecs = await importBuilt<Readonly<Record<string, Codec<unknown>>>>(
    join(root, folder, 'dist/catga/codecs/messages.js'),
  );
  const codec = codecs[`${variable}Codec`];
  if (codec === undefined) throw new TypeError(`${folder} has no codec of ${variable}`);
  const dataSchema = `urn:catga:${codec.name}:${/\d+$/.exec(folder)?.[0] ?? '1'}`;
  return contentTypes.map((contentType) => ({
    dataSchema,
    contentType,
    bytes: contentType === 'application/json' ? new TextEncoder().encode(codec.encodeJson(value)) : codec.encode(value),
  }));
}

describe('evolution: composed packages', () => {
  const found: Generation['diagnostics'][number][] = [];
  let shop: Generation;
  let mall: Generation;
  let decodeStored: (registry: Registry, stored: StoredMessage) => Promise<object>;
  const registries = new Map<string, Registry>();

  beforeAll(async () => {
    writeFileSync(
      join(root, 'tsconfig.base.json'),
      readFileSync(join(fixtures, 'tsconfig.base.json'), 'utf8').replaceAll('../../runtime', `${repository}runtime`),
    );
    await installRuntime(root);
    const generations = [
      writePackage('billing-1', '@acme/billing-1', { 'src/messages.ts': billingThen[1] }, 'billing'),
      writePackage('billing-2', '@acme/billing-2', { 'src/messages.ts': billingThen[2] }, 'billing'),
      writePackage('stock-1', '@acme/stock-1', { 'src/messages.ts': stockThen }, 'stock'),
      writePackage('shop-1', '@acme/shop-1', { 'src/messages.ts': shopThen }, 'shop'),
      writePackage('billing', '@acme/billing', billingNow, 'billing'),
      writePackage('stock', '@acme/stock', stockNow, 'stock'),
    ];
    for (const name of ['billing', 'stock', 'shop']) linkPackage(root, `@acme/${name}`, join(root, name));
    shop = writePackage('shop', '@acme/shop', shopNow, 'shop', ['@acme/billing/catga', '@acme/stock/catga']);
    // It knows of the packages only by way of the shop.
    mall = writePackage('mall', '@acme/mall', { 'src/index.ts': 'export {};\n' }, 'mall', ['@acme/shop/catga']);
    found.push(...[...generations, shop, mall].flatMap(({ diagnostics }) => diagnostics));
    const folders = ['billing-1', 'billing-2', 'stock-1', 'shop-1', 'billing', 'stock', 'shop', 'mall'];
    for (const folder of folders) await buildPackage(join(root, folder));
    ({ decodeStored } = await importBuilt<{ decodeStored: typeof decodeStored }>(
      join(root, 'node_modules/catga/testing.js'),
    ));
    for (const name of ['shop', 'mall']) {
      const { registry } = await importBuilt<{ registry: () => Registry }>(join(root, name, 'dist/catga/index.js'));
      registries.set(name, registry());
    }
  }, 300_000);

  it('evolution: packages with upcasters, and what is composed of them, are generated without findings', () => {
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    const include = ['billing/src', 'stock/src', 'shop/src', 'mall/src'];
    expect(compile(root, compilers['7'] ?? '', include).errors).toEqual([]);
  }, 300_000);

  const rows = [
    [
      'two steps, the first a default export',
      'billing-1',
      'invoicePaid',
      { total: '3', lines: [{ sku: 'a', size: 's' }] },
      { $type: 'billing.invoice-paid', amount: { cents: 300, currency: 'EUR' }, skus: new Set(['a/s']) },
    ],
    [
      'a part that was positional in between',
      'billing-2',
      'invoicePaid',
      { cents: 5, lines: [{ sku: 'b', size: 'm' }] },
      { $type: 'billing.invoice-paid', amount: { cents: 5, currency: 'EUR' }, skus: new Set(['b/m']) },
    ],
    [
      'a positional version',
      'billing-1',
      'priced',
      { at: new Date(0), price: 8, note: 'half' },
      { $type: 'billing.priced', price: { cents: 4, currency: 'USD' }, on: '1970-01-01T00:00:00.000Z' },
    ],
    [
      'a map between two positional versions',
      'billing-2',
      'priced',
      { at: new Date(0), price: 8 },
      { $type: 'billing.priced', price: { cents: 8, currency: 'USD' }, on: '1970-01-01T00:00:00.000Z' },
    ],
    ['a class message', 'stock-1', 'stockMoved', { place: 'here>there' }, { from: 'here', to: 'there' }],
    ["the application's own", 'shop-1', 'invoicePaid', { seen: true }, { $type: 'shop.invoice-paid', by: 'someone' }],
  ] as const;

  it.each(
    rows.flatMap(([title, folder, variable, value, read]) =>
      ['shop', 'mall'].map((reader) => ({ title, folder, variable, value, read, reader })),
    ),
  )('evolution: $reader reads $title, from $folder', async ({ reader, folder, variable, value, read }) => {
    const registry = registries.get(reader);
    for (const stored of await written(folder, variable, value)) {
      const message = registry && (await decodeStored(registry, stored));
      expect({ ...message }).toEqual(read);
    }
  });

  it.each([
    ['billing-1', 'charge', { amount: 3n }, 'UNSUPPORTED_VERSION', 'knows version 2 and has no upcaster from that one'],
    ['billing-2', 'invoicePaid', { cents: 1, lines: [] }, 'DECODE_FAILED', 'invoicePaidToV3'],
    ['stock-1', 'stockMoved', { place: 'here>here' }, 'DECODE_FAILED', 'StockMovedToV2'],
  ])('evolution: what cannot be brought up is refused: %s, %s', async (folder, variable, value, code, text) => {
    for (const [name, registry] of registries) {
      for (const stored of await written(folder, variable, value)) {
        const refused: unknown = await decodeStored(registry, stored).catch((error: unknown) => error);
        expect(isCatgaError(refused) ? [name, refused.code] : refused).toEqual([name, code]);
        expect(String(refused)).toContain(text);
      }
    }
  });

  it('evolution: a message that is a class comes as an instance of the class of its package', async () => {
    const { StockMoved } = await importBuilt<{ StockMoved: new () => object }>(join(root, 'stock/dist/messages.js'));
    const stored = await written('stock-1', 'stockMoved', { place: 'here>there' });
    const read = [...registries.values()].flatMap((registry) => stored.map((one) => decodeStored(registry, one)));
    const messages = await Promise.all(read);
    expect(messages).toHaveLength(4);
    expect(messages.every((message) => message instanceof StockMoved)).toBe(true);
  });

  it('evolution: the versions that count are those of the package that declares the message', () => {
    for (const registry of registries.values()) {
      expect(registry.messages.map(({ name, version }) => `${name} ${version}`)).toEqual([
        'billing.charge 2',
        'billing.invoice-paid 3',
        'billing.priced 3',
        'shop.invoice-paid 2',
        'stock.stock-moved 2',
      ]);
    }
    expect([...recordSchema(shop.model).messages.keys()]).toEqual(['shop.invoice-paid']);
    expect([...recordSchema(mall.model).messages.keys()]).toEqual([]);
  });
});
