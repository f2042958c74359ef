import type { Instrumentation } from '../instrumentation/index.ts';
import type { DeliveryOptions, EnqueueReceipt, PublishReceipt, SendOptions } from '../messages/context.ts';
import type { Result } from '../messages/result.ts';
import type { Clock, QueueEntry, Reservation } from '../ports/index.ts';
import type { Arriving } from './arrival.ts';
import type { DispatchContext } from './dispatch-context.ts';
import type { InFlight } from './in-flight.ts';

/** What pipelines and contexts need of the application that they run in. As an arrival: of a message without a context. */
export interface Engine extends Arriving {
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly instrumentation: Instrumentation;
  readonly newId: () => string;
  /** Ends a guarded request; one function for all, so that a send allocates none. */
  readonly endGuarded: (result: unknown) => Result<unknown>;
  /** Ends a guarded request whose promise was rejected. */
  readonly failGuarded: (thrown: unknown) => Result<unknown>;
  readonly send: (
    message: object,
    options: SendOptions | undefined,
    parent: DispatchContext | undefined,
  ) => Promise<Result<unknown>>;
  readonly publish: (
    event: object,
    options: DeliveryOptions | undefined,
    parent: DispatchContext | undefined,
  ) => Promise<PublishReceipt>;
  readonly enqueue: (
    command: object,
    options: DeliveryOptions | undefined,
    parent: DispatchContext | undefined,
  ) => Promise<EnqueueReceipt>;
  /** Sets room aside for what a unit of work is about to release. */
  readonly reserve: (count: number) => Promise<Reservation>;
  /** Stores what a unit of work releases, in room set aside before. */
  readonly store: (reservation: Reservation, entries: readonly QueueEntry[]) => Promise<void>;
}
