import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleMessages } from '../../generator/bench/index.ts';
import { arbitraryModel } from './support/arbitrary-model.ts';
import { compileModel } from './support/compile-model.ts';
import { kitchenSink } from './support/kitchen-sink.ts';

describe('samples', () => {
  test('samples: one of each kind of type is accepted by its own codec', async () => {
    const samples = sampleMessages(kitchenSink);
    const codecs = await compileModel(kitchenSink);
    expect(Object.keys(samples)).toEqual(kitchenSink.messages.map(({ name }) => name).toSorted());
    for (const [name, sample] of Object.entries(samples)) {
      const codec = codecs.get(name);
      const message = codec?.fromJson(sample) as object;
      expect(codec?.decode(codec.encode(message)), name).toEqual(message);
    }
  });

  test('samples: those of any model are accepted, and are the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel, async (model) => {
        const samples = sampleMessages(model);
        expect(sampleMessages(model)).toEqual(samples);
        const codecs = await compileModel(model);
        for (const [name, sample] of Object.entries(samples)) {
          expect(() => codecs.get(name)?.fromJson(JSON.parse(JSON.stringify(sample)))).not.toThrow();
        }
      }),
      { numRuns: 15 },
    );
  });
});
