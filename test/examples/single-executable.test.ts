import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleExample } from './bundle.ts';
import { expectSuccess } from './expected-output.ts';
import { runProgram } from './run-program.ts';
import { singleExecutable } from './single-executable.ts';

describe('single executable', () => {
  let executable = '';

  beforeAll(async () => {
    executable = singleExecutable(await bundleExample('order-system', 'cjs'), 'order-system');
  });

  it('examples: the order system, as one executable, walks through in a folder with nothing else', async () => {
    expectSuccess('order-system', await runProgram(executable, ['--walkthrough'], tmpdir()));
  });

  it('examples: the executable passes arguments on', async () => {
    const { code, output } = await runProgram(executable, ['--no-such-option'], tmpdir());
    expect(code).toBe(2);
    expect(output).toContain('usage: order-system');
  });
});
