import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../runtime/codecs/create-decoder.ts';
import { createCodec, readString, writeString, type Codec } from '../../../runtime/codecs/index.ts';
import { upcastStep } from '../../../runtime/generated/index.ts';
import { dataSchemaOf, parseDataSchema } from '../../../runtime/messages/data-schema.ts';
import { decodeMessage } from '../../../runtime/messages/decode-message.ts';
import { CatgaError, isCatgaError } from '../../../runtime/messages/error.ts';
import type { MessageCodecs } from '../../../runtime/messages/message-codecs.ts';

function text(bytes: string | Uint8Array): unknown {
  return JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
}

/** A codec that takes any object apart as JSON, and refuses those without its members. */
function codecOf(name: string, ...required: readonly string[]): Codec<unknown> {
  const check = (code: 'DECODE_FAILED' | 'ENCODE_FAILED', value: unknown): object => {
    const missing = required.find((member) => typeof value !== 'object' || value === null || !(member in value));
    if (missing !== undefined) throw new CatgaError(code, `${name}.${missing} is missing`);
    return value as object;
  };
  return {
    name,
    encode: (value) => new TextEncoder().encode(JSON.stringify(check('ENCODE_FAILED', value))),
    encodeInto: () => 0,
    decode: (bytes) => check('DECODE_FAILED', text(bytes)),
    encodeJson: (value) => JSON.stringify(check('ENCODE_FAILED', value)),
    decodeJson: (json) => check('DECODE_FAILED', text(json)),
    toJson: (value) => value,
    fromJson: (json) => json,
  };
}

const message = { name: 'order-placed', version: 3 };
const upcast2 = ({ b }: { readonly b: string }): object =>
  upcastStep('order-placed', 2, 'toV3', () => {
    if (b === 'bad') throw new RangeError('no such b');
    return (b === 'nothing' ? undefined : b === 'odd' ? { x: 1 } : { c: b }) as object;
  });
const codecs: MessageCodecs = {
  body: codecOf('order-placed', 'c'),
  former: {
    1: {
      decoder: codecOf('order-placed (version 1)', 'a'),
      upcast: ({ a }: { readonly a: string }) => upcast2(upcastStep('order-placed', 1, 'toV2', () => ({ b: a }))),
    },
    2: { decoder: codecOf('order-placed (version 2)', 'b'), upcast: upcast2 },
  },
};

function decode(version: number, value: object, contentType = 'application/json'): object {
  return decodeMessage(message, codecs, {
    bytes: new TextEncoder().encode(JSON.stringify(value)),
    contentType,
    version,
  });
}

function failure(act: () => unknown): CatgaError {
  try {
    act();
  } catch (error) {
    if (isCatgaError(error)) return error;
    throw error;
  }
  throw new TypeError('nothing was thrown');
}

describe('decoding a message', () => {
  it('decode: every version that is read comes out as the current one, with its name', () => {
    const expected = { c: 'x', $type: 'order-placed' };
    expect(decode(3, { c: 'x' })).toEqual(expected);
    expect(decode(2, { b: 'x' })).toEqual(expected);
    expect(decode(1, { a: 'x' })).toEqual(expected);
    expect(decode(1, { a: 'x' }, 'Application/MsgPack')).toEqual(expected);
    expect(decode(1, { a: 'x' }, 'application/json; charset=utf-8')).toEqual(expected);
  });

  it('decode: a newer version is read as the current one where it fits', () => {
    expect(decode(4, { c: 'x', more: 1 })).toMatchObject({ c: 'x', $type: 'order-placed' });
    const error = failure(() => decode(4, { d: 'x' }));
    expect([error.code, error.retryable, error.details]).toEqual([
      'UNSUPPORTED_VERSION',
      false,
      { name: 'order-placed', version: 4 },
    ]);
    expect(error.message).toBe(
      'order-placed came in version 4: this application knows version 3, which it does not fit ' +
        '(order-placed.c is missing) Deploy the application with the newer declaration, then deliver the message again',
    );
    expect(isCatgaError(error.cause) && error.cause.code).toBe('DECODE_FAILED');
  });

  it('decode: an older version without an upcaster is not guessed at', () => {
    const { code, message: said } = failure(() =>
      decodeMessage(
        message,
        { body: codecs.body },
        { bytes: new Uint8Array(), contentType: 'application/json', version: 2 },
      ),
    );
    expect([code, said]).toEqual([
      'UNSUPPORTED_VERSION',
      'order-placed came in version 2: this application knows version 3 and has no upcaster from that one. ' +
        'Write an Upcaster for each version in between and run `npx catga generate`',
    ]);
  });

  it('decode: an upcaster that fails is named with its step', () => {
    const thrown = failure(() => decode(1, { a: 'bad' }));
    expect([thrown.code, thrown.message]).toEqual([
      'DECODE_FAILED',
      'order-placed cannot be brought from version 2 to version 3 by toV3: it threw no such b',
    ]);
    expect(thrown.details).toEqual({ message: 'order-placed', from: 2, to: 3, upcaster: 'toV3' });
    expect(thrown.cause).toBeInstanceOf(RangeError);
    expect(failure(() => decode(2, { b: 'nothing' })).message).toContain('by toV3: it made no object');
    expect(failure(() => upcastStep('m', 1, 'later', async () => ({}))).message).toBe(
      'm cannot be brought from version 1 to version 2 by later: it returned a promise, and upcasters are synchronous',
    );
  });

  it('decode: what upcasters made must fit the declaration', () => {
    const error = failure(() => decode(2, { b: 'odd' }));
    expect([error.code, error.message]).toEqual([
      'DECODE_FAILED',
      'order-placed: what its upcasters made of version 2 does not fit version 3',
    ]);
    expect(isCatgaError(error.cause) && error.cause.code).toBe('ENCODE_FAILED');
  });

  it('decode: input that does not fit its own version, and another content type, are refused', () => {
    expect(failure(() => decode(1, { b: 'x' })).message).toBe('order-placed (version 1).a is missing');
    expect(failure(() => decode(3, { c: 'x' }, 'text/plain'))).toMatchObject({
      code: 'DECODE_FAILED',
      details: { contentType: 'text/plain' },
    });
  });

  it('decode: the codec of a former version only reads', () => {
    const decoder = createDecoder<string>('old', readString, 'string', false);
    const current = createCodec<string>('now', writeString, readString, 'string', false);
    expect(decoder.decode(current.encode('x'))).toBe('x');
    expect(decoder.decodeJson('"x"')).toBe('x');
  });
});

describe('the envelope attribute ce-dataschema', () => {
  it.each(['order-placed', 'orders.order-placed', 'a'])('data schema: %s goes there and back', (name) => {
    for (const version of [1, 2, 65_535]) {
      expect(parseDataSchema(dataSchemaOf({ name, version }))).toEqual({ name, version });
    }
    expect(dataSchemaOf({ name, version: 2 })).toBe(`urn:catga:${name}:2`);
  });

  it.each([
    '',
    'urn:catga:a',
    'urn:catga:a:0',
    'urn:catga:a:01',
    'urn:catga:a:65536',
    'urn:other:a:1',
    'urn:catga::1',
    'urn:catga:a:1 ',
  ])('data schema: %j is refused', (written) => {
    expect(failure(() => parseDataSchema(written))).toMatchObject({
      code: 'DECODE_FAILED',
      details: { attribute: 'ce-dataschema', value: written },
    });
  });
});
