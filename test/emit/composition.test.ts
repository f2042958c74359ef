import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate, type Generation } from '../../generator/index.ts';
import type { Catga, CatgaOptions, Codec, Registry, Result } from '../../runtime/index.ts';
import { repository, temporaryFolder, writeFiles } from './support/cases.ts';
import { settingsFor } from '../support/settings.ts';
import { compile, compilers } from './support/compile.ts';
import { buildPackage, importBuilt, installRuntime, linkPackage } from './support/installation.ts';

const root = temporaryFolder();
const billing = join(root, 'billing');
const shop = join(root, 'shop');
const specifier = '@acme/billing/catga';
let composed: Generation;
let billingFindings: Generation['diagnostics'];

afterAll(() => rmSync(root, { recursive: true }));

/** The packages as an installation has them: linked below `node_modules`, found by Node's own resolution. */
beforeAll(async () => {
  cpSync(join(repository, 'fixtures/composition'), root, { recursive: true });
  linkPackage(root, '@acme/billing', billing);
  const base = join(root, 'tsconfig.base.json');
  const emit = join(repository, 'fixtures/emit/tsconfig.base.json');
  writeFileSync(base, readFileSync(base, 'utf8').replace('../emit/tsconfig.base.json', emit));
  await installRuntime(root);
  const module = generate(settingsFor(billing, { namespace: 'billing' }));
  billingFindings = module.diagnostics;
  writeFiles(module.files, join(billing, 'src/catga'));
  composed = generate(settingsFor(shop, { namespace: 'shop', modules: [specifier] }));
  writeFiles(composed.files, join(shop, 'src/catga'));
  for (const project of [billing, shop]) await buildPackage(project);
});

interface Running {
  readonly app: Catga;
  readonly gatewayLog: string[];
  readonly shopLog: string[];
  readonly send: (from: 'billing' | 'shop', constructor: string, init: object) => Promise<unknown>;
  readonly refund: (amount: number) => Promise<unknown>;
}

/** Imports a built module of the installation; `T` is what it is known to export. */
function at<T>(path: string): Promise<T> {
  return importBuilt<T>(join(root, path));
}

function shown(result: Result<unknown>): unknown {
  return result.ok ? result.value : result.error.message;
}

async function start(): Promise<Running> {
  const { createCatga } = await at<{ createCatga: (options: CatgaOptions) => Promise<Catga> }>(
    'node_modules/catga/index.js',
  );
  const { registry } = await at<{ registry: (externals: object) => Registry }>('shop/dist/catga/index.js');
  const { PaymentGateway } = await at<{ PaymentGateway: new () => { log: string[] } }>('billing/dist/gateway.js');
  const { log } = await at<{ log: string[] }>('shop/dist/handlers.js');
  const { Refund } = await at<{ Refund: new (amount: number) => never }>('billing/dist/messages.js');
  const constructors = {
    billing: await at<Record<string, (init: object) => never>>('billing/dist/catga/index.js'),
    shop: await at<Record<string, (init: object) => never>>('shop/dist/catga/index.js'),
  };
  const gateway = new PaymentGateway();
  log.length = 0;
  const externals = { paymentGateway: () => gateway, clock: () => ({ now: () => 7 }) };
  const app = await createCatga({ service: 'shop', registry: registry(externals) });
  return {
    app,
    gatewayLog: gateway.log,
    shopLog: log,
    send: async (from, constructor, init) => {
      const create = constructors[from][constructor];
      if (create === undefined) throw new TypeError(`${from} has no constructor ${constructor}.`);
      return shown(await app.mediator.send(create(init)));
    },
    refund: async (amount) => shown(await app.mediator.send(new Refund(amount))),
  };
}

