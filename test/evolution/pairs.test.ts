import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSchemas, type SchemaChanges } from '../../generator/schema/compare-schemas.ts';
import { recordSchema } from '../../generator/schema/record-schema.ts';
import type { Schema } from '../../generator/schema/schema.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { families, type Carried } from '../codecs/structures/index.ts';
import { loadStructure, messageName, structureProject } from '../codecs/support/structure-project.ts';

// All pairs of all structures take minutes: those whose rules are the most involved, and of all others every sixth.
const involved = new Set(['`Record`, index signatures', 'tuples']);
const carried = Object.values(families)
  .flat()
  .filter((structure): structure is Carried => 'good' in structure)
  // Their values have members that no type declares, of which the record says nothing.
  .filter(({ construct }) => construct !== '`@wire keepUnknown`')
  .filter(({ construct }, at) => involved.has(construct) || at % 6 === 0);

/** A structure as one generation of a message: what it is recorded as, and values of it as they are written. */
interface Generation {
  readonly title: string;
  readonly schema: Schema;
  readonly codec: Codec<unknown>;
  readonly written: readonly Written[];
}

interface Written {
  readonly value: unknown;
  readonly bytes: Uint8Array;
  readonly json: string;
}

type Compare = (before: Schema, now: Schema) => SchemaChanges;
// All judgements are about the same pairs and the same exchanges: what comes of them is found out once.
const compare: Compare = once((before, now) => compareSchemas(before, now, new Map(), new Set()));
const isRead: typeof reads = once(reads);

/** A function that remembers what it has answered. */
function once<A extends object, B extends object, R>(answer: (a: A, b: B) => R): (a: A, b: B) => R {
  const known = new WeakMap<A, WeakMap<B, { readonly value: R }>>();
  return (a, b) => {
    const answers = known.get(a) ?? new WeakMap<B, { readonly value: R }>();
    known.set(a, answers);
    const found = answers.get(b) ?? { value: answer(a, b) };
    answers.set(b, found);
    return found.value;
  };
}

function write(codec: Codec<unknown>, value: unknown): Written {
  return { value, bytes: codec.encode(value), json: codec.encodeJson(value) };
}

/** Whether a reader takes what was written, and in both content types for the same. */
function reads({ codec }: Generation, { bytes, json }: Written): boolean {
  try {
    return isDeepStrictEqual(codec.decode(bytes), codec.decodeJson(json));
  } catch {
    return false;
  }
}

/** The check's word on every pair, against what happens: where it is wrong, and what breaks without that a value shows it. */
class Judgement {
  readonly wrong: string[] = [];
  readonly unseen: string[] = [];
  pairs = 0;
  compatible = 0;
  exchanges = 0;
  readonly #generations: readonly Generation[];

  constructor(generations: readonly Generation[]) {
    this.#generations = generations;
  }

  judge(by: Compare): void {
    for (const [at, before] of this.#generations.entries()) {
      for (const now of this.#generations.slice(at)) this.#pair(before, now, by);
    }
  }

  #pair(before: Generation, now: Generation, by: Compare): void {
    const { shapes } = by(before.schema, now.schema);
    const told = shapes.map(({ kind, was, is }) => `${kind} ${was} => ${is}`).join('; ');
    const pair = `${before.title} -> ${now.title}: ${told}`;
    const sides = [
      { writer: before, reader: now, breaks: shapes.some(({ newCannotReadOld }) => newCannotReadOld) },
      { writer: now, reader: before, breaks: shapes.some(({ oldCannotReadNew }) => oldCannotReadNew) },
    ];
    this.pairs += 1;
    if (shapes.length === 0) this.compatible += 1;
    for (const { writer, reader, breaks } of sides) {
      if (!breaks && this.#hasFailure(writer, reader)) this.wrong.push(pair);
    }
    if (shapes.length > 0 && !sides.some(({ writer, reader, breaks }) => breaks && this.#hasFailure(writer, reader))) {
      this.unseen.push(pair);
    }
  }

  #hasFailure(writer: Generation, reader: Generation): boolean {
    return writer.written.some((written) => {
      this.exchanges += 2;
      return !isRead(reader, written);
    });
  }
}

describe('evolution: every structure against every other', () => {
  const generations: Generation[] = [];
  const { stackTraceLimit } = Error;

  beforeAll(async () => {
    const project = structureProject('evolution', carried);
    const { messages, types } = recordSchema(project.generation.model);
    const byExport = new Map(project.generation.model.messages.map(({ exportName, name }) => [exportName, name]));
    for (const [at, structure] of carried.entries()) {
      const { codec, loaded } = await loadStructure(project, at);
      const list = typeof structure.good === 'function' ? structure.good(loaded) : structure.good;
      const values = structure.body === undefined ? list.map((v) => ({ v })) : list;
      const message = messages.get(byExport.get(messageName(at)) ?? '');
      if (message === undefined) throw new TypeError(`no message ${messageName(at)}`);
      generations.push({
        title: `${structure.construct}, ${structure.title}`,
        schema: { types, messages: new Map([['message', { ...message, name: 'message' }]]) },
        codec: withoutName(codec),
        written: values.map((value) => write(codec, value)),
      });
    }
    // Most of the exchanges throw.
    Error.stackTraceLimit = 0;
  }, 300_000);
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  it('evolution: where the check says that a side is read, every value of it is, in both content types', () => {
    const judgement = new Judgement(generations);
    judgement.judge(compare);
    const { pairs, compatible, exchanges, wrong, unseen } = judgement;
    console.log(
      `evolution pairs: ${pairs} changes of ${generations.length} structures (${compatible} compatible), ` +
        `${exchanges} exchanges; ${unseen.length} breaking changes that none of the values shows`,
    );
    expect(wrong).toEqual([]);
    expect(unseen.length).toBeLessThan(pairs / 100);
  }, 300_000);

  it('evolution: a check that overlooks a kind of change is found out', () => {
    for (const kind of ['retyped', 'widened', 'narrowed', 'became-required', 'member-removed'] as const) {
      const judgement = new Judgement(generations);
      judgement.judge((before, now) => {
        const changes = compare(before, now);
        return { ...changes, shapes: changes.shapes.filter((change) => change.kind !== kind) };
      });
      expect(judgement.wrong.length, kind).toBeGreaterThan(0);
    }
  }, 300_000);
});

function plain(value: unknown): unknown {
  return { ...(value as object), $type: undefined };
}

function withoutName(codec: Codec<unknown>): Codec<unknown> {
  return {
    ...codec,
    encode: (value) => codec.encode(value),
    encodeJson: (value) => codec.encodeJson(value),
    decode: (bytes) => plain(codec.decode(bytes)),
    decodeJson: (json) => plain(codec.decodeJson(json)),
  };
}
