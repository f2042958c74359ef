import { CatgaError, isCatgaError } from './error.ts';
import type { DataSchema } from './data-schema.ts';
import type { MessageCodecs } from './message-codecs.ts';
import type { Decoder } from '../codecs/codec.ts';

/** A message as it was stored or sent. */
export interface EncodedMessage {
  readonly bytes: Uint8Array;
  /** `application/msgpack` or `application/json`; parameters and case say nothing. */
  readonly contentType: string;
  /** Of the shape that was written: from `ce-dataschema`. */
  readonly version: number;
}

/**
 * Decodes a message, whichever version it was written in, as its handlers take it.
 *
 * The current version: by its codec. An older one: by the codec of that version, then up through the upcasters, and what they made
 * is put through the current codec, so that a handler never gets what does not fit the declaration. A newer one: by the
 * current codec, since compatible changes do not raise the version; where it does not fit, the newer shape is not supported here.
 *
 * @param descriptor - What this application knows of the message.
 * @throws CatgaError `UNSUPPORTED_VERSION` where no codec or upcaster reads that version; `DECODE_FAILED` where what was
 * written does not fit it, an upcaster failed, or the content type is another. None of them is retryable: whoever
 * calls keeps the bytes as a dead letter.
 */
export function decodeMessage(descriptor: DataSchema, codecs: MessageCodecs, encoded: EncodedMessage): object {
  const { name, version } = descriptor;
  if (encoded.version === version) return withName(decode(codecs.body, encoded), name);
  return encoded.version > version
    ? decodeNewer(descriptor, codecs, encoded)
    : decodeFormer(descriptor, codecs, encoded);
}

/** Puts the wire name on a decoded message. It travels beside the body, not in it; class messages have it on their prototype. */
export function withName(decoded: unknown, name: string): object {
  // Bodies are objects: their codecs have checked it.
  const message = decoded as { $type?: string };
  if (message.$type !== name) message.$type = name;
  return message;
}

function decodeNewer({ name, version }: DataSchema, codecs: MessageCodecs, encoded: EncodedMessage): object {
  try {
    return withName(decode(codecs.body, encoded), name);
  } catch (cause) {
    if (!isCatgaError(cause)) throw cause;
    throw unsupported(
      name,
      encoded.version,
      `this application knows version ${version}, which it does not fit (${cause.message}) ` +
        'Deploy the application with the newer declaration, then deliver the message again',
      { cause },
    );
  }
}

function decodeFormer({ name, version }: DataSchema, codecs: MessageCodecs, encoded: EncodedMessage): object {
  const former = codecs.former?.[encoded.version];
  if (former === undefined) {
    throw unsupported(
      name,
      encoded.version,
      `this application knows version ${version} and has no upcaster from that one. ` +
        'Write an Upcaster for each version in between and run `npx catga generate`',
    );
  }
  const made = former.upcast(decode(former.decoder, encoded));
  let bytes: Uint8Array;
  try {
    bytes = codecs.body.encode(made);
  } catch (cause) {
    throw new CatgaError(
      'DECODE_FAILED',
      `${name}: what its upcasters made of version ${encoded.version} does not fit version ${version}`,
      { details: isCatgaError(cause) ? cause.details : undefined, cause },
    );
  }
  return withName(codecs.body.decode(bytes), name);
}

function decode(codec: Decoder<unknown>, { bytes, contentType }: EncodedMessage): unknown {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/msgpack') return codec.decode(bytes);
  if (type === 'application/json') return codec.decodeJson(bytes);
  throw new CatgaError(
    'DECODE_FAILED',
    `${codec.name} cannot be decoded: its content type is ${JSON.stringify(contentType)}, not application/msgpack or application/json`,
    { details: { contentType } },
  );
}

function unsupported(name: string, version: number, why: string, options?: { readonly cause: unknown }): CatgaError {
  return new CatgaError('UNSUPPORTED_VERSION', `${name} came in version ${version}: ${why}`, {
    details: { name, version },
    ...options,
  });
}
