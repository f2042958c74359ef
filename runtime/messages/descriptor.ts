import type { MessageKind } from './contract.ts';
import type { CodecLoader } from './message-codecs.ts';
import type { QualityOfService } from './quality-of-service.ts';

/** `@retry`: how often and how far apart a failed handler is tried again in the same process. */
export interface RetryPolicy {
  /** Attempts after the first. */
  readonly retries: number;
  readonly backoff: 'fixed' | 'exponential';
  /** Wait before the first repetition, in milliseconds; doubled each time where exponential, with up to 25 % jitter. */
  readonly delayMs: number;
}

/** `@batch`: how many messages a batch holds at most, and how long its first one waits for others, in milliseconds. */
export interface BatchPolicy {
  readonly size: number;
  readonly waitMs: number;
}

/**
 * All that the runtime knows about a message type; written by `catga generate` from the declaration and its tags.
 */
export interface MessageDescriptor {
  /** The wire name, `orders.place-order`. */
  readonly name: string;
  readonly kind: MessageKind;
  readonly version: number;
  readonly qos: QualityOfService;
  readonly codecs: CodecLoader;
  /** Names of the handlers in this application, in the order in which they run. */
  readonly handlers: readonly string[];
  readonly timeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly route?: string;
  readonly idempotencyKey?: string;
  readonly partitionKey?: string;
  /** Of the handlers that take messages by the array, by name. */
  readonly batches?: Readonly<Record<string, BatchPolicy>>;
  readonly priority?: 'low' | 'normal' | 'high';
  readonly delayMs?: number;
  readonly traceTags?: readonly string[];
  readonly wire?: 'map' | 'positional' | 'keepUnknown';
  /** Members that hold personal data: never logged. */
  readonly personal?: readonly string[];
  readonly deprecated?: string;
}
