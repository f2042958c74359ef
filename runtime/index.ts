export { batchHandler } from './messages/batch-handler.ts';
export { CatgaError, isCatgaError } from './messages/error.ts';
export { CommandMessage, DomainEventMessage, QueryMessage, ReliableEventMessage } from './messages/class-message.ts';
export { combineInstrumentation, noInstrumentation } from './instrumentation/index.ts';
export { createCatga } from './hosting/index.ts';
export { fail, ok } from './messages/result.ts';
export { handler } from './messages/handler.ts';
export { QoS } from './messages/quality-of-service.ts';
export { safeSnowflake, safeSnowflakeLayout, snowflake, snowflakeEpoch, snowflakeLayouts } from './ids/index.ts';
export { upcaster } from './messages/upcaster.ts';

export type { BatchContext } from './messages/batch-context.ts';
export type { BatchHandler, BatchHandlerResult, FunctionBatchHandler } from './messages/batch-handler.ts';
export type { BatchOptions, Mediator, PublishBatchOptions, PublishOutcome } from './mediator/index.ts';
export type { Behavior, Next } from './messages/behavior.ts';
export type {
  BatchingOptions,
  Catga,
  CatgaOptions,
  DeadLetters,
  DeliveryPolicyOptions,
  Health,
  QueueOptions,
  StopOptions,
  StopReport,
} from './hosting/index.ts';
export type { CatgaErrorOptions, ErrorCode } from './messages/error.ts';
export type { Clock, DeadLetter, QueueDepth, QueueEntry, Registry } from './ports/index.ts';
export type { Codec } from './codecs/codec.ts';
export type {
  Command,
  CommandLike,
  Contract,
  DomainEvent,
  EventMessage,
  Init,
  Message,
  MessageKind,
  Query,
  ReliableContract,
  ReliableEvent,
  RequestMessage,
  ResponseOf,
} from './messages/contract.ts';
export type {
  DeliveryOptions,
  EnqueueReceipt,
  HandlerFailure,
  MessageContext,
  PublishReceipt,
  SendOptions,
  UnitOfWork,
  UnitOfWorkParticipant,
} from './messages/context.ts';
export type { EventHandler, FunctionHandler, HandlerResult, RequestHandler } from './messages/handler.ts';
export type { Failure, Result, Success } from './messages/result.ts';
export type { Instrumentation, InstrumentationEvent, Logger, Operation } from './instrumentation/index.ts';
export type { MessageConstructor, MessageOf } from './messages/constructor.ts';
export type { QualityOfService } from './messages/quality-of-service.ts';
export type { Snowflake, SnowflakeLayout, SnowflakeOptions, SnowflakeParts } from './ids/index.ts';
export type { Upcaster } from './messages/upcaster.ts';
export type { ValidationIssue, Validator } from './messages/validator.ts';
