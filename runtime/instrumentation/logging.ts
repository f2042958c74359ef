import type { MessageContext } from '../messages/context.ts';
import { type CatgaError, type ErrorCode, isCatgaError } from '../messages/error.ts';
import type { Instrumentation, InstrumentationEvent } from './instrumentation.ts';
import type { Logger } from './logger.ts';

// What calls for a person, as opposed to what a caller is told and deals with.
const defects: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['HANDLER_FAILED', 'INTERNAL_ERROR', 'PERSISTENCE_FAILED']);

/**
 * One line for each handled message: id, type, correlation, attempt, duration, outcome and error, never the body.
 * Levels: `info` for a success, `warn` for a failure, `error` for what went wrong unexpectedly or for good.
 */
export function loggingInstrumentation(logger: Logger): Instrumentation {
  return { record: (event) => write(logger, event) };
}

function write(logger: Logger, event: InstrumentationEvent): void {
  switch (event.kind) {
    case 'finished': {
      const [error] = event.errors;
      const durationMs = Math.round(event.durationMs * 1000) / 1000;
      const fields = { ...fieldsOf(event.context, event.handler), operation: event.operation, durationMs };
      const type = event.context.messageType;
      if (error === undefined) logger.info({ ...fields, outcome: 'ok' }, `handled ${type}`);
      else {
        const level = event.errors.some((each) => defects.has(each.code)) ? 'error' : 'warn';
        logger[level]({ ...fields, outcome: 'failed', ...describeAll(event.errors) }, `failed to handle ${type}`);
      }
      return;
    }
    case 'late':
      logger.warn(
        {
          ...fieldsOf(event.context, undefined),
          outcome: event.error === undefined ? 'ok' : 'failed',
          ...(event.error === undefined ? {} : { error: describe(event.error) }),
        },
        `${event.context.messageType} came to an end after its caller had given up; its unit of work was rolled back`,
      );
      return;
    case 'redelivery':
      logger.debug(
        { ...fieldsOf(event.context, event.handler), delayMs: event.delayMs, error: describe(event.error) },
        `will deliver ${event.context.messageType} again`,
      );
      return;
    case 'deadLettered':
      logger.error(
        { ...fieldsOf(event.context, event.handler), error: describe(event.error) },
        `moved ${event.context.messageType} to the dead letters`,
      );
      return;
    case 'fault':
      logger.error({ error: describe(event.error) }, `failed during ${event.during}`);
      return;
    default:
      return;
  }
}

function fieldsOf(context: MessageContext, handler: string | undefined): object {
  return {
    messageId: context.messageId,
    messageType: context.messageType,
    correlationId: context.correlationId,
    ...(context.causationId === undefined ? {} : { causationId: context.causationId }),
    ...(handler === undefined ? {} : { handler }),
    attempt: context.attempt,
  };
}

function describeAll(errors: readonly CatgaError[]): object {
  return errors.length === 1 ? { error: describe(errors[0]) } : { errors: errors.map(describe) };
}

// Not the error itself: loggers print enumerable members, and `details` may quote the body.
function describe(error: unknown): object {
  if (!isCatgaError(error))
    return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
  const { cause } = error;
  return {
    code: error.code,
    message: error.message,
    retryable: error.retryable,
    ...(cause instanceof Error ? { cause: cause.message, stack: cause.stack } : {}),
  };
}
