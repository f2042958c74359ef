import { beforeAll, describe, expect, test } from 'vitest';
import type { TypeModel } from '../../generator/model/types.ts';
import { bytes, object, project, unknownType } from './support/build-model.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';

const kinds = {
  bytes,
  buffer: { kind: 'binary', type: 'Buffer' },
  memory: { kind: 'binary', type: 'ArrayBuffer' },
  integers: { kind: 'binary', type: 'Int32Array' },
  anything: unknownType,
} as const satisfies Readonly<Record<string, TypeModel>>;

const integers = Int32Array.of(1, -2, 300_000);
const content = new Uint8Array(integers.buffer);
const values: Readonly<Record<keyof typeof kinds, unknown>> = {
  bytes: content.slice(),
  buffer: Buffer.from(content),
  memory: content.slice().buffer,
  integers,
  anything: content.slice(),
};
const names = Object.keys(kinds) as (keyof typeof kinds)[];

/** What a decoded value shows: its own bytes, and how much memory it can reach. */
function shown(value: unknown): { readonly bytes: readonly number[]; readonly reach: number } {
  if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)], reach: value.byteLength };
  if (!ArrayBuffer.isView(value)) throw new TypeError('Not binary.');
  const own = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return { bytes: [...own], reach: value.buffer.byteLength };
}

/** The same bytes as a connection may hand them over. */
const inputs: Readonly<Record<string, (encoded: Uint8Array) => Uint8Array>> = {
  'a Uint8Array': (encoded) => encoded.slice(),
  'a slice of a larger one': (encoded) => {
    const larger = new Uint8Array(encoded.length + 100).fill(0xee);
    larger.set(encoded, 50);
    return larger.subarray(50, 50 + encoded.length);
  },
  'a pooled Buffer': (encoded) => Buffer.from(encoded),
};

describe('codecs: bytes', () => {
  let codecs: Codecs = new Map();
  beforeAll(async () => {
    const types = names.map((name) => object(name, { v: kinds[name] }));
    codecs = await compileModel(project(names, types));
  });

  for (const name of names) {
    test.each(Object.keys(inputs))(`codecs: ${name} out of %s is a copy that shows no other memory`, (form) => {
      const codec = codecs.get(name);
      const input = inputs[form]?.(codec?.encode({ v: values[name] }) ?? new Uint8Array());
      if (codec === undefined || input === undefined) throw new TypeError(`Nothing to decode for ${name}.`);
      const { v } = codec.decode(input) as { readonly v: unknown };
      input.fill(0);
      const { bytes: seen, reach } = shown(v);
      expect(seen).toStrictEqual([...content]);
      expect(reach).toBeLessThanOrEqual(64);
    });
  }
});
