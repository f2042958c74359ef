import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import { isCatgaError } from '../../runtime/index.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';
import { kitchenSink, kitchenSinkValues } from './support/kitchen-sink.ts';
import { isValid } from './support/validate.ts';

const MUTATIONS = 6_000;
const names = Object.keys(kitchenSinkValues);
const types = new Map(kitchenSink.types.map((definition) => [definition.id, definition]));

/** A small generator of its own, so that a failure can be repeated. */
function randomizer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function bodyOf(name: string): unknown {
  return kitchenSinkValues[name];
}

/** A tree of so many levels. */
function nest(levels: number): object {
  let tree: object = { value: 0, children: [] };
  for (let level = 1; level < levels; level++) tree = { value: level, children: [tree] };
  return { root: tree };
}

function isOfItsType(name: string, value: unknown): boolean {
  return isValid({ kind: 'reference', id: `src/messages#${name}` }, value, types);
}

describe('codecs: hostile input', () => {
  let codecs: Codecs = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };

  beforeAll(async () => {
    codecs = await compileModel(kitchenSink);
  });

  /** `undefined` if it was refused as it should be. */
  function decoded(name: string, bytes: Uint8Array, json = false): unknown {
    try {
      return json ? codecOf(name).decodeJson(bytes) : codecOf(name).decode(bytes);
    } catch (error) {
      if (isCatgaError(error) && error.code === 'DECODE_FAILED') return undefined;
      throw error;
    }
  }

  test.each(names)('codecs: every truncation of %s is refused', (name) => {
    const bytes = codecOf(name).encode(bodyOf(name));
    for (let length = 0; length < bytes.length; length++) {
      expect(decoded(name, bytes.slice(0, length)), `${length} of ${bytes.length} bytes`).toBeUndefined();
      // The rest of the message lies right behind what is given: it must not be read.
      expect(decoded(name, bytes.subarray(0, length)), `${length} of ${bytes.length} bytes, in place`).toBeUndefined();
    }
  });

  test.each(names)('codecs: a damaged %s is refused or still of its type', (name) => {
    const bytes = codecOf(name).encode(bodyOf(name));
    const random = randomizer(bytes.length);
    let refused = 0;
    const wrong: string[] = [];
    for (let run = 0; run < MUTATIONS; run++) {
      const damaged = bytes.slice();
      for (let count = 1 + random(2); count > 0; count--) damaged[random(damaged.length)] = random(256);
      const value = decoded(name, damaged);
      if (value === undefined) refused++;
      else if (!isOfItsType(name, value)) wrong.push(Buffer.from(damaged).toString('hex'));
    }
    expect(wrong).toStrictEqual([]);
    expect(refused).toBeGreaterThan(MUTATIONS / 4);
    expect(refused).toBeLessThan(MUTATIONS);
  });

  test.each(names)('codecs: damaged JSON of %s is refused or still of its type', (name) => {
    const json = Buffer.from(codecOf(name).encodeJson(bodyOf(name)));
    const wrong: string[] = [];
    const random = randomizer(json.length);
    for (let run = 0; run < MUTATIONS; run++) {
      const damaged = Buffer.from(json);
      damaged[random(damaged.length)] = random(256);
      const value = decoded(name, damaged, true);
      if (value !== undefined && !isOfItsType(name, value)) wrong.push(damaged.toString());
    }
    expect(wrong).toStrictEqual([]);
  });

  test.each(names)('codecs: bytes behind %s are refused', (name) => {
    const bytes = codecOf(name).encode(bodyOf(name));
    expect(decoded(name, Uint8Array.from([...bytes, 0xc0]))).toBeUndefined();
  });

  test.each([
    ['an array of 2^32 - 1', 'ddffffffff'],
    ['a map of 2^32 - 1', 'dfffffffff'],
    ['a string of 2^32 - 1 bytes', 'dbffffffff'],
    ['binary data of 2^32 - 1 bytes', 'c6ffffffff'],
    ['an extension of 2^32 - 1 bytes', 'c9ffffffff01'],
    ['100,000 nested arrays', '91'.repeat(100_000)],
    ['100,000 nested maps', '81a0'.repeat(100_000)],
    ['the byte that MessagePack never uses', 'c1'],
  ])('codecs: %s is refused at once, wherever it stands', (_title, hex) => {
    const bomb = Buffer.from(hex, 'hex');
    const member = (name: string): Buffer => Buffer.concat([Buffer.from(encode(name)), bomb]);
    const before = process.memoryUsage().arrayBuffers;
    for (const name of names) {
      expect(decoded(name, bomb)).toBeUndefined();
      const members = ['unknown', ...Object.keys(bodyOf(name) as object)];
      for (const each of members) {
        expect(decoded(name, Buffer.concat([Buffer.from([0x81]), member(each)])), `${name}.${each}`).toBeUndefined();
      }
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('codecs: recursive types are refused beyond 64 levels, in both directions and formats', () => {
    const codec = codecOf('Tree');
    expect(codec.decode(codec.encode(nest(64)))).toMatchObject({ root: { value: 63 } });
    expect(codec.decodeJson(codec.encodeJson(nest(64)))).toMatchObject({ root: { value: 63 } });
    const tooDeep = expect.objectContaining({ code: 'ENCODE_FAILED' });
    expect(() => codec.encode(nest(65))).toThrow(tooDeep);
    expect(() => codec.encodeJson(nest(65))).toThrow(tooDeep);
    const refused = expect.objectContaining({ code: 'DECODE_FAILED' });
    expect(() => codec.decode(encode(nest(65), { maxDepth: 500 }))).toThrow(refused);
    expect(() => codec.decodeJson(JSON.stringify(nest(65)))).toThrow(refused);
  });

  test('codecs: a cyclic value is an error, not an endless loop', () => {
    const tree = { value: 1, children: [] as unknown[] };
    tree.children.push(tree);
    expect(() => codecOf('Tree').encode({ root: tree })).toThrow(expect.objectContaining({ code: 'ENCODE_FAILED' }));
    expect(() => codecOf('Tree').encodeJson({ root: tree })).toThrow(
      expect.objectContaining({ code: 'ENCODE_FAILED' }),
    );
  });

  test('codecs: a failed value leaves no trace on the next', () => {
    const codec = codecOf('Tree');
    const good = codec.encode(bodyOf('Tree'));
    for (let run = 0; run < 200; run++) {
      expect(() => codec.encode({ root: { value: 1, children: [{ value: 1, children: 'x' }] } })).toThrow(/an array/);
      expect(() => codec.decode(good.subarray(0, 10))).toThrow(/cannot be decoded/);
    }
    expect(codec.decode(good)).toStrictEqual(bodyOf('Tree'));
    expect(codec.encode(bodyOf('Tree'))).toStrictEqual(good);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('codecs: %s is a key like any other', (key) => {
    const codec = codecOf('Bag');
    const bag = JSON.parse(`{"id":"b","scores":{},"anything":1,${JSON.stringify(key)}:"mine"}`) as object;
    const copies = [codec.decode(codec.encode(bag)), codec.decodeJson(codec.encodeJson(bag))] as object[];
    for (const copy of copies) {
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
      expect(Object.getOwnPropertyDescriptor(copy, key)?.value).toBe('mine');
    }
    expect(Object.hasOwn(Object.prototype, 'mine')).toBe(false);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('codecs: members of a prototype are not taken for data', () => {
    const refused = expect.objectContaining({ code: 'DECODE_FAILED' });
    expect(() => codecOf('Small').decodeJson('{"__proto__":{"orderId":"x","amount":1,"quantity":1}}')).toThrow(refused);
  });

  test('codecs: invalid UTF-8 is refused, short and long', () => {
    for (const text of [
      Buffer.from([0xff]),
      Buffer.from([0xc0, 0x80]),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.alloc(500, 0xe6),
      Buffer.concat([Buffer.from('日'.repeat(200)), Buffer.from([0xc0, 0x80])]),
      Buffer.concat([Buffer.from('日'.repeat(200)), Buffer.from([0xed, 0xa0, 0x80])]),
      Buffer.concat([Buffer.from('日'.repeat(200)), Buffer.from([0xf4, 0x90, 0x80, 0x80])]),
      Buffer.from('日'.repeat(200)).subarray(0, 599),
    ]) {
      const header = text.length < 32 ? [0xa0 | text.length] : [0xda, text.length >> 8, text.length & 255];
      const small = Buffer.from(encode({ amount: 1, quantity: 1 }));
      small[0] = 0x83;
      const bytes = Buffer.concat([small, Buffer.from(encode('orderId')), Buffer.from(header), text]);
      expect(() => codecOf('Small').decode(bytes)).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ path: 'orderId', expected: 'UTF-8' }) }),
      );
    }
  });
});
