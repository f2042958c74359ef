/**
 * Why something failed. A closed set: a `switch` over it is complete.
 *
 * | code | when |
 * | --- | --- |
 * | `VALIDATION_FAILED` | a validator or a handler refused the message |
 * | `NOT_FOUND`, `CONFLICT`, `UNAUTHORIZED`, `FORBIDDEN` | what a handler answers on purpose |
 * | `HANDLER_NOT_FOUND` | the message is known, but this application has no handler for it |
 * | `UNKNOWN_MESSAGE` | the value is not a message of this registry |
 * | `HANDLER_FAILED` | a handler or behavior threw |
 * | `TIMEOUT` | the deadline passed first |
 * | `CANCELLED` | the caller's signal was aborted first |
 * | `OUTCOME_UNKNOWN` | the caller gave up on a stored command that may still be carried out |
 * | `UNSUPPORTED_VERSION` | a message came in a version that this application cannot read |
 * | `ENCODE_FAILED`, `DECODE_FAILED` | a value does not fit its declared type |
 * | `PERSISTENCE_FAILED`, `TRANSPORT_FAILED` | a store or a broker refused or was not reached |
 * | `OVERLOADED` | a queue is full; nothing was stored |
 * | `STOPPED` | the application is stopping or has stopped |
 * | `CONFIGURATION_INVALID`, `REGISTRY_INVALID` | start-up was refused |
 * | `INTERNAL_ERROR` | a defect of Catga itself |
 */
export type ErrorCode =
  | 'VALIDATION_FAILED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'HANDLER_NOT_FOUND'
  | 'UNKNOWN_MESSAGE'
  | 'HANDLER_FAILED'
  | 'TIMEOUT'
  | 'CANCELLED'
  | 'OUTCOME_UNKNOWN'
  | 'UNSUPPORTED_VERSION'
  | 'ENCODE_FAILED'
  | 'DECODE_FAILED'
  | 'PERSISTENCE_FAILED'
  | 'TRANSPORT_FAILED'
  | 'OVERLOADED'
  | 'STOPPED'
  | 'CONFIGURATION_INVALID'
  | 'REGISTRY_INVALID'
  | 'INTERNAL_ERROR';

/** What a {@link CatgaError} carries besides its code and message. */
export interface CatgaErrorOptions {
  /**
   * Whether the same attempt may succeed later. Default: by code; `true` for `HANDLER_FAILED`, `TIMEOUT`,
   * `PERSISTENCE_FAILED`, `TRANSPORT_FAILED` and `OVERLOADED`.
   */
  readonly retryable?: boolean;
  /** Data for whoever handles the error, for example the list of invalid members. Must be encodable as JSON. */
  readonly details?: unknown;
  /** What caused it; kept as it was thrown. */
  readonly cause?: unknown;
}

const retryableCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'HANDLER_FAILED',
  'TIMEOUT',
  'PERSISTENCE_FAILED',
  'TRANSPORT_FAILED',
  'OVERLOADED',
]);

/** The one error type of Catga. Tell failures apart by {@link CatgaError.code}, not by class. */
export class CatgaError extends Error {
  override readonly name: string = 'CatgaError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, options?: CatgaErrorOptions) {
    super(message, options !== undefined && 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryable = options?.retryable ?? retryableCodes.has(code);
    this.details = options?.details;
  }
}

/** Whether `value` is a Catga error, also one made by another installed copy of this package. */
export function isCatgaError(value: unknown): value is CatgaError {
  return value instanceof Error && value.name === 'CatgaError' && 'code' in value && 'retryable' in value;
}
