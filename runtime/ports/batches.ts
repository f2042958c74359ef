import type { BatchPolicy } from '../messages/descriptor.ts';
import type { CatgaError } from '../messages/error.ts';
import type { Clock } from './clock.ts';

/** Bounds of each batch handler; the same for all of an application. */
export interface BatchLimits {
  /** Batches of one handler that are handled at a time. */
  readonly concurrency: number;
  /** Messages that wait for one handler or are being handled by it, at most. */
  readonly maxPending: number;
  /** How long a sender waits for room, in milliseconds, before it gets `OVERLOADED`. */
  readonly roomWaitMs: number;
}

/** Deadlines of a whole application, kept by one timer. */
export interface DeadlinePort {
  /** Runs `task` once after `delayMs`; answers with a function that calls it off. */
  readonly add: (delayMs: number, task: () => void) => () => void;
}

/** What the application gives to the batches of one handler before the first message. */
export interface BatchSettings {
  readonly policy: BatchPolicy;
  readonly limits: BatchLimits;
  readonly clock: Clock;
  readonly deadlines: DeadlinePort;
}

/** The batches of one message for one handler; made by emitted code, opened and ended by the application. */
export interface BatchPort {
  /** The wire name. */
  readonly messageType: string;
  readonly handler: string;
  open(settings: BatchSettings): void;
  /** From now on no message waits for others. */
  drain(): void;
  /** Answers whatever has not been handed to the handler with `reason`, now and from now on. */
  halt(reason: CatgaError): void;
}
