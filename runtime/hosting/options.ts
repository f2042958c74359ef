import type { Instrumentation, Logger } from '../instrumentation/index.ts';
import type { Behavior } from '../messages/behavior.ts';
import { CatgaError } from '../messages/error.ts';
import type { BatchLimits, Clock, Registry } from '../ports/index.ts';

/** The embedded in-memory queue. Not durable: what it holds is lost when the process ends. */
export interface QueueOptions {
  /** Messages held at most: ready, delayed and being handled. Default 10,000. */
  readonly capacity?: number;
  /** How long `publish` and `enqueue` wait for room, in milliseconds, before they reject with `OVERLOADED`. Default 5,000. */
  readonly roomWaitMs?: number;
  /** How long the id of a handled QoS 1 message is known, so that the same id is not handled again. Default 120,000 (2 minutes). */
  readonly dedupWindowMs?: number;
  /** The same for QoS 2, within this process. Default 86,400,000 (24 hours). */
  readonly inboxRetentionMs?: number;
  /** Ids kept at most, for QoS 1 and QoS 2 each; the oldest are forgotten first, whatever their age. Default 100,000. */
  readonly knownIds?: number;
}

/** How stored messages are delivered to their handlers. */
export interface DeliveryPolicyOptions {
  /** Messages handled at a time. No order is promised, except with 1. Default 16. */
  readonly concurrency?: number;
  /**
   * Deliveries of one message before it goes to the dead letters. A failure that is not retryable goes there at once.
   * A delivery that timed out is repeated although its handler may still run: handlers honor `context.signal`. Default 5.
   */
  readonly maxDeliveries?: number;
  /** Wait before the second delivery, in milliseconds; doubled each time, with up to 25 % jitter. Default 200. */
  readonly firstDelayMs?: number;
  /** Longest wait between two deliveries, in milliseconds. Default 30,000. */
  readonly maxDelayMs?: number;
}

/** How messages of batch handlers are collected. How many, and for how long, is said by `@batch`. */
export interface BatchingOptions {
  /** Batches of one handler that are handled at a time. Of one key there is never more than one. Default 16. */
  readonly concurrency?: number;
  /** Messages that wait for one batch handler or are being handled by it, at most: beyond, senders wait. Default 10,000. */
  readonly maxPending?: number;
  /** How long a sender waits for room, in milliseconds, before it gets `OVERLOADED`; 0 for not at all. Default 5,000. */
  readonly roomWaitMs?: number;
}

/** What `createCatga` takes. Validated once, at start-up. */
export interface CatgaOptions {
  /** The name of this service, for logs and for other services to know it by. */
  readonly service: string;
  /** What `catga generate` wrote: `registry({ … })`. */
  readonly registry: Registry;
  /**
   * Behaviors that are only known at start-up, the first outermost. They stand around every handler (for events, around each),
   * outside the unit of work and of the pipelines that the generator wrote, and cost more than those; prefer a class that
   * implements `Behavior`, which `catga generate` finds.
   */
  readonly behaviors?: readonly Behavior[];
  /** Gets one line for each handled message; pino and `console` fit. Default: none, at no cost. */
  readonly logger?: Logger;
  /** Gets every step of every message, for metrics and spans. Default: none, at no cost. */
  readonly instrumentation?: Instrumentation;
  /**
   * Puts every message and response through its MessagePack codec, as if it had come from another service. All codecs are loaded
   * at start-up then, and only then. For development; the default of `catga/testing`. Default `false`.
   */
  readonly verifyWire?: boolean;
  /** Makes message ids, unique across all services. Default: random per process, then counted. */
  readonly ids?: () => string;
  readonly queue?: QueueOptions;
  readonly delivery?: DeliveryPolicyOptions;
  readonly batching?: BatchingOptions;
  /** Replaced in tests. Default: the machine's. */
  readonly clock?: Clock;
}

/** @throws CatgaError `CONFIGURATION_INVALID` */
export function resolveQueueOptions(options: QueueOptions = {}): Required<QueueOptions> {
  return {
    capacity: whole('queue.capacity', options.capacity ?? 10_000, 1),
    roomWaitMs: duration('queue.roomWaitMs', options.roomWaitMs ?? 5_000),
    dedupWindowMs: duration('queue.dedupWindowMs', options.dedupWindowMs ?? 120_000),
    inboxRetentionMs: duration('queue.inboxRetentionMs', options.inboxRetentionMs ?? 86_400_000),
    knownIds: whole('queue.knownIds', options.knownIds ?? 100_000, 0),
  };
}

/** @throws CatgaError `CONFIGURATION_INVALID` */
export function resolveDeliveryPolicy(options: DeliveryPolicyOptions = {}): Required<DeliveryPolicyOptions> {
  return {
    concurrency: whole('delivery.concurrency', options.concurrency ?? 16, 1),
    maxDeliveries: whole('delivery.maxDeliveries', options.maxDeliveries ?? 5, 1),
    firstDelayMs: duration('delivery.firstDelayMs', options.firstDelayMs ?? 200),
    maxDelayMs: duration('delivery.maxDelayMs', options.maxDelayMs ?? 30_000),
  };
}

/** @throws CatgaError `CONFIGURATION_INVALID` */
export function resolveBatchLimits(options: BatchingOptions = {}): BatchLimits {
  return {
    concurrency: whole('batching.concurrency', options.concurrency ?? 16, 1),
    maxPending: whole('batching.maxPending', options.maxPending ?? 10_000, 1),
    roomWaitMs: duration('batching.roomWaitMs', options.roomWaitMs ?? 5_000),
  };
}

/** @throws CatgaError `CONFIGURATION_INVALID` */
export function checkService(service: unknown): void {
  if (typeof service === 'string' && service.trim() !== '') return;
  throw invalid("service must be the name of this service, for example 'orders'");
}

function whole(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw invalid(`${name} must be a whole number from ${least}, but is ${String(value)}`);
}

function duration(name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw invalid(`${name} must be a number of milliseconds from 0, but is ${String(value)}`);
}

function invalid(message: string): CatgaError {
  return new CatgaError('CONFIGURATION_INVALID', message);
}
