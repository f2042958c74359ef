import assert from 'node:assert/strict';
import type { Codec } from '../../../runtime/codecs/codec.ts';
import { interleave } from '../../interleave.ts';
import { benchLine } from '../../line.ts';
import { avsc } from '../peers/avsc.ts';
import { jsonBytes } from '../peers/json-bytes.ts';
import { msgpackMsgpack } from '../peers/msgpack-msgpack.ts';
import { msgpackr } from '../peers/msgpackr.ts';
import type { Subject } from '../peers/peer.ts';
import { protobufjs } from '../peers/protobufjs.ts';
import { makeValues, type CaseName } from '../values.ts';

const peers = [msgpackMsgpack, msgpackr, avsc, protobufjs, jsonBytes];
const names: readonly string[] = ['small', 'order', 'doc', 'series', 'event', 'small-positional', 'order-positional'];
const operations = ['encode', 'decode', 'roundtrip'] as const;

/** How long one measurement takes: short, so that on a busy machine most are not interrupted. */
const SLICE_NS = 3_000_000;

interface Loops {
  readonly loop: (step: (input: never) => unknown, inputs: readonly unknown[], count: number) => number;
  readonly roundtrip: (
    encode: (input: never) => Uint8Array,
    decode: (bytes: Uint8Array) => unknown,
    inputs: readonly unknown[],
    count: number,
  ) => number;
}

// Arguments: the compiled codecs, the compiled loops, rounds, case ids separated by commas.
const [codecsModule = '', loopModule = '', rounds = '31', wanted = ''] = process.argv.slice(2);
const codecs = (await import(codecsModule)) as Readonly<Record<string, Codec<object>>>;
const values = makeValues();

/** Ours, in the terms of a peer: values carry `$type`, as the generated constructors make them. */
function oursFor(name: string): Subject {
  const variable = name.replace('-positional', 'Positional');
  const codec = codecs[`${variable}Codec`];
  if (codec === undefined) throw new TypeError(`No codec was generated for ${name}.`);
  return {
    prepare: (value: object) => ({ ...value, $type: name }),
    encode: (value) => codec.encode(value),
    decode: (bytes) => codec.decode(bytes),
    restore: ({ $type: _type, ...value }: { readonly $type: string }) => value,
  };
}

for (const name of names) {
  const of = name.replace('-positional', '') as CaseName;
  const cases = operations.filter((operation) => wanted.split(',').includes(`${name}/${operation}`));
  if (cases.length === 0) continue;
  const subjects = new Map<string, Subject>([['ours', oursFor(name)]]);
  for (const peer of peers) subjects.set(peer.name, peer.subjects[of]);
  if (of !== name) subjects.set('catga-map', oursFor(of));
  for (const [peer, subject] of subjects) check(of, peer, subject);
  for (const operation of cases) await measure(name, of, operation, subjects);
}

/** A peer that gives back something else would be measured for nothing. */
function check(name: CaseName, peer: string, { prepare, encode, decode, restore }: Subject): void {
  for (const value of values[name]) {
    const copy = restore(decode(encode(prepare(value as never) as never)) as never);
    assert.deepEqual(normal(copy), normal(value), `${peer} does not carry ${name}`);
  }
}

/** Prototypes and Buffers are a library's own business. */
function normal(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(normal);
  if (value instanceof Map) return new Map([...value].map(([key, content]) => [key, normal(content)]));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.keys(value).map((key) => [key, normal((value as Record<string, unknown>)[key])]));
}

async function measure(
  name: string,
  of: CaseName,
  operation: (typeof operations)[number],
  subjects: ReadonlyMap<string, Subject>,
): Promise<void> {
  const samples: Record<string, () => Promise<number>> = {};
  for (const [peer, subject] of subjects) {
    // A module instance of its own: its loop is compiled for this subject alone.
    const loops = (await import(`${loopModule}?${name}-${operation}-${peer}`)) as Loops;
    const inputs = values[of].map((value) => subject.prepare(value as never));
    const encoded = inputs.map((input) => subject.encode(input as never));
    const run = (count: number): number => {
      if (operation === 'encode') return loops.loop(subject.encode, inputs, count);
      if (operation === 'decode') return loops.loop(subject.decode, encoded, count);
      return loops.roundtrip(subject.encode, subject.decode, inputs, count);
    };
    run(2000);
    const count = Math.max(16, Math.round(SLICE_NS / run(2000)));
    samples[peer] = () => Promise.resolve(run(count));
  }
  const medians = await interleave(samples, Number(rounds));
  const { ours = Number.NaN, ...others } = medians;
  const common = { bench: 'codec', case: `${name}/${operation}`, ours, unit: 'ns' } as const;
  const portable = Object.entries(others).filter(([peer]) => peer !== 'catga-map');
  const [best = ['', Number.NaN] as const] = portable.toSorted(([, a], [, b]) => a - b);
  const lines = [benchLine({ ...common, peer: 'best-portable', theirs: best[1], theirsName: best[0] })];
  for (const [peer, theirs] of Object.entries(others)) lines.push(benchLine({ ...common, peer, theirs }));
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
}
