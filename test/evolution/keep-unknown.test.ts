import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../generator/index.ts';
import type { Registry } from '../../runtime/ports/index.ts';
import type { MessageCodecs } from '../../runtime/messages/message-codecs.ts';
import type { StoredMessage } from '../../runtime/testing/index.ts';
import { repository, writeFiles } from '../emit/support/cases.ts';
import { settingsFor } from '../support/settings.ts';
import { compile, compilers } from '../emit/support/compile.ts';
import { load } from '../emit/support/run.ts';

/** A service as it was generated from its own declarations of the same message. */
interface Service {
  readonly write: (value: object, contentType: string) => StoredMessage;
  readonly read: (stored: StoredMessage) => Promise<object>;
}

const handlerOf = `
export class OnPlaced implements EventHandler<OrderPlaced> {
  async handle(_event: OrderPlaced): Promise<void> {}
}`;

const declared = `import type { EventHandler, ReliableEvent } from 'catga';
export interface Line { readonly sku: string }`;

const services = {
  // What everybody had once; nobody thought of what would come.
  forgetful: `${declared}
export interface OrderPlaced extends ReliableEvent { readonly orderId: string; readonly lines: readonly Line[] }
${handlerOf}`,
  keeping: `import type { EventHandler, ReliableEvent } from 'catga';
/** @wire keepUnknown */
export interface Line { readonly sku: string }
/** @wire keepUnknown */
export interface OrderPlaced extends ReliableEvent { readonly orderId: string; readonly lines: readonly Line[] }
${handlerOf}`,
  later: `import type { EventHandler, ReliableEvent } from 'catga';
export interface Line { readonly sku: string; readonly quantity?: number; readonly dueAt?: Date }
export interface OrderPlaced extends ReliableEvent {
  readonly orderId: string;
  readonly lines: readonly Line[];
  readonly total?: bigint;
  readonly notes?: readonly string[];
}
${handlerOf}`,
  upcasting: `import { upcaster, type EventHandler, type ReliableEvent, type Upcaster } from 'catga';
import { unknownMembersOf } from 'catga/codecs';
/** @version 2 */
export interface OrderPlaced extends ReliableEvent {
  readonly id: string;
  readonly unknown: readonly string[];
  readonly ofLine: readonly string[];
}
/** @wire keepUnknown */
export interface OrderPlacedV1 { readonly orderId: string; readonly lines: readonly { readonly sku: string }[] }
const namesOf = (value: object): readonly string[] => [...(unknownMembersOf(value)?.keys() ?? [])];
export const orderPlacedToV2: Upcaster<OrderPlacedV1, OrderPlaced> = upcaster((old) => ({
  id: old.orderId,
  unknown: namesOf(old),
  ofLine: old.lines.flatMap(namesOf),
}));
${handlerOf}`,
} as const;

const tsconfig = JSON.stringify({
  extends: join(repository, 'fixtures/declarations/tsconfig.base.json'),
  compilerOptions: {
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
    paths: {
      catga: [join(repository, 'runtime/index.ts')],
      'catga/codecs': [join(repository, 'runtime/codecs/index.ts')],
      'catga/generated': [join(repository, 'runtime/generated/index.ts')],
    },
  },
  include: ['src'],
});

const root = mkdtempSync(join(tmpdir(), 'catga-keep-unknown-'));
afterAll(() => rmSync(root, { recursive: true }));

async function service(name: keyof typeof services): Promise<Service> {
  const folder = join(root, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), tsconfig);
  writeFileSync(join(folder, 'src/messages.ts'), services[name]);
  const { diagnostics, files } = generate(settingsFor(folder, { importExtension: '.ts' }));
  expect(diagnostics.map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  writeFiles(files, join(folder, 'src/catga'));
  const entry = `export { registry } from './src/catga/index.ts';
export { decodeStored } from '${repository}runtime/testing/index.ts';
export { loadCodecs } from '${repository}runtime/ports/index.ts';`;
  const loaded = await load<{
    registry: () => Registry;
    decodeStored: (registry: Registry, stored: StoredMessage) => Promise<object>;
    loadCodecs: (messages: Registry['messages']) => Promise<ReadonlyMap<string, MessageCodecs>>;
  }>(folder, entry);
  const registry = loaded.registry();
  const [message] = registry.messages;
  const codec = (await loaded.loadCodecs(registry.messages)).get('order-placed')?.body;
  if (message === undefined || codec === undefined) throw new TypeError(name);
  const dataSchema = `urn:catga:order-placed:${message.version}`;
  return {
    write: (value, contentType) => ({
      bytes: contentType === 'application/json' ? Buffer.from(codec.encodeJson(value)) : codec.encode(value),
      contentType,
      dataSchema,
    }),
    read: (stored) => loaded.decodeStored(registry, stored),
  };
}

const order = {
  orderId: 'o-1',
  lines: [{ sku: 'a', quantity: 2, dueAt: new Date(1) }, { sku: 'b' }],
  total: 2n ** 70n,
  notes: ['x', 'y'],
};
const msgpack = 'application/msgpack';
const json = 'application/json';

describe('evolution: unknown members', () => {
  const running = new Map<string, Service>();
  const named = (name: keyof typeof services): Service => running.get(name) ?? fail(name);

  beforeAll(async () => {
    for (const name of Object.keys(services) as (keyof typeof services)[]) running.set(name, await service(name));
  }, 120_000);

  it.each(Object.entries(compilers))(
    'evolution: TypeScript %s accepts what is generated for those that keep them',
    (_version, compiler) => {
      for (const name of ['keeping', 'upcasting']) expect(compile(join(root, name), compiler).errors).toEqual([]);
    },
    120_000,
  );

  it.each([
    [msgpack, msgpack],
    [json, json],
    [msgpack, json],
  ])('evolution: an older service passes on what a newer one wrote: %s, then %s', async (first, second) => {
    const seen = await named('keeping').read(named('later').write(order, first));
    expect(Object.keys(seen).toSorted()).toEqual(['$type', 'lines', 'orderId']);
    const passed = named('keeping').write({ ...seen, orderId: 'o-2' }, second);
    expect(await named('later').read(passed)).toStrictEqual({ ...order, orderId: 'o-2', $type: 'order-placed' });
  });

  it.each([msgpack, json])('evolution: without the tag it does not: %s', async (contentType) => {
    const seen = await named('forgetful').read(named('later').write(order, contentType));
    const passed = named('forgetful').write(seen, contentType);
    expect(await named('later').read(passed)).toStrictEqual({
      orderId: 'o-1',
      lines: [{ sku: 'a' }, { sku: 'b' }],
      $type: 'order-placed',
    });
  });

  it.each([msgpack, json])('evolution: the upcaster of a former version gets them: %s', async (contentType) => {
    expect(await named('upcasting').read(named('later').write(order, contentType))).toEqual({
      id: 'o-1',
      unknown: ['total', 'notes'],
      ofLine: ['quantity', 'dueAt'],
      $type: 'order-placed',
    });
  });
});

function fail(name: string): never {
  throw new TypeError(name);
}
