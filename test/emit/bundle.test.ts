import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { generateCase, temporaryFolder, writeCase } from './support/cases.ts';
import { aliases, bundle } from './support/run.ts';

const root = temporaryFolder();
afterAll(() => rmSync(root, { recursive: true }));

test('emit: bundled and minified, it runs where code generation from strings is forbidden', async () => {
  const project = writeCase('dispatch', generateCase('dispatch').files, root);
  const path = await bundle(
    project,
    `import { createCatga } from 'catga';
     import { cartViewed, placeOrder, registry } from './src/catga/index.js';
     import { OrderRepository } from './src/orders/repository.js';
     const app = await createCatga({
       service: 'orders',
       registry: registry({ orderRepository: () => new OrderRepository() }),
       verifyWire: true,
     });
     const placed = await app.mediator.send(placeOrder({ customerId: 'c', lines: [{ sku: 's', quantity: 1 }] }));
     const viewed = await app.mediator.publish(cartViewed({ cartId: 'bad' }));
     await app.stop();
     console.log(JSON.stringify([placed, viewed.failures.map(({ handler }) => handler)]));`,
    { minify: true },
  );
  const run = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', path], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual([{ ok: true, value: { orderId: 'c-1' } }, ['LogView', 'CountView']]);
});

test('emit: constructors that nobody uses are shaken off, and so is the registry with its handlers', async () => {
  const project = writeCase('names', generateCase('names').files, root);
  const path = await bundle(project, "export { few } from './src/catga/messages.js';", {
    write: true,
    minifySyntax: true,
  });
  const { readFileSync } = await import('node:fs');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('few');
  expect(text).not.toContain('measured');
  expect(text).not.toContain('CancelHandler');
});

test('emit: nothing imports codec modules when an application starts; each is a chunk that is loaded when it is needed', async () => {
  const project = writeCase('dispatch', generateCase('dispatch').files, root);
  const { metafile } = await build({
    entryPoints: [join(project, 'src/catga/index.ts'), join(project, 'src/catga/composition.ts')],
    outdir: join(project, 'out/split'),
    absWorkingDir: project,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    alias: aliases,
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const codecs = Object.entries(metafile.outputs).filter(([, { inputs }]) => Object.keys(inputs).some(isCodecModule));
  expect(codecs.length).toBeGreaterThan(0);
  const kinds = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports
      .filter(({ path }) => isCodecModule(path))
      .map(({ kind }) => `${kind} in ${from.slice(from.lastIndexOf('/') + 1)}`),
  );
  expect([...new Set(kinds)]).toEqual(['dynamic-import in registry.ts']);
});

test('emit: codecs are found by their loaders in one minified CommonJS file', async () => {
  const project = writeCase('dispatch', generateCase('dispatch').files, root);
  const path = await bundle(
    project,
    `import { placeOrder, registry } from './src/catga/index.js';
     import { OrderRepository } from './src/orders/repository.js';
     const { messages } = registry({ orderRepository: () => new OrderRepository() });
     export const loaded = async () => {
       const codecs = await Promise.all(messages.map(({ codecs }) => codecs.load()));
       const { body } = codecs[messages.findIndex(({ name }) => name === placeOrder.$type)];
       const order = placeOrder({ customerId: 'c', lines: [{ sku: 's', quantity: 1 }] });
       return { missing: codecs.filter(({ body }) => body === undefined), order, same: body.decode(body.encode(order)) };
     };`,
    { minify: true, format: 'cjs', banner: {}, outfile: join(project, 'out/one.cjs') },
  );
  const { loaded } = createRequire(import.meta.url)(path) as {
    readonly loaded: () => Promise<Record<string, unknown>>;
  };
  const { missing, order, same } = await loaded();
  expect(missing).toEqual([]);
  expect(same).toEqual(order);
});

function isCodecModule(path: string): boolean {
  return path.includes('src/catga/codecs/');
}
