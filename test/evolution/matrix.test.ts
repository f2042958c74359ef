import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../generator/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import { checkSchema, parseSchema, printSchema, updateSchema } from '../../generator/schema/index.ts';
import type { MessageCodecs } from '../../runtime/messages/message-codecs.ts';
import type { Registry } from '../../runtime/ports/index.ts';
import type { StoredMessage } from '../../runtime/testing/index.ts';
import { repository, writeFiles } from '../emit/support/cases.ts';
import { settingsFor } from '../support/settings.ts';
import { compile, compilers } from '../emit/support/compile.ts';
import { load } from '../emit/support/run.ts';
import { cases, declarations, type Case } from './matrix-cases.ts';

/** One generation of the project, generated, bundled and loaded. */
interface Generation {
  readonly model: ProjectModel;
  readonly registry: Registry;
  readonly codecs: ReadonlyMap<string, MessageCodecs>;
  readonly decodeStored: (registry: Registry, stored: StoredMessage) => Promise<object>;
}

const root = mkdtempSync(join(tmpdir(), 'catga-evolution-'));
// Where the declarations and what is bundled find the types of Node and Temporal.
symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'dir');
Object.assign(globalThis, { Temporal });
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'Temporal');
  rmSync(root, { recursive: true });
});

async function generation(name: 'before' | 'after'): Promise<Generation> {
  const folder = join(root, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), tsconfig);
  writeFileSync(join(folder, 'src/messages.ts'), declarations(name));
  const { diagnostics, files, model } = generate(settingsFor(folder, { importExtension: '.ts' }));
  expect(diagnostics.map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  writeFiles(files, join(folder, 'src/catga'));
  const entry = `export { registry } from './src/catga/index.ts';
export { decodeStored } from '${repository}runtime/testing/index.ts';
export { loadCodecs } from '${repository}runtime/ports/index.ts';`;
  const loaded = await load<{
    registry: () => Registry;
    decodeStored: Generation['decodeStored'];
    loadCodecs: (messages: Registry['messages']) => Promise<Generation['codecs']>;
  }>(folder, entry);
  const registry = loaded.registry();
  return { model, registry, codecs: await loaded.loadCodecs(registry.messages), decodeStored: loaded.decodeStored };
}

const tsconfig = JSON.stringify({
  extends: join(repository, 'fixtures/declarations/tsconfig.base.json'),
  compilerOptions: { types: ['node'], paths: { catga: [join(repository, 'runtime/index.ts')] } },
  include: ['src'],
});

const contentTypes = ['application/msgpack', 'application/json'] as const;

/** What one side reads of what the other writes: the value, or why there is none. */
async function exchange(
  writer: Generation,
  reader: Generation,
  each: Case,
  value: object,
  contentType: (typeof contentTypes)[number],
): Promise<{ readonly value: unknown } | { readonly error: string }> {
  const name = `case-${each.number}`;
  const version = writer.registry.messages.find((message) => message.name === name)?.version ?? 0;
  const codecs = writer.codecs.get(name);
  const codec = each.response === true ? codecs?.response : codecs?.body;
  if (codec === undefined) return { error: 'nothing is written' };
  const bytes =
    contentType === 'application/msgpack' ? codec.encode(value) : new TextEncoder().encode(codec.encodeJson(value));
  try {
    if (each.response !== true) {
      const dataSchema = `urn:catga:${name}:${version}`;
      return { value: await reader.decodeStored(reader.registry, { bytes, contentType, dataSchema }) };
    }
    const own = reader.codecs.get(name)?.response;
    if (own === undefined) return { error: 'nothing is read' };
    return { value: contentType === 'application/msgpack' ? own.decode(bytes) : own.decodeJson(bytes) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

describe('evolution matrix', () => {
  let before: Generation;
  let after: Generation;
  const found = new Map<string, string[]>();
  const counts = { compatible: 0, breaking: 0, bridged: 0, exchanges: 0, failed: 0 };

  beforeAll(async () => {
    before = await generation('before');
    after = await generation('after');
    for (const { id, message } of checkSchema(updateSchema(undefined, before.model), after.model).diagnostics) {
      for (const [, name = ''] of message.matchAll(/`(case-\d+)`/g)) found.set(name, [...(found.get(name) ?? []), id]);
    }
  }, 300_000);

  afterAll(() => {
    console.log(
      `evolution matrix: ${cases.length} changes (${counts.compatible} compatible, ${counts.breaking} breaking, ` +
        `${counts.bridged} bridged by upcasters), ${counts.exchanges} exchanges of which ${counts.failed} failed; compiled by TypeScript ${Object.keys(compilers).join(', ')}`,
    );
  });

  it.each(Object.entries(compilers))(
    'evolution: TypeScript %s accepts what is generated for both generations',
    (_version, compiler) => {
      for (const name of ['before', 'after']) {
        const { errors } = compile(join(root, name), compiler);
        // Enums are among the cases, and no more than that is not erasable.
        expect(errors.filter((error) => !error.includes('TS1294'))).toEqual([]);
      }
    },
    300_000,
  );

  it('evolution: what is recorded of both generations is read back as it was', () => {
    const first = updateSchema(undefined, before.model);
    for (const schema of [first, updateSchema(first, after.model)]) {
      const text = printSchema(schema);
      const parsed = parseSchema(text);
      expect('problem' in parsed ? parsed.problem : printSchema(parsed.schema)).toBe(text);
      expect('schema' in parsed && checkSchema(parsed.schema, after.model, parsed.schema)).toEqual(
        checkSchema(schema, after.model, schema),
      );
    }
  });

  it.each(cases)('evolution: $number, $title: is what the check says', async (each) => {
    const ids = new Set(found.get(`case-${each.number}`));
    expect([...ids].toSorted()).toEqual([each.breaks ?? []].flat());
    const failures: string[] = [];
    for (const contentType of contentTypes) {
      for (const [writer, reader, values, direction] of [
        [before, after, each.oldValues, 'new reads old'],
        [after, before, each.newValues, 'old reads new'],
      ] as const) {
        for (const value of values) {
          const read = await exchange(writer, reader, each, value, contentType);
          counts.exchanges += 1;
          const isMisread =
            each.misread === true &&
            'value' in read &&
            JSON.stringify({ ...(read.value as object), $type: undefined }) !== JSON.stringify(value);
          if ('error' in read || isMisread) failures.push(`${direction}, ${contentType}`);
        }
      }
    }
    counts.failed += failures.length;
    counts[each.bridged === undefined ? (each.breaks === undefined ? 'compatible' : 'breaking') : 'bridged'] += 1;
    // New consumers read old messages as new ones, where there is an upcaster; old consumers may be told that they are too old.
    const counted = each.bridged === undefined ? failures : failures.filter((failure) => failure.startsWith('new'));
    expect({ title: each.title, fails: counted.length > 0 }).toEqual({
      title: each.title,
      fails: each.breaks !== undefined,
    });
  });

  it.each(cases.filter(({ bridged }) => bridged !== undefined))(
    'evolution: $number, $title: comes as the new version',
    async (each) => {
      const [old = {}] = each.oldValues;
      for (const contentType of contentTypes) {
        expect(await exchange(before, after, each, old, contentType)).toEqual({
          value: { ...each.bridged, $type: `case-${each.number}` },
        });
      }
    },
  );
});
