import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileProject, compilers } from '../emit/support/compile.ts';
import { randomStructures } from './support/random-types.ts';
import { loadStructure, structureProject, type StructureProject } from './support/structure-project.ts';

// Another seed tries other types: CATGA_SEED=7 npx vitest run test/codecs/random-types.test.ts
const seed = Number(process.env['CATGA_SEED'] ?? 1);
const structures = randomStructures(seed, 80);

describe(`codecs: types put together at random, seed ${seed}`, () => {
  let project: StructureProject;
  let refused: ReadonlyMap<number, string>;
  beforeAll(() => {
    project = structureProject('random', structures);
    refused = new Map(
      project.generation.diagnostics.map(({ id, position }) => [Number(/\d+/.exec(position.file)?.[0]), id]),
    );
    if (refused.size > 0) project = structureProject('random', structures, {}, new Set(refused.keys()));
  });

  test('codecs: what is refused is an element that may be null and absent', () => {
    expect([...refused.values()].filter((id) => id !== 'CATGA1122')).toEqual([]);
    expect(refused.size).toBeLessThan(structures.length / 10);
  });

  test('codecs: the compiler accepts what is generated', () => {
    expect(compileProject(project.folder, compilers['7'] ?? '').errors).toEqual([]);
  });

  test.each(structures.map((structure, at) => [at, structure] as const))('codecs: type %i', async (at, structure) => {
    if (refused.has(at) || !('good' in structure) || typeof structure.good === 'function') return;
    const { codec } = await loadStructure(project, at);
    expect(structure.good.length).toBeGreaterThan(0);
    for (const v of structure.good) {
      const trips = [() => codec.decode(codec.encode({ v })), () => codec.decodeJson(codec.encodeJson({ v }))];
      for (const trip of trips) {
        const { v: found } = trip() as { readonly v: unknown };
        expect(found, `${structure.declare}\n${structure.type}`).toSatisfy((each: unknown) =>
          isDeepStrictEqual(each, v),
        );
      }
    }
  });
});
