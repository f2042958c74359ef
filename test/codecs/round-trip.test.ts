import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryModel } from './support/arbitrary-model.ts';
import { arbitraryValue } from './support/arbitrary-value.ts';
import { compileModel } from './support/compile-model.ts';

describe('codecs: round trips of random models', () => {
  test.each([
    { format: 'MessagePack', json: false },
    { format: 'JSON', json: true },
  ])('codecs: every valid value of every decidable type comes back equal in $format', async ({ json }) => {
    let values = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryModel, async (model) => {
        const codecs = await compileModel(model);
        const types = new Map(model.types.map((definition) => [definition.id, definition]));
        for (const { name, body } of model.messages) {
          const codec = codecs.get(name);
          assert.ok(codec !== undefined);
          fc.assert(
            fc.property(arbitraryValue(body, { types, json }), ({ value, expected }) => {
              values++;
              if (json) {
                assert.deepStrictEqual(codec.decodeJson(codec.encodeJson(value)), expected);
                return;
              }
              const bytes = codec.encode(value);
              assert.deepStrictEqual(codec.decode(bytes), expected);
              const target = new Uint8Array(bytes.length + 7);
              assert.equal(codec.encodeInto(value, target, 5), bytes.length);
              assert.deepEqual(target.subarray(5, 5 + bytes.length), bytes);
              assert.throws(() => codec.encodeInto(value, target, 8), { code: 'ENCODE_FAILED' });
            }),
            { numRuns: 10 },
          );
        }
      }),
      { numRuns: 40 },
    );
    expect(values).toBeGreaterThan(500);
  });
});
