import { withName } from '../messages/decode-message.ts';
import type { MessageCodecs } from '../messages/message-codecs.ts';
import type { Result } from '../messages/result.ts';

/**
 * `verifyWire`: puts messages and responses through their MessagePack codec, so that what works in one process works across
 * services: members that are not declared do not arrive, values that do not fit their type are refused.
 *
 * Not through JSON as well, because that would refuse what the default wire carries, `NaN` for one.
 */
export class Wire {
  readonly #codecs: ReadonlyMap<string, MessageCodecs>;

  /** @param codecs - By wire name. */
  constructor(codecs: ReadonlyMap<string, MessageCodecs>) {
    this.#codecs = codecs;
  }

  /**
   * The message as its receiver would get it.
   * @throws CatgaError `ENCODE_FAILED`, `DECODE_FAILED`
   */
  message(message: object): object {
    const name = nameOf(message);
    const body = this.#codecs.get(name)?.body;
    if (body === undefined) return message;
    return withName(body.decode(body.encode(message)), name);
  }

  /**
   * The response as its caller would get it.
   * @throws CatgaError `ENCODE_FAILED`, `DECODE_FAILED`
   */
  response(message: object, result: Result<unknown>): Result<unknown> {
    if (!result.ok) return result;
    const codec = this.#codecs.get(nameOf(message))?.response;
    if (codec === undefined) return { ok: true, value: undefined };
    return { ok: true, value: codec.decode(codec.encode(result.value)) };
  }
}

function nameOf(message: object): string {
  const { $type } = message as { readonly $type?: unknown };
  return typeof $type === 'string' ? $type : '';
}
