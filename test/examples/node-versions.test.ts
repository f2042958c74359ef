import { describe, expect, it } from 'vitest';
import { bundleExample, exampleNames } from './bundle.ts';
import { expectSuccess } from './expected-output.ts';
import { nodeBinary } from '../support/node-binary.ts';
import { runProgram } from './run-program.ts';

const majors = [22, 24, 26];
const runs = majors.flatMap((major) => exampleNames.map((name) => ({ major, name })));

describe('other versions of Node', () => {
  it.each(majors)('examples: the Node %i that is tested is one', { timeout: 300_000 }, async (major) => {
    const { output } = await runProgram(nodeBinary(major), ['--version']);
    expect(output).toMatch(new RegExp(`^v${major}\\.`));
  });

  it.each(runs)('examples: $name runs on Node $major', { timeout: 300_000 }, async ({ major, name }) => {
    const file = await bundleExample(name, 'esm');
    expectSuccess(name, await runProgram(nodeBinary(major), ['--disallow-code-generation-from-strings', file]));
  });
});
