import { CatgaError } from '../messages/error.ts';
import { parseDataSchema } from '../messages/data-schema.ts';
import { decodeMessage } from '../messages/decode-message.ts';
import { loadCodecs, type Registry } from '../ports/index.ts';

/** A message as a store or a broker has it. */
export interface StoredMessage {
  /** `urn:catga:<name>:<version>`, the envelope's `ce-dataschema`. */
  readonly dataSchema: string;
  /** `application/msgpack` or `application/json`. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Decodes a message as a consumer does, former versions through their upcasters: for tests with messages that were kept from
 * every version that was ever released.
 *
 * @throws CatgaError `UNKNOWN_MESSAGE` for a name that the registry does not have, `UNSUPPORTED_VERSION`, `DECODE_FAILED`.
 */
export async function decodeStored(registry: Registry, stored: StoredMessage): Promise<object> {
  const { name, version } = parseDataSchema(stored.dataSchema);
  const descriptor = registry.messages.find((message) => message.name === name);
  const codecs = descriptor && (await loadCodecs([descriptor])).get(name);
  if (descriptor === undefined || codecs === undefined) {
    throw new CatgaError('UNKNOWN_MESSAGE', `${name} is not a message of this registry`);
  }
  return decodeMessage(descriptor, codecs, { ...stored, version });
}
