import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { generateCase, temporaryFolder, writeCase } from './support/cases.ts';
import { bundle } from './support/run.ts';

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
