import { isDeepStrictEqual } from 'node:util';
import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { isCatgaError } from '../../runtime/index.ts';
import { compileProject, compilers } from '../emit/support/compile.ts';
import { families, type Carried, type Refused, type Structure } from './structures/index.ts';
import type { Loaded, Values } from './structures/structure.ts';
import { loadStructure, messageName, structureProject, type StructureProject } from './support/structure-project.ts';

const all: readonly Structure[] = Object.values(families).flat();
const carried = all.filter((structure): structure is Carried => 'good' in structure);
const refused = all.filter((structure): structure is Refused => 'refused' in structure);

const titled = <T extends Structure>(list: readonly T[]): [string, number, T][] =>
  list.map((structure, at) => [`${structure.construct}, ${structure.title}`, at, structure]);

function valuesOf({ body }: Structure, values: Values, loaded: Loaded): readonly unknown[] {
  const list = typeof values === 'function' ? values(loaded) : values;
  return body === undefined ? list.map((v) => ({ v })) : list;
}

function without(value: unknown): unknown {
  const { $type: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

/** The value in the plainest MessagePack and JSON; none where those cannot carry it. */
function wires(value: unknown): readonly ((codec: Codec<unknown>) => unknown)[] {
  const attempts: ((codec: Codec<unknown>) => unknown)[] = [];
  try {
    const bytes = encode(value);
    attempts.push((codec) => codec.decode(bytes));
    const json = JSON.stringify(value);
    if (isDeepStrictEqual(JSON.parse(json), value)) attempts.push((codec) => codec.decodeJson(json));
  } catch {
    return attempts;
  }
  return attempts;
}

// What `exactOptionalPropertyTypes` leaves out of a type is there without it: `undefined` in each optional member.
const strictness = [
  ['', {}],
  [', without exactOptionalPropertyTypes', { exactOptionalPropertyTypes: false }],
] as const;

describe.each(strictness)('codecs: type structures that travel%s', (kind, options) => {
  const name = `carried${kind === '' ? '' : '-loosely'}`;
  let project: StructureProject;
  let findings: readonly string[] = [];
  const failed = new Set<number>();
  beforeAll(() => {
    project = structureProject(name, carried, options);
    findings = project.generation.diagnostics.map(({ id, message, position }) => {
      const at = Number(/\d+/.exec(position.file)?.[0]);
      failed.add(at);
      return `${carried[at]?.construct}, ${carried[at]?.title}: ${id} ${message}`;
    });
    // One that fails does not keep the others from being tried.
    if (failed.size > 0) project = structureProject(name, carried, options, failed);
  });

  test('codecs: all of them are generated', () => {
    expect(findings).toEqual([]);
  });

  test.each(Object.entries(compilers))(
    'codecs: TypeScript %s accepts what is generated for them',
    (_version, compiler) => {
      expect(compileProject(project.folder, compiler).errors).toEqual([]);
    },
    300_000,
  );

  test.each(titled(carried))('codecs: %s', async (_title, at, structure) => {
    const { codec, loaded } = await loadStructure(project, at);
    for (const value of valuesOf(structure, structure.good, loaded)) {
      const copies = [codec.decode(codec.encode(value)), codec.decodeJson(codec.encodeJson(value))].map(without);
      for (const copy of copies) expect(copy).toSatisfy((found: unknown) => isDeepStrictEqual(found, value));
    }
    for (const value of valuesOf(structure, structure.bad, loaded)) {
      for (const attempt of [() => codec.encode(value), () => codec.encodeJson(value)]) {
        expect(attempt).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED' }));
      }
      for (const attempt of wires(value)) {
        let error: unknown;
        try {
          attempt(codec);
        } catch (thrown) {
          error = thrown;
        }
        expect(isCatgaError(error) && error.code, JSON.stringify(value)).toBe('DECODE_FAILED');
      }
    }
  });
});

describe.each(strictness)('codecs: type structures that are refused%s', (kind, options) => {
  let project: StructureProject;
  beforeAll(() => {
    project = structureProject(`refused${kind === '' ? '' : '-loosely'}`, refused, options);
  });

  test.each(titled(refused))('codecs: %s', (_title, at, structure) => {
    const found = project.generation.diagnostics
      .filter(({ position }) => position.file === `src/s${String(at).padStart(3, '0')}.ts`)
      .map(({ id, path, message }) => [id, path?.replace(messageName(at), ''), message]);
    expect(found.map(([id, path]) => [id, path])).toEqual(structure.refused);
  });
});
