import { build, type BuildOptions } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliEntry } from '../built-packages.ts';
import { runChild } from '../child.ts';
import { writeProject } from '../project/index.ts';

/**
 * Sends one command and says so. Every codec is reachable through its loader: that each message has one is seen before the
 * command is sent, that they work after it was handled.
 */
const main = `import { createCatga } from 'catga';
import { openOrder0000, registry } from './catga/index.js';
import { Priority, type CustomerId } from './shared.js';

const orders = registry({ settings: () => ({ currency: 'EUR', limit: 100 }) });
const loaders = orders.messages.filter(({ codecs }) => typeof codecs.load === 'function');
if (loaders.length !== orders.messages.length) throw new Error('a message without a codec');
const app = await createCatga({ service: 'synthetic', registry: orders });
const command = openOrder0000({
  customerId: 'c-1' as CustomerId,
  priority: Priority.Normal,
  lines: [
    { sku: 's', name: 'n', quantity: 2, unitPrice: { amount: 3, currency: 'EUR' }, category: 'book', attributes: {} },
  ],
  address: { street: 's', city: 'c', postalCode: null, location: [1, 2] },
  labels: [],
  attachment: new Uint8Array(4),
  note: null,
});
const result = await app.mediator.send(command);
if (!result.ok || result.value.total.amount !== 6) throw new Error('the first command failed', { cause: result });
process.stdout.write('handled');
const { body } = await orders.messages.find(({ name }) => name === openOrder0000.$type)!.codecs.load();
const decoded = body.decode(body.encode(command)) as typeof command;
if (decoded.lines[0]?.sku !== 's') throw new Error('a codec that does not work');
await app.stop();
`;

/** The two ways in which an application is shipped. */
export interface CatgaBundles {
  /** Code splitting, as bundlers for servers and browsers do it: each codec module is a chunk, loaded when it is needed. */
  readonly split: string;
  /** Everything in one file. */
  readonly single: string;
}

/**
 * Generates the synthetic project, adds a program that sends one command, and bundles it both ways.
 *
 * @returns The entry of each bundle.
 */
export async function bundleCatgaApplication(folder: string, messages: number): Promise<CatgaBundles> {
  await writeProject({ folder, messages });
  await runChild([cliEntry, 'generate'], { cwd: folder });
  const entry = join(folder, 'src', 'main.ts');
  await writeFile(entry, main);
  const shared: BuildOptions = {
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  };
  const [split, single] = [join(folder, 'dist', 'split'), join(folder, 'dist', 'single')];
  await build({ ...shared, outdir: split, splitting: true });
  await build({ ...shared, outdir: single });
  return { split: join(split, 'main.mjs'), single: join(single, 'main.mjs') };
}
