import type { Mediator } from '../mediator/index.ts';
import type { DeadLetter, QueueDepth, QueueEntry, Registry } from '../ports/index.ts';

/** Messages that could not be handled, kept with the reason until somebody decides about them. */
export interface DeadLetters {
  /** Oldest first. */
  readonly list: () => Promise<readonly DeadLetter[]>;
  /** Delivers one again, its attempts counted from 1. `false`: there is none with this entry id. */
  readonly replay: (entryId: string) => Promise<boolean>;
  /** Forgets one for good. `false`: there is none with this entry id. */
  readonly discard: (entryId: string) => Promise<boolean>;
}

/** How an application is doing. */
export interface Health {
  /** `ready` takes messages, `stopping` finishes what it has, `stopped` is over. */
  readonly status: 'ready' | 'stopping' | 'stopped';
  /** Messages being handled at this moment, nested ones included. */
  readonly inFlight: number;
  readonly queue: QueueDepth;
}

/** How an application stops. */
export interface StopOptions {
  /** How long to wait for what is in flight and due, in milliseconds, before `context.signal` is aborted. Default 10,000. */
  readonly timeoutMs?: number;
}

/** What was left when an application had stopped. */
export interface StopReport {
  /** Whether everything in flight and due was finished in time. */
  readonly drained: boolean;
  /** Handlers that had not come to an end, their signals aborted. */
  readonly unfinished: number;
  /** Stored messages that nobody handled: delayed ones, and what the time-out cut off. The in-memory queue loses them now. */
  readonly undelivered: readonly QueueEntry[];
  /** Messages in the dead letters. The in-memory queue loses them now. */
  readonly deadLetters: readonly DeadLetter[];
}

/** A running application; made by `createCatga`. */
export interface Catga extends AsyncDisposable {
  readonly service: string;
  readonly registry: Registry;
  readonly mediator: Mediator;
  readonly deadLetters: DeadLetters;
  readonly health: () => Health;
  /**
   * Refuses new messages, finishes what is in flight and due, aborts what takes longer than the time-out, and disposes of the
   * services in reverse order. Called again, it answers with the same report.
   *
   * @throws What the disposal of services threw; everything else has been stopped then.
   */
  readonly stop: (options?: StopOptions) => Promise<StopReport>;
}
