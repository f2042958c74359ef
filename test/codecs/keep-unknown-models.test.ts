import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProjectModel } from '../../generator/model/project.ts';
import type { TypeDefinition } from '../../generator/model/types.ts';
import { unknownMembers } from '../../runtime/codecs/index.ts';
import { arbitraryModel } from './support/arbitrary-model.ts';
import { arbitraryValue } from './support/arbitrary-value.ts';
import { compileModel } from './support/compile-model.ts';

/** The model as it was before the members of its messages that `added` picks: names, by message. */
function before(model: ProjectModel, added: (member: string) => boolean): ProjectModel {
  const bodies = new Set(model.messages.map(({ name }) => name));
  const types = model.types.map((definition): TypeDefinition => {
    const { name, shape } = definition;
    if (shape.kind === 'alias' || !bodies.has(name)) return definition;
    const members = shape.members.filter((member) => !added(`${name} ${member.name}`));
    return { ...definition, shape: { ...shape, members, wire: 'keepUnknown' } };
  });
  return { ...model, types };
}

/** The model with messages that are maps. */
function named(model: ProjectModel): ProjectModel {
  const whole = before(model, () => false);
  return { ...whole, types: whole.types.map(withoutOption) };
}

function withoutOption(definition: TypeDefinition): TypeDefinition {
  if (definition.shape.kind === 'alias' || definition.shape.wire !== 'keepUnknown') return definition;
  const { wire: _, ...shape } = definition.shape;
  return { ...definition, shape };
}

describe('codecs: unknown members of random models', () => {
  test.each([
    { format: 'MessagePack', json: false },
    { format: 'JSON', json: true },
  ])('codecs: whatever members are new, a consumer without them forwards them in $format', async ({ json }) => {
    let values = 0;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryModel, fc.func(fc.boolean()), async (arbitrary, added) => {
        const model = named(arbitrary);
        const [producers, consumers] = [await compileModel(model), await compileModel(before(model, added))];
        const types = new Map(model.types.map((definition) => [definition.id, definition]));
        for (const { name, body } of model.messages) {
          const producer = producers.get(name);
          const consumer = consumers.get(name);
          assert.ok(producer !== undefined && consumer !== undefined);
          fc.assert(
            fc.property(arbitraryValue(body, { types, json }), ({ value, expected }) => {
              values++;
              const seen = json
                ? consumer.decodeJson(producer.encodeJson(value))
                : consumer.decode(producer.encode(value));
              if (Object.hasOwn(seen as object, unknownMembers)) kept++;
              const copy = { ...(seen as object) };
              const forwarded = json
                ? producer.decodeJson(consumer.encodeJson(copy))
                : producer.decode(consumer.encode(copy));
              assert.deepStrictEqual(forwarded, expected);
            }),
            { numRuns: 10 },
          );
        }
      }),
      { numRuns: 25 },
    );
    expect(values).toBeGreaterThan(300);
    expect(kept).toBeGreaterThan(values / 5);
  });
});
