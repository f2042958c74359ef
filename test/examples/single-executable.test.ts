import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { bundleExample } from './bundle.ts';
import { expectSuccess } from './expected-output.ts';
import { runProgram } from './run-program.ts';
import { singleExecutable } from './single-executable.ts';

describe('single executable', () => {
  it('examples: the order system, as one executable, walks through in a folder with nothing else', async () => {
    const executable = singleExecutable(await bundleExample('order-system', 'cjs'), 'order-system');
    expectSuccess('order-system', await runProgram(executable, ['--walkthrough'], tmpdir()));
  });

  it('examples: the executable passes arguments on', async () => {
    const executable = singleExecutable(await bundleExample('order-system', 'cjs'), 'order-system');
    const { code, output } = await runProgram(executable, ['--no-such-option'], tmpdir());
    expect(code).toBe(2);
    expect(output).toContain('usage: order-system');
  });
});
