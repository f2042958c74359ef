import type { Bench, BenchOptions } from '../bench.ts';
import { runChild } from '../child.ts';
import type { BenchLine } from '../line.ts';
import { compileCodecs } from './compile-codecs.ts';

const messages = ['small', 'order', 'doc', 'series', 'event'];
const operations = ['encode', 'decode', 'roundtrip'];
const peers = ['best-portable', 'msgpack-msgpack', 'msgpackr', 'avsc', 'protobufjs', 'json-bytes'];
// The same values as arrays, against the maps as well.
const positional = ['small-positional', 'order-positional'];
const casesOf = (names: readonly string[]): readonly string[] =>
  names.flatMap((message) => operations.map((operation) => `${message}/${operation}`));
const cases = [...casesOf(messages), ...casesOf(positional)];

const ROUNDS = 31;

/** Encoding and decoding of the five messages, bytes owned, both directions validating; peers in the same process. */
export const codecBench: Bench = {
  name: 'codec',
  cases: Object.fromEntries(
    cases.map((each) => [each, each.includes('-positional') ? [...peers, 'catga-map'] : peers]),
  ),
  run,
};

async function* run({ folder, report, rounds, wants }: BenchOptions): AsyncGenerator<BenchLine> {
  report('generating and compiling the codecs');
  const { codecs, loops, runner } = await compileCodecs(folder);
  for (const each of cases.filter(wants)) {
    report(each);
    // A process for each: what one case has taught the compiler does not reach the next.
    const { stdout } = await runChild([runner, codecs, loops, String(rounds ?? ROUNDS), each], { cwd: folder });
    for (const line of stdout.trim().split('\n')) yield JSON.parse(line) as BenchLine;
  }
}
