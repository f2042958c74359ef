import { fail, ok, type Registry } from 'catga';
import { benchmark, type BenchmarkOptions, type BenchmarkReport } from 'catga/bench';
import { describe, expect, it } from 'vitest';
import { registryOf } from '../support/index.ts';

const registry: Registry = registryOf({
  requests: {
    'm.good': { handle: async () => ok('x') },
    'm.bad': { handle: async () => fail('CONFLICT', 'no') },
    'm.nobody': {},
  },
  events: { 'm.seen': { handlers: { Log: async () => undefined } } },
});
const samples = { 'm.good': { n: 1 }, 'm.bad': {}, 'm.nobody': {}, 'm.seen': {} };

async function run(
  options: Partial<BenchmarkOptions>,
): Promise<{ readonly text: string; readonly report: BenchmarkReport }> {
  let text = '';
  const report = await benchmark({
    registry,
    samples,
    args: ['--time', '2'],
    print: (printed) => {
      text += printed;
    },
    ...options,
  });
  return { text, report };
}

const start = (): never => {
  throw new TypeError('started');
};

const cases = ({ measured }: BenchmarkReport): readonly string[] =>
  measured.map((each) => `${each.message} ${each.case}`);

describe('benchmark', () => {
  it('measures the codecs of each message and its handlers', async () => {
    const { report, text } = await run({});
    const codecs = ['encode', 'decode', 'encode-json', 'decode-json'];
    const of = (name: string, last: readonly string[]): readonly string[] =>
      [...codecs, ...last].map((each) => `${name} ${each}`);
    expect(cases(report)).toEqual([
      ...of('m.good', ['send']),
      ...of('m.bad', ['send']),
      ...of('m.nobody', []),
      ...of('m.seen', ['publish']),
    ]);
    expect(report.measured.every(({ perSecond }) => perSecond > 0)).toBe(true);
    expect(report.measured.filter(({ failed }) => failed !== undefined)).toMatchObject([
      { message: 'm.bad', case: 'send', failed: 'CONFLICT' },
    ]);
    expect(report.skipped).toEqual([{ message: 'm.nobody', case: 'send', reason: 'it has no handler here' }]);
    expect(text).toMatch(/^message +case +per second +bytes$/m);
    expect(text).toMatch(/^m\.bad +send +[\d,]+ +fails: CONFLICT$/m);
    expect(text).toContain('not measured: m.nobody send: it has no handler here\n');
  });

  it('prints a JSON object a line, of the messages that were asked for', async () => {
    const { text } = await run({ args: ['--json', '--only', 'good', '--time', '2'] });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatchObject({
      message: 'm.good',
      case: 'encode',
      unit: 'per second',
      bytes: expect.any(Number),
    });
  });

  it('without handlers starts nothing and measures codecs', async () => {
    const { report } = await run({ registry: { ...registry, start }, handlers: false });
    expect(cases(report)).toHaveLength(16);
    expect(report.skipped[0]?.reason).toBe('the external services of its handlers are not there');
  });

  it('leaves out a message without a sample that fits, and says so', async () => {
    const { report } = await run({ samples: { ...samples, 'm.good': undefined } });
    expect(report.skipped[0]).toMatchObject({ message: 'm.good', case: 'all' });
    const { 'm.good': _good, ...others } = samples;
    expect((await run({ samples: others })).report.skipped[0]?.reason).toBe(
      'its sample does not fit (there is none): mend it in samples.json',
    );
  });

  it.each([
    [['--jsno'], '--jsno is not known; there are --json, --only <text> and --time <ms>'],
    [['--time', 'x'], '--time takes a number of milliseconds above 0'],
  ])('refuses %j', async (args, message) => {
    await expect(run({ args })).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID', message });
  });
});
