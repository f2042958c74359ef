import type { MessageDescriptor } from '../messages/descriptor.ts';
import { CatgaError } from '../messages/error.ts';
import type { BatchLimits, BatchPort, Clock, QueueEntry } from '../ports/index.ts';
import { Deadlines } from './deadlines.ts';

/** How many stored messages of one batch handler may be on their way at a time. */
export interface Parking {
  /** Tells the handlers apart. */
  readonly place: string;
  readonly limit: number;
}

/** All batches of one application, with the one timer that they share. */
export class Batching {
  readonly #batches: readonly BatchPort[];
  readonly #deadlines: Deadlines;
  readonly #parkings: Map<string, Parking> = new Map<string, Parking>();

  /** @throws CatgaError `REGISTRY_INVALID` where a descriptor does not know the batches of its handler. */
  constructor(
    batches: readonly BatchPort[],
    descriptors: ReadonlyMap<string, MessageDescriptor>,
    limits: BatchLimits,
    clock: Clock,
  ) {
    this.#batches = batches;
    this.#deadlines = new Deadlines(clock);
    for (const each of batches) {
      const descriptor = descriptors.get(each.messageType);
      const policy = descriptor?.batches?.[each.handler];
      if (descriptor === undefined || policy === undefined) {
        throw new CatgaError(
          'REGISTRY_INVALID',
          `the registry does not say how ${each.handler} takes batches of ${each.messageType}: run \`npx catga generate\``,
        );
      }
      each.open({ policy, limits, clock, deadlines: this.#deadlines });
      const place = placeOf(each.messageType, descriptor.kind === 'event' ? each.handler : undefined);
      // One batch more than are handled at a time, so that the next one is complete when one ends.
      this.#parkings.set(place, { place, limit: policy.size * (limits.concurrency + 1) });
    }
  }

  /** How many of such messages may be on their way at a time; `undefined` where they are handled one by one. */
  parkingOf({ handler, messageType }: QueueEntry): Parking | undefined {
    return this.#parkings.size === 0 ? undefined : this.#parkings.get(placeOf(messageType, handler));
  }

  /** From now on no message waits for others. */
  drain(): void {
    for (const each of this.#batches) each.drain();
  }

  /** Answers whatever has not been handed to a handler with `reason`, and stops the timer. */
  halt(reason: CatgaError): void {
    for (const each of this.#batches) each.halt(reason);
    this.#deadlines.close();
  }
}

function placeOf(messageType: string, handler: string | undefined): string {
  return `${messageType}/${handler ?? ''}`;
}
