import { CatgaError, isCatgaError } from '../messages/error.ts';

/** What the `details` of an `ENCODE_FAILED` or `DECODE_FAILED` error hold. */
export interface CodecErrorDetails {
  /** The member concerned: `lines[0].price`. Empty for the value as a whole. */
  readonly path: string;
  /** What the declared type asks for. */
  readonly expected: string;
  /** What was there instead. */
  readonly actual: string;
  /** MessagePack only: the byte at which it was noticed. */
  readonly offset?: number;
}

/** A value that cannot be encoded, or input that cannot be decoded. */
export interface CodecError extends CatgaError {
  readonly code: 'ENCODE_FAILED' | 'DECODE_FAILED';
  readonly details: CodecErrorDetails;
}

/** Whether `value` is the error of a codec. */
export function isCodecError(value: unknown): value is CodecError {
  return isCatgaError(value) && (value.code === 'ENCODE_FAILED' || value.code === 'DECODE_FAILED');
}

/** Makes the error of the codec called `name`. */
export function codecError(
  code: CodecError['code'],
  name: string,
  details: CodecErrorDetails,
  cause?: unknown,
): CatgaError {
  const action = code === 'ENCODE_FAILED' ? 'encoded' : 'decoded';
  const place = details.path === '' ? name : `${name}.${details.path}`.replace('.[', '[');
  const at = details.offset === undefined ? '' : ` (at byte ${details.offset})`;
  const message = `${place} cannot be ${action}: expected ${details.expected}, got ${details.actual}${at}.`;
  return new CatgaError(code, message, cause === undefined ? { details } : { details, cause });
}
