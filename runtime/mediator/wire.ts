import type { MessageDescriptor } from '../messages/descriptor.ts';
import type { Result } from '../messages/result.ts';

/**
 * `verifyWire`: puts messages and responses through their MessagePack codec, so that what works in one process works across
 * services: members that are not declared do not arrive, values that do not fit their type are refused.
 *
 * Not through JSON as well, because that would refuse what the default wire carries, `NaN` for one.
 */
export class Wire {
  readonly #descriptors: ReadonlyMap<string, MessageDescriptor>;

  constructor(descriptors: ReadonlyMap<string, MessageDescriptor>) {
    this.#descriptors = descriptors;
  }

  /**
   * The message as its receiver would get it.
   * @throws CatgaError `ENCODE_FAILED`, `DECODE_FAILED`
   */
  message(message: object): object {
    const descriptor = this.#find(message);
    if (descriptor === undefined) return message;
    const decoded = descriptor.codec.decode(descriptor.codec.encode(message)) as { $type?: string };
    // The name travels beside the body, not in it. Class messages have it on their prototype.
    if (decoded.$type !== descriptor.name) decoded.$type = descriptor.name;
    return decoded;
  }

  /**
   * The response as its caller would get it.
   * @throws CatgaError `ENCODE_FAILED`, `DECODE_FAILED`
   */
  response(message: object, result: Result<unknown>): Result<unknown> {
    if (!result.ok) return result;
    const codec = this.#find(message)?.responseCodec;
    if (codec === undefined) return { ok: true, value: undefined };
    return { ok: true, value: codec.decode(codec.encode(result.value)) };
  }

  #find(message: object): MessageDescriptor | undefined {
    const { $type } = message as { readonly $type?: unknown };
    return typeof $type === 'string' ? this.#descriptors.get($type) : undefined;
  }
}
