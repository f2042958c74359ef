import { beforeAll, describe, expect, test } from 'vitest';
import { codecPath } from '../../generator/codecs/codec-path.ts';
import { emitCodecs } from '../../generator/codecs/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import {
  alias,
  array,
  literal,
  message,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  union,
} from './support/build-model.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { kitchenSink } from './support/kitchen-sink.ts';

const options = { importExtension: '.js', output: 'src/catga', generatorVersion: '0.0.0' } as const;

const model = {
  ...project(
    [],
    [
      object('Find', { id: string }),
      object('View', { id: string, total: number }),
      alias('Either', union(reference('Left'), reference('Right'))),
      object('Left', { side: literal('left') }),
      object('Right', { side: literal('right') }),
      object('Open', { id: string }, { index: { kind: 'record', key: 'string', value: number } }),
      object('Wraps', { inner: reference('Find') }),
    ],
  ),
  messages: [
    message('Find', reference('Find'), { response: { type: reference('View'), undefinable: true } }),
    message('List', reference('Find'), { response: { type: array(reference('View')) } }),
    message('Count', reference('View'), { response: { type: number } }),
    message('Name', reference('View'), { response: { type: union(nothing, string) } }),
    message('Either', reference('Either')),
    message('Open', reference('Open')),
    message('Wraps', reference('Wraps')),
  ],
};

describe('codecs: messages and responses', () => {
  let codecs: Codecs = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };
  const copies = (name: string, value: unknown): readonly unknown[] => {
    const codec = codecOf(name);
    return [
      codec.decode(codec.encode(value)),
      codec.decodeJson(codec.encodeJson(value)),
      codec.fromJson(codec.toJson(value)),
    ];
  };

  beforeAll(async () => {
    codecs = await compileModel(model);
  });

  test.each<[string, object]>([
    ['Find', { id: 'x', $type: 'Find' }],
    ['List', { id: 'x', $type: 'List' }],
    ['Either', { side: 'right', $type: 'Either' }],
    ['Open', { id: 'x', a: 1, $type: 'Open' }],
    ['Wraps', { inner: { id: 'x' }, $type: 'Wraps' }],
  ])('codecs: %s carries its name after decoding, last, and not on the wire', (name, value) => {
    for (const copy of copies(name, value)) {
      expect(copy).toStrictEqual(value);
      expect(Object.keys(copy as object).at(-1)).toBe('$type');
    }
    expect(codecOf(name).toJson(value)).not.toHaveProperty('$type');
    expect(Buffer.from(codecOf(name).encode(value)).includes('$type')).toBe(false);
  });

  test('codecs: a name on the wire is not believed', () => {
    expect(codecOf('Open').fromJson({ id: 'x', $type: 'Close' })).toStrictEqual({ id: 'x', $type: 'Open' });
    expect(codecOf('Find').fromJson({ id: 'x', $type: 'Close' })).toStrictEqual({ id: 'x', $type: 'Find' });
  });

  test.each<[string, unknown]>([
    ['Find response', undefined],
    ['Find response', { id: 'x', total: 1 }],
    ['List response', [{ id: 'x', total: 1 }]],
    ['Count response', 5],
    ['Name response', null],
    ['Name response', 'x'],
  ])('codecs: %s carries %s', (name, value) => {
    for (const copy of copies(name, value)) expect(copy).toStrictEqual(value);
  });

  test('codecs: a value larger than any slab is carried, and small ones after it', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({ id: `view-${at}`, total: at + 0.5 }));
    for (let run = 0; run < 3; run++) {
      for (const copy of copies('List response', many)) expect(copy).toStrictEqual(many);
      for (const copy of copies('Count response', run)) expect(copy).toBe(run);
    }
  });

  test('codecs: results stay what they were when more is encoded', () => {
    const codec = codecOf('Find');
    const kept = Array.from({ length: 5_000 }, (_, at) => ({ at, bytes: codec.encode({ id: `id-${at}` }) }));
    for (const { at, bytes } of kept) expect(codec.decode(bytes)).toStrictEqual({ id: `id-${at}`, $type: 'Find' });
  });

  test('codecs: encoding within a getter of a value being encoded is safe', () => {
    const codec = codecOf('Find');
    const inner: Uint8Array[] = [];
    const value = {
      get id(): string {
        inner.push(codec.encode({ id: 'inner' }));
        return 'outer';
      },
    };
    expect(codec.decode(codec.encode(value))).toMatchObject({ id: 'outer' });
    expect(inner.map((bytes) => codec.decode(bytes))).toStrictEqual([{ id: 'inner', $type: 'Find' }]);
  });
});

describe('codecs: generated modules', () => {
  test('codecs: the same model gives the same bytes, whatever the order of its types', () => {
    const first = emitCodecs(kitchenSink, options);
    expect(emitCodecs(structuredClone(kitchenSink), options)).toStrictEqual(first);
    expect(first.map(({ path }) => path)).toStrictEqual(['codecs/messages.ts']);
  });

  test.each([
    ['src/orders/messages', false, 'codecs/orders/messages'],
    ['src/messages', false, 'codecs/messages'],
    ['lib/money', false, 'codecs/_outside/lib/money'],
    ['../shared/money', false, 'codecs/_outside/_up/shared/money'],
    ['src/_packages/x', false, 'codecs/__packages/x'],
    ['@acme/types', true, 'codecs/_packages/@acme/types'],
    ['@acme/types/deep', true, 'codecs/_packages/@acme/types/deep'],
    ['node:fs', true, 'codecs/_packages/node_3a_fs'],
  ])('codecs: types of %s go to a file of their own', (module, external, path) => {
    expect(codecPath(module, 'src/catga', external)).toBe(path);
  });

  test('codecs: types that other modules declare are imported from where they are', () => {
    const elsewhere = { ...object('Part', { id: string }), module: '@acme/parts', id: '@acme/parts#Part' };
    const part = { ...elsewhere, expression: { name: 'Part', module: '@acme/parts', external: true as const } };
    const whole = object('Whole', { part: { kind: 'reference', id: part.id } });
    const files = emitCodecs(project(['Whole'], [part, whole]), options);
    expect(files.map(({ path }) => path)).toStrictEqual(['codecs/_packages/@acme/parts.ts', 'codecs/messages.ts']);
    expect(files[1]?.text).toContain("import { partShape, readPart, writePart } from './_packages/@acme/parts.js';");
  });
});
