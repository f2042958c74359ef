/** The reading half of a codec: all that is left of a former version. */
export type Decoder<T> = Pick<Codec<T>, 'decode' | 'decodeJson' | 'fromJson' | 'name'>;

/**
 * Turns values of one type into bytes and back, in both content types. Written by `catga generate`; validating.
 *
 * @typeParam T - The value's type.
 */
export interface Codec<T> {
  /** What is encoded: a wire name, or the type's name. */
  readonly name: string;
  /**
   * MessagePack (`application/msgpack`), as bytes that the caller owns.
   * @throws CatgaError `ENCODE_FAILED` with the member's path when `value` does not fit the type.
   */
  encode(value: T): Uint8Array;
  /**
   * MessagePack into the caller's buffer from `offset` (default 0); answers with the number of bytes written.
   * @throws CatgaError `ENCODE_FAILED`, also when it does not fit; bytes from `offset` on are then undefined.
   */
  encodeInto(value: T, target: Uint8Array, offset?: number): number;
  /**
   * Decodes and validates MessagePack.
   * @throws CatgaError `DECODE_FAILED` with path, expectation and byte offset.
   */
  decode(bytes: Uint8Array): T;
  /**
   * JSON text (`application/json`).
   * @throws CatgaError `ENCODE_FAILED`, for example on `NaN`, which JSON cannot carry.
   */
  encodeJson(value: T): string;
  /**
   * Decodes and validates JSON text, or its UTF-8 bytes.
   * @throws CatgaError `DECODE_FAILED` with path and expectation.
   */
  decodeJson(json: string | Uint8Array): T;
  /** As {@link Codec.encodeJson}, one step earlier: the value as `JSON.stringify` takes it. */
  toJson(value: T): unknown;
  /** As {@link Codec.decodeJson}, one step later: from what `JSON.parse` gives. */
  fromJson(json: unknown): T;
}
