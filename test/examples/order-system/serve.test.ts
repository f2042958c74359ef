import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleExample } from '../bundle.ts';
import { runNode } from '../run-program.ts';
import { anOrder, call } from './client.ts';

describe('order system as a process', () => {
  let program = '';

  beforeAll(async () => {
    program = await bundleExample('order-system', 'esm');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'order system: --serve takes requests until %s and then exits with 0',
    async (signal) => {
      const child = spawn(process.execPath, [program, '--serve', '--port', '0'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      const url = await new Promise<string>((resolve, reject) => {
        child.once('exit', (code) => reject(new Error(`exited with ${code}: ${output}`)));
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          const found = /http:\/\/[\d.]+:\d+/.exec(output);
          if (found !== null) resolve(found[0]);
        });
      });
      expect((await call(`${url}/orders`, { json: anOrder })).status).toBe(201);
      const exited = once(child, 'exit');
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
      expect(output).toMatch(/orders\.place-order done[\s\S]*stopping\nstopped; 0 undelivered, 0 in the dead letters/);
    },
  );

  it.each([
    { args: ['--port', 'eighty', '--serve'], says: 'eighty is not a port' },
    { args: ['--serve', '--walkthrough'], says: 'choose one of' },
  ])('order system: $args is wrong usage', async ({ args, says }) => {
    const { code, output } = await runNode([program, ...args]);
    expect(code).toBe(2);
    expect(output).toContain(says);
  });

  it('order system: a walk-through that meets a disappointment says which and exits with 1', async () => {
    const disappoint =
      'const real = fetch; globalThis.fetch = (url, init) => url.endsWith("/cancel") ? Promise.resolve(new Response("{}")) : real(url, init);';
    const { code, output } = await runNode([
      '--import',
      `data:text/javascript,${encodeURIComponent(disappoint)}`,
      program,
    ]);
    expect(code).toBe(1);
    expect(output).toMatch(/FAIL a class message that breaks its invariant/);
    expect(output).toMatch(/^20 of 21 expectations met$/m);
  });
});
