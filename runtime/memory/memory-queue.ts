import { onAbort } from '../async/index.ts';
import type { CatgaError } from '../messages/error.ts';
import type {
  Clock,
  DeadLetter,
  Delivery,
  MessageQueue,
  QueueCapabilities,
  QueueDepth,
  QueueEntry,
  Reservation,
} from '../ports/index.ts';
import { KnownIds } from './known-ids.ts';
import { Room } from './room.ts';

/** Bounds of a {@link MemoryQueue}. */
export interface MemoryQueueOptions {
  /** Messages held at most: ready, delayed and being handled. Dead letters are not counted. */
  readonly capacity: number;
  /** How long `reserve` waits for room, in milliseconds, before it answers `OVERLOADED`. */
  readonly roomWaitMs: number;
  /** How long the id of a handled QoS 1 message is known, in milliseconds. */
  readonly dedupWindowMs: number;
  /** How long the id of a handled QoS 2 message is known, in milliseconds. */
  readonly inboxRetentionMs: number;
  /** Ids of handled messages kept at most, for QoS 1 and QoS 2 each; the oldest are forgotten first. */
  readonly knownIds: number;
  readonly clock: Clock;
}

interface Held {
  readonly entry: QueueEntry;
  attempts: number;
  /** Tells the delivery that is going on from earlier ones. */
  handOuts: number;
  place: 'ready' | 'delayed' | 'handed out' | 'gone';
  callOff: (() => void) | undefined;
}

/**
 * The embedded queue. Not durable: what it holds is lost when the process ends, `exactlyOnce` holds within the process.
 * Dead letters are kept until they are replayed or discarded, whatever their number.
 */
export class MemoryQueue implements MessageQueue {
  readonly capabilities: QueueCapabilities = { durable: false };
  readonly #clock: Clock;
  readonly #room: Room;
  readonly #handled: KnownIds;
  readonly #inbox: KnownIds;
  readonly #held: Map<string, Held> = new Map<string, Held>();
  // Sets keep insertion order and delete in constant time: a queue that can also lose entries from its middle.
  readonly #ready: Set<Held> = new Set<Held>();
  readonly #dead: Map<string, DeadLetter> = new Map<string, DeadLetter>();
  readonly #takers: ((delivery: Delivery | undefined) => void)[] = [];
  #delayed = 0;
  #handedOut = 0;
  #isClosed = false;

  constructor(options: MemoryQueueOptions) {
    this.#clock = options.clock;
    this.#room = new Room(options.capacity, options.roomWaitMs, options.clock);
    this.#handled = new KnownIds(options.clock, options.dedupWindowMs, options.knownIds);
    this.#inbox = new KnownIds(options.clock, options.inboxRetentionMs, options.knownIds);
  }

  async reserve(count: number, signal?: AbortSignal): Promise<Reservation> {
    await this.#room.take(count, signal);
    let left = count;
    const release = (): void => {
      this.#room.give(left);
      left = 0;
    };
    return {
      release,
      add: (entries) => {
        const stored = entries.map((entry) => this.#add(entry));
        left -= stored.filter((isNew) => isNew).length;
        release();
        return Promise.resolve(stored);
      },
    };
  }

  async next(signal: AbortSignal): Promise<Delivery | undefined> {
    if (this.#isClosed || signal.aborted) return undefined;
    const [first] = this.#ready;
    return first === undefined ? await this.#nextReady(signal) : this.#handOut(first);
  }

  depth(): QueueDepth {
    return {
      ready: this.#ready.size,
      delayed: this.#delayed,
      inFlight: this.#handedOut,
      deadLetters: this.#dead.size,
    };
  }

  deadLetters(): Promise<readonly DeadLetter[]> {
    return Promise.resolve([...this.#dead.values()]);
  }

  async replay(entryId: string): Promise<boolean> {
    const letter = this.#dead.get(entryId);
    if (letter === undefined) return false;
    await this.#room.take(1, undefined);
    // Somebody else may have been quicker while this one waited for room.
    if (!this.#dead.delete(entryId)) {
      this.#room.give(1);
      return false;
    }
    const { delayMs: _alreadyWaited, ...entry } = letter.entry;
    this.#add(entry);
    return true;
  }

  discard(entryId: string): Promise<boolean> {
    return Promise.resolve(this.#dead.delete(entryId));
  }

  close(): Promise<readonly QueueEntry[]> {
    this.#isClosed = true;
    this.#room.close();
    for (const take of this.#takers.splice(0)) take(undefined);
    for (const held of this.#held.values()) held.callOff?.();
    return Promise.resolve([...this.#held.values()].map(({ entry }) => entry));
  }

  #add(entry: QueueEntry): boolean {
    const known = this.#held.has(entry.id) || this.#dead.has(entry.id) || this.#memoryOf(entry).has(entry.id);
    if (known) return false;
    const held: Held = { entry, attempts: 0, handOuts: 0, place: 'gone', callOff: undefined };
    this.#held.set(entry.id, held);
    if (entry.delayMs === undefined) this.#makeReady(held);
    else this.#delay(held, entry.delayMs);
    return true;
  }

  #memoryOf(entry: QueueEntry): KnownIds {
    return entry.qos === 2 ? this.#inbox : this.#handled;
  }

  #makeReady(held: Held): void {
    held.place = 'ready';
    this.#ready.add(held);
    // Handed out at once: between here and the taker's next turn nobody else may find it, or find the queue idle.
    const take = this.#takers.shift();
    if (take !== undefined) take(this.#handOut(held));
  }

  #delay(held: Held, delayMs: number): void {
    held.place = 'delayed';
    this.#delayed++;
    if (this.#isClosed) return;
    held.callOff = this.#clock.schedule(delayMs, () => {
      held.callOff = undefined;
      this.#delayed--;
      this.#makeReady(held);
    });
  }

  #nextReady(signal: AbortSignal): Promise<Delivery | undefined> {
    return new Promise((resolve) => {
      const take = (delivery: Delivery | undefined): void => {
        ignore();
        resolve(delivery);
      };
      const ignore = onAbort(signal, () => {
        const place = this.#takers.indexOf(take);
        if (place !== -1) this.#takers.splice(place, 1);
        resolve(undefined);
      });
      this.#takers.push(take);
    });
  }

  #handOut(held: Held): Delivery {
    this.#ready.delete(held);
    held.place = 'handed out';
    held.attempts++;
    this.#handedOut++;
    const { entry } = held;
    const attempt = held.attempts;
    const handOut = ++held.handOuts;
    const end = (how: () => void): Promise<void> => {
      // A second ending, or one of an earlier delivery, has no effect.
      if (held.place === 'handed out' && held.handOuts === handOut) {
        this.#handedOut--;
        how();
      }
      return Promise.resolve();
    };
    return {
      entry,
      attempt,
      ack: () =>
        end(() => {
          this.#memoryOf(entry).remember(entry.id);
          this.#forget(held);
        }),
      retry: (delayMs) => end(() => this.#delay(held, delayMs)),
      bury: (reason) => end(() => this.#bury(held, reason)),
      giveBack: () =>
        end(() => {
          held.attempts--;
          this.#makeReady(held);
        }),
    };
  }

  #bury(held: Held, reason: CatgaError): void {
    const { attempts, entry } = held;
    this.#dead.set(entry.id, { entry, attempts, reason, at: new Date(this.#clock.now()) });
    this.#forget(held);
  }

  #forget(held: Held): void {
    held.place = 'gone';
    this.#held.delete(held.entry.id);
    this.#room.give(1);
  }
}
