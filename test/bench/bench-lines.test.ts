import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { benches } from '../../bench/benches.ts';
import type { BenchLine } from '../../bench/line.ts';
import { inRepository } from '../../bench/repository.ts';

const run = promisify(execFile);
const tsx = inRepository('node_modules', 'tsx', 'dist', 'cli.mjs');

async function lines(...words: readonly string[]): Promise<readonly BenchLine[]> {
  const { stdout } = await run(process.execPath, [tsx, inRepository('bench', 'main.ts'), ...words, '--json'], {
    cwd: inRepository(),
    maxBuffer: 1 << 24,
  });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BenchLine);
}

async function failed(...words: readonly string[]): Promise<unknown> {
  const running = run(process.execPath, [tsx, inRepository('bench', 'main.ts'), ...words], { cwd: inRepository() });
  return await running.catch((error: unknown) => error);
}

// Whole projects are generated, compiled and bundled by these, on machines that may be busy.
const timeoutMs = 300_000;

const quick = [
  ['analyze', ['analyze', '--rounds', '1', '--case', 'noop/1000'], 'noop/1000'],
  ['codec', ['codec', '--rounds', '1', '--case', 'small/encode'], 'small/encode'],
  ['dispatch', ['dispatch', '--rounds', '1'], ''],
  ['generate', ['generate', '--rounds', '1', '--case', 'noop/1000'], 'noop/1000'],
  ['startup', ['startup', '--rounds', '1'], ''],
] as const;

describe('bench lines', () => {
  it.each(quick)(
    'bench lines: %s prints one well-formed object a line, for every peer of its cases',
    async (name, words, filter) => {
      const bench = benches.find((each) => each.name === name);
      const expected = Object.entries(bench?.cases ?? {})
        .filter(([benchCase]) => benchCase.includes(filter))
        .flatMap(([benchCase, peers]) => peers.map((peer) => `${benchCase} ${peer}`));
      const printed = await lines(...words);
      expect(printed.map((line) => `${line.case} ${line.peer}`).toSorted()).toEqual(expected.toSorted());
      for (const line of printed) {
        const members = ['bench', 'case', 'peer', 'ours', 'theirs', 'unit', 'ratio'];
        expect(Object.keys(line)).toEqual(line.peer === 'best-portable' ? [...members, 'theirs_name'] : members);
        expect(line.bench).toBe(name);
        expect(line.ours).toBeGreaterThan(0);
        expect(line.theirs).toBeGreaterThan(0);
        expect(line.ratio / (line.theirs / line.ours)).toBeCloseTo(1, 1);
      }
    },
    timeoutMs,
  );

  it('bench lines: a benchmark or a case that does not exist is refused with what there is', async () => {
    expect(await failed('nonsense')).toMatchObject({ code: 2, stderr: expect.stringContaining('dispatch') });
    expect(await failed('dispatch', '--case', 'nonsense')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('send/8'),
    });
    expect(await failed('dispatch', '--rounds', '0')).toMatchObject({ code: 2 });
  });
});
