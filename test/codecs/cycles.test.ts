import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import {
  alias,
  array,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  union,
  unknownType,
} from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';

type Value = Record<string, unknown>;

const model = project(
  ['Node'],
  [
    object('Node', {
      name: string,
      'parent?': union(nothing, reference('Node')),
      'children?': array(reference('Node')),
      'links?': { kind: 'record', key: 'string', value: reference('Node') },
      'peers?': { kind: 'map', key: string, value: reference('Node') },
      'friends?': { kind: 'set', element: reference('Node') },
      'pair?': { kind: 'tuple', elements: [number, reference('Node')] },
      'either?': reference('Either'),
      'anything?': unknownType,
    }),
    alias('Either', union(reference('Left'), reference('Right'))),
    object('Left', { left: reference('Node') }),
    object('Right', { right: string }),
  ],
);

function node(extra: Value = {}): Value {
  return { name: 'n', ...extra };
}

/** A node that is made with itself at hand. */
function knot(tie: (self: Value) => Value): Value {
  const self = node();
  return Object.assign(self, tie(self));
}

function chain(levels: number): Value {
  let top = node();
  for (let level = 1; level < levels; level++) top = node({ children: [top] });
  return top;
}

function nestUnknown(levels: number): unknown {
  let value: unknown = [1];
  for (let level = 1; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** So many nodes, of which the last refers to the first. */
function ring(length: number): Value {
  const last = node();
  let top = last;
  for (let at = 1; at < length; at++) top = node({ children: [top] });
  last['parent'] = top;
  return top;
}

const loop: unknown[] = [1];
loop.push({ again: loop });

const cyclic: readonly (readonly [path: string, value: Value])[] = [
  ['parent', knot((parent) => ({ parent }))],
  ['children[0].parent', knot((parent) => ({ children: [node({ parent })] }))],
  ['children[1]', knot((self) => ({ children: [node(), self] }))],
  ['links["a b"]', knot((self) => ({ links: { x: node(), 'a b': self } }))],
  [
    'peers[1][1]',
    knot((self) => ({
      peers: new Map([
        ['a', node()],
        ['b', self],
      ]),
    })),
  ],
  ['friends[1]', knot((self) => ({ friends: new Set([node(), self]) }))],
  ['pair[1]', knot((self) => ({ pair: [1, self] }))],
  ['either.left', knot((left) => ({ either: { left } }))],
  ['anything[1].again', node({ anything: loop })],
  ['children[0].anything.self', node({ children: [node({ anything: knot((self) => ({ self })) })] })],
  [`${'children[0].'.repeat(199)}parent`, ring(200)],
];

const titled = cyclic.map(([path, value]) => [path.length < 100 ? path : 'the end of a ring', path, value] as const);

describe('codecs: cycles', () => {
  let codec: Codec<unknown> | undefined;
  const encoders = {
    MessagePack: (value: unknown) => codec?.encode(value),
    'memory of the caller': (value: unknown) => codec?.encodeInto(value, new Uint8Array(100_000)),
    JSON: (value: unknown) => codec?.encodeJson(value),
    'what JSON.stringify takes': (value: unknown) => codec?.toJson(value),
  };

  beforeAll(async () => {
    codec = (await compileModel(model)).get('Node');
  });

  describe.each(Object.entries(encoders))('into %s', (_format, encode) => {
    test.each(titled)('codecs: a value that comes back at %s is an encode error', (_title, path, value) => {
      expect(() => encode(value)).toThrow(
        expect.objectContaining({
          name: 'CatgaError',
          code: 'ENCODE_FAILED',
          message: `Node.${path} cannot be encoded: expected a tree, got a value that holds itself.`,
          details: { path, expected: 'a tree', actual: 'a value that holds itself' },
        }),
      );
    });

    test('codecs: a deep value without a cycle keeps the error of depth', () => {
      const details = { expected: 'at most 64 levels', actual: 'deeper nesting' };
      const tooDeep = expect.objectContaining({ code: 'ENCODE_FAILED', details: expect.objectContaining(details) });
      expect(() => encode(chain(100))).toThrow(tooDeep);
      expect(() => encode(chain(20_000))).toThrow(tooDeep);
      expect(() => encode(node({ anything: nestUnknown(65) }))).toThrow(tooDeep);
      expect(() => encode(node({ anything: nestUnknown(20_000) }))).toThrow(tooDeep);
      expect(() => encode(chain(60))).not.toThrow();
      expect(() => encode(node({ anything: nestUnknown(64) }))).not.toThrow();
    });

    test('codecs: a cycle in what is not encoded is none', () => {
      const loose = knot((self) => ({ undeclared: self }));
      expect(() => encode(loose)).not.toThrow();
      const deep = chain(100);
      deep['undeclared'] = deep;
      expect(() => encode(deep)).toThrow('deeper nesting');
    });

    test('codecs: a value beside a cycle that does not fit keeps its own error', () => {
      expect(() => encode(knot((parent) => ({ name: 5, parent })))).toThrow('Node.name cannot be encoded');
    });

    test('codecs: a value that is there twice is no cycle', () => {
      const shared = node({ anything: [loop[0], loop[0]] });
      expect(() =>
        encode(node({ parent: shared, children: [shared, shared], anything: [shared, shared] })),
      ).not.toThrow();
    });

    test('codecs: what nothing carries is refused with its place among unchecked members', () => {
      expect(() => encode(node({ anything: { list: [1, 5n] } }))).toThrow(
        'Node.anything.list[1] cannot be encoded: expected a value that needs no declared type, got a bigint.',
      );
      const trap = {
        get trap(): unknown {
          throw new RangeError('no');
        },
      };
      expect(() => encode(node({ anything: trap }))).toThrow(
        expect.objectContaining({ code: 'ENCODE_FAILED', details: expect.objectContaining({ path: 'anything' }) }),
      );
    });
  });

  test('codecs: what lies 64 levels deep in an unchecked member comes back, and no more is read', () => {
    const value = node({ anything: nestUnknown(64) });
    expect(codec?.decode(codec.encode(value))).toMatchObject(value);
    expect(codec?.decodeJson(codec.encodeJson(value))).toMatchObject(value);
    expect(() => codec?.decodeJson(JSON.stringify(node({ anything: nestUnknown(65) })))).toThrow(
      expect.objectContaining({
        code: 'DECODE_FAILED',
        details: expect.objectContaining({ actual: 'deeper nesting' }),
      }),
    );
  });
});
