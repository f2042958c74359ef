import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { pattern } from '../../runtime/codecs/patterns.ts';
import { bytes, number, object, project, string } from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';

describe('codecs: hostile text', () => {
  let codec: Codec<unknown> | undefined;
  const decodeJson = (json: string): unknown => codec?.decodeJson(json);

  beforeAll(async () => {
    const codecs = await compileModel(
      project(
        ['Holder'],
        [
          object('Holder', {
            'number?': number,
            'text?': string,
            'bytes?': bytes,
            'floats?': { kind: 'binary', type: 'Float64Array' },
            'record?': { kind: 'record', key: 'string', value: number },
          }),
        ],
      ),
    );
    codec = codecs.get('Holder');
  });

  test.each([
    ['a number beyond all numbers', '{"number":1e999}', 'number'],
    ['a lone surrogate', String.raw`{"text":"\ud800"}`, 'text'],
    ['a lone surrogate in a key', String.raw`{"record":{"\ud800":1}}`, String.raw`record["\ud800"]`],
    ['base64 with a blank', '{"bytes":"AQ ="}', 'bytes'],
    ['base64 of another length', '{"bytes":"AQI"}', 'bytes'],
    ['half an element', '{"floats":"AQID"}', 'floats'],
  ])('codecs: %s in JSON is refused', (_title, json, path) => {
    expect(() => decodeJson(json)).toThrow(
      expect.objectContaining({ code: 'DECODE_FAILED', details: expect.objectContaining({ path }) }),
    );
  });

  test('codecs: base64 may be of any length, and one wrong character in it is found', () => {
    const text = 'AAAA'.repeat(4_000_000);
    expect((decodeJson(`{"bytes":"${text}"}`) as { bytes: Uint8Array }).bytes).toHaveLength(12_000_000);
    expect(() => decodeJson(`{"bytes":"${text}AAA*"}`)).toThrow('base64');
  });

  test('codecs: half an element in MessagePack is refused', () => {
    const body = Buffer.concat([Buffer.from([0x81]), encode('floats'), Buffer.from([0xc7, 9, 24]), Buffer.alloc(9)]);
    expect(() => codec?.decode(body)).toThrow('a multiple of 8 bytes');
    body[body.length - 10] = 25;
    expect(() => codec?.decode(body)).toThrow('a Float64Array');
  });

  test('codecs: a pattern is decided in one pass, however many ways there are to split the text', () => {
    const hole = { of: 'string' } as const;
    const { matches } = pattern([hole, '-', hole, '-', hole, '-', hole, '-', hole, '!']);
    // A regular expression with five `.*` would try some 10^20 splits of this before it gave up.
    const text = '-'.repeat(100_000);
    expect(matches(text)).toBe(false);
    expect(matches(`${text}!`)).toBe(true);
  });
});
