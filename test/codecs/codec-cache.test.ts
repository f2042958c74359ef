import { expect, test } from 'vitest';
import { CodecCache } from '../../generator/codecs/index.ts';
import type { CodecContent } from '../../generator/codecs/codec-cache.ts';
import { indexTypes } from '../../generator/codecs/type-index.ts';
import { emitCodecs } from '../../generator/codecs/emit-codecs.ts';
import { kitchenSink } from './support/kitchen-sink.ts';

const options = { importExtension: '.js', output: 'src/catga', generatorVersion: '0.0.0' } as const;

test('codec cache: modules of which nothing has changed are not printed again', () => {
  const cache = new CodecCache();
  const first = emitCodecs(kitchenSink, options, cache);
  expect(emitCodecs(structuredClone(kitchenSink), options, cache)).toStrictEqual(first);
  expect(first).toStrictEqual(emitCodecs(kitchenSink, options));
});

test('codec cache: a text is made again when its content or an answer that it rests on is another', () => {
  const cache = new CodecCache();
  const content: CodecContent = { definitions: [], messages: [], upcasters: [] };
  const surroundings = {
    index: indexTypes({ ...kitchenSink, types: [], messages: [] }),
    specifiers: { source: (module: string) => module, generated: (path: string) => path },
    pathOf: () => 'path',
    taken: new Set(['A']),
  };
  let printed = 0;
  const text = (taken: readonly string[], of = content): string => {
    const result = cache.text('a', of, { ...surroundings, taken: new Set(taken) }, (within) => {
      printed++;
      return String(within.taken.has('A'));
    });
    cache.finish();
    return result;
  };
  expect(text(['A'])).toBe('true');
  expect(text(['A', 'B'])).toBe('true');
  expect(printed).toBe(1);
  expect(text(['B'])).toBe('false');
  expect(printed).toBe(2);
  expect(text(['B'], { ...content, definitions: kitchenSink.types.slice(0, 1) })).toBe('false');
  expect(printed).toBe(3);
});
