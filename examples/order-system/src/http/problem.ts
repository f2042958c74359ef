import { isCatgaError, type CatgaError, type ErrorCode } from 'catga';
import type { Reply } from './reply.ts';

/** The one place that says which HTTP status an error becomes. The compiler holds it complete. */
const statusOf: Readonly<Record<ErrorCode, number>> = {
  VALIDATION_FAILED: 422,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  HANDLER_NOT_FOUND: 501,
  UNKNOWN_MESSAGE: 501,
  HANDLER_FAILED: 500,
  TIMEOUT: 504,
  CANCELLED: 503,
  OUTCOME_UNKNOWN: 504,
  ENCODE_FAILED: 500,
  DECODE_FAILED: 400,
  UNSUPPORTED_VERSION: 400,
  PERSISTENCE_FAILED: 503,
  TRANSPORT_FAILED: 503,
  OVERLOADED: 503,
  STOPPED: 503,
  CONFIGURATION_INVALID: 500,
  REGISTRY_INVALID: 500,
  INTERNAL_ERROR: 500,
};

const titleOf: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** RFC 9457 problem details. The members after `instance` are extensions of ours. */
export interface ProblemDetails {
  /** `about:blank`: the status says what kind of problem it is. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  /** The Catga error code, for programs. */
  readonly code?: ErrorCode;
  /** Whether the same request may succeed later. */
  readonly retryable?: boolean;
  /** What the error knows beyond its message: the member's path, a validator's issues. */
  readonly errors?: unknown;
}

export function problem(
  status: number,
  detail: string,
  instance: string,
  extensions: Pick<ProblemDetails, 'code' | 'retryable' | 'errors'> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const details: ProblemDetails = {
    type: 'about:blank',
    title: titleOf[status] ?? 'Error',
    status,
    detail,
    instance,
    ...extensions,
  };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(details),
  };
}

/** The problem that an error is. What broke inside stays inside: a 500 does not tell its cause to the world. */
export function problemOf(error: CatgaError, instance: string): Reply {
  const status = statusOf[error.code];
  return problem(
    status,
    status === 500 ? 'The request could not be carried out.' : error.message,
    instance,
    {
      code: error.code,
      retryable: error.retryable,
      ...(error.details === undefined || status === 500 ? {} : { errors: error.details }),
    },
    status === 503 ? { 'retry-after': '1' } : {},
  );
}

/** As {@link problemOf}, for whatever was thrown. */
export function problemOfThrown(thrown: unknown, instance: string): Reply {
  return isCatgaError(thrown)
    ? problemOf(thrown, instance)
    : problem(500, 'The request could not be carried out.', instance, { code: 'INTERNAL_ERROR' });
}