describe('composition: an application of two packages', () => {
  test('composition: is generated without findings, and every compiler accepts both packages', () => {
    expect([...billingFindings, ...composed.diagnostics]).toEqual([]);
    expect(composed.inputs.some((path) => path.endsWith('billing/src/catga/manifest.json'))).toBe(true);
    for (const compiler of Object.values(compilers)) {
      expect(compile(root, compiler, ['billing/src', 'shop/src']).errors).toEqual([]);
    }
  });

  test('composition: refers to the package by its generated folder, never by its sources', () => {
    const specifiers = composed.files.flatMap(({ text }) =>
      [...text.matchAll(/from '(@acme[^']*)'/g)].map((match) => match[1]),
    );
    expect([...new Set(specifiers)]).toEqual([`${specifier}/composition.js`]);
  });

  test('composition: handlers of both run, in their lifetimes, with the behaviors that are theirs', async () => {
    const { app, send, refund, gatewayLog, shopLog } = await start();
    expect(await send('shop', 'charge', { customerId: 'c' })).toBe('r-c');
    expect(await send('billing', 'remind', { customerId: 'c' })).toBeUndefined();
    expect(await refund(3)).toBe(-3);
    await app.stop();
    expect(shopLog).toEqual([
      'shop audit shop.charge',
      'shop audit billing.charge',
      'shop audit billing.invoice-paid',
      'shop audit billing.invoice-paid',
      'thanks c',
      'shop audit billing.remind',
      'shop audit billing.refund',
    ]);
    expect(gatewayLog).toEqual([
      'billing audit billing.charge',
      'charge 7',
      'billing audit billing.invoice-paid',
      'booked c',
      'billing audit billing.invoice-paid',
      'ledger closed',
      'billing audit billing.remind',
      'remind c at 7',
      'billing audit billing.refund',
      'refund 3',
      'gateway closed',
    ]);
  });

  test('composition: the codecs of both packages are loaded when the application wants them', async () => {
    const { registry } = await at<{ registry: (externals: object) => Registry }>('shop/dist/catga/index.js');
    const loaders = registry({}).messages.map(({ name, codecs }) => [name, codecs] as const);
    const loaded = await Promise.all(loaders.map(async ([name, codecs]) => [name, (await codecs.load()).body.name]));
    expect(loaded.map(([name]) => name)).toEqual(expect.arrayContaining(['billing.charge', 'shop.charge']));
    for (const [name, codec] of loaded) expect(codec).toBe(name);
  });

  test('composition: what a package keeps of unknown members, the application keeps', async () => {
    const { registry } = await at<{ registry: (externals: object) => Registry }>('shop/dist/catga/index.js');
    const codecOf = async (name: string): Promise<Codec<object> | undefined> =>
      (
        await registry({})
          .messages.find((message) => message.name === name)
          ?.codecs.load()
      )?.body as Codec<object>;
    const json = '{"customerId":"c","amount":1,"paidBy":"card"}';
    const [keeping, forgetful] = [await codecOf('billing.invoice-paid'), await codecOf('billing.charge')];
    expect(keeping?.encodeJson(keeping.decodeJson(json))).toBe(json);
    expect(forgetful?.encodeJson(forgetful.decodeJson(json))).toBe('{"customerId":"c","amount":1}');
    const [{ model } = { model: undefined }] = composed.model.modules;
    const shape = model?.types.find(({ name }) => name === 'InvoicePaid')?.shape;
    expect(shape).toMatchObject({ wire: 'keepUnknown' });
  });

  test('composition: the registry says what it was generated against and what is installed', async () => {
    const { registry } = await at<{ registry: (externals: object) => Registry }>('shop/dist/catga/index.js');
    const [stamp] = registry({}).modules;
    expect(stamp?.name).toBe('@acme/billing');
    expect(stamp?.expected).toMatch(/^[0-9a-f]{16}$/);
    expect(stamp?.actual).toBe(stamp?.expected);
  });
});

describe('composition: findings', () => {
  test('composition: a package that is not there', () => {
    const { diagnostics, files } = generate(settingsFor(shop, { namespace: 'shop', modules: ['@acme/missing/catga'] }));
    expect(files).toEqual([]);
    expect(diagnostics.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'CATGA2051 `@acme/missing/catga/manifest.json` cannot be read: the package is not installed.',
    ]);
  });

  test.each([
    ['not JSON', () => 'nope', /it is not JSON/],
    [
      'another format',
      (text: string) => text.replace('"format": 2', '"format": 9'),
      /it has format 9, written by @catga\/cli 0\.0\.0; this version reads 2/,
    ],
    [
      'an edited one',
      (text: string) => text.replace('"handlers": [', '"handler": ['),
      /`model\.handlers` is not a list/,
    ],
  ])('composition: a manifest that is %s', (_, change, problem) => {
    const path = join(billing, 'src/catga/manifest.json');
    const original = readFileSync(path, 'utf8');
    writeFileSync(path, change(original));
    const { diagnostics } = generate(settingsFor(shop, { namespace: 'shop', modules: [specifier] }));
    writeFileSync(path, original);
    expect(diagnostics.map(({ id }) => id)).toEqual(['CATGA2052']);
    expect(diagnostics[0]?.message).toMatch(problem);
  });

  test('composition: one wire name in two packages', () => {
    const { diagnostics } = generate(settingsFor(shop, { namespace: 'billing', modules: [specifier] }));
    expect(diagnostics.map(({ id, message }) => `${id} ${message}`)).toContain(
      'CATGA2053 The wire name `billing.charge` is declared by this application and @acme/billing.',
    );
  });

  test('composition: one property of registry() with two types', () => {
    const path = join(shop, 'src/handlers.ts');
    const original = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      original
        .replaceAll('(clock: Clock)', '(paymentGateway: string, readonly_clock: Clock)')
        .replace(
          'constructor(paymentGateway: string, readonly_clock: Clock) {\n    this.#clock = clock;',
          'constructor(paymentGateway: string, clock: Clock) {\n    this.#clock = clock;',
        ),
    );
    const { diagnostics } = generate(settingsFor(shop, { namespace: 'shop', modules: [specifier] }));
    writeFileSync(path, original);
    expect(diagnostics.map(({ id, message }) => `${id} ${message}`)).toContain(
      'CATGA2054 `registry({ paymentGateway })` would have two types: `string` of this application and `PaymentGateway` of @acme/billing.',
    );
  });
});
