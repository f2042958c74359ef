import type { CatgaError } from '../messages/error.ts';
import type { QualityOfService } from '../messages/quality-of-service.ts';

/** One message for one handler, as a queue stores it. */
export interface QueueEntry {
  /** Identifies the entry: the same id twice, while known, is the same entry and stored once. */
  readonly id: string;
  readonly messageId: string;
  /** The wire name. */
  readonly messageType: string;
  readonly message: object;
  readonly qos: QualityOfService;
  /** The event handler to deliver to. Absent: the one handler of a command. */
  readonly handler?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Not to be delivered before this long from now, in milliseconds. */
  readonly delayMs?: number;
}

/** A stored message handed out for handling. Exactly one of `ack`, `retry`, `bury` or `giveBack` ends it. */
export interface Delivery {
  readonly entry: QueueEntry;
  /** 1 for the first delivery; counted by the queue, not by the message. */
  readonly attempt: number;
  /** Handled: forgets the entry (and remembers its id, see {@link MessageQueue.reserve}). */
  readonly ack: () => Promise<void>;
  /** Not handled: delivers it again after `delayMs`. */
  readonly retry: (delayMs: number) => Promise<void>;
  /** Not to be handled again: moves it to the dead letters. */
  readonly bury: (reason: CatgaError) => Promise<void>;
  /** Handed out but not carried out: back into the queue, the attempt not counted. */
  readonly giveBack: () => Promise<void>;
}

/** Room set aside in a queue, so that what follows cannot fail for lack of it. */
export interface Reservation {
  /**
   * Stores `entries` (at most as many as reserved), all or none, and gives the rest of the room back. Answers, per entry,
   * `false` where an entry of this id is already known.
   */
  readonly add: (entries: readonly QueueEntry[]) => Promise<readonly boolean[]>;
  /** Gives the room back unused. Harmless after `add`. */
  readonly release: () => void;
}

/** A message that nobody will handle unless somebody looks at it. */
export interface DeadLetter {
  readonly entry: QueueEntry;
  /** How often it was delivered. */
  readonly attempts: number;
  readonly reason: CatgaError;
  readonly at: Date;
}

/** What a queue holds at one moment. */
export interface QueueDepth {
  /** Ready to be delivered. */
  readonly ready: number;
  /** Waiting for their time: delayed, or between two deliveries. */
  readonly delayed: number;
  /** Handed out and not ended. */
  readonly inFlight: number;
  readonly deadLetters: number;
}

/** What a queue can promise; each is asserted by the contract suite. */
export interface QueueCapabilities {
  /** Whether entries outlive the process. */
  readonly durable: boolean;
}

/**
 * Port: stores messages of QoS 1 and 2 until they are handled. Implemented by the back ends; the contract suite in
 * `catga/testing` holds for every one.
 */
export interface MessageQueue {
  readonly capabilities: QueueCapabilities;
  /**
   * Sets room for `count` entries aside. When the queue is full, waits, up to the queue's own limit or until `signal` is aborted.
   * @throws CatgaError `OVERLOADED` when there is still no room, `CANCELLED` when `signal` is aborted, `STOPPED` when closed.
   */
  readonly reserve: (count: number, signal?: AbortSignal) => Promise<Reservation>;
  /** Waits for the next ready entry and hands it out; `undefined` when `signal` is aborted or the queue is closed. */
  readonly next: (signal: AbortSignal) => Promise<Delivery | undefined>;
  readonly depth: () => QueueDepth;
  /** Oldest first. */
  readonly deadLetters: () => Promise<readonly DeadLetter[]>;
  /** Delivers a dead letter again, its attempts counted from 1. `false`: there is none of this id. */
  readonly replay: (entryId: string) => Promise<boolean>;
  /** Forgets a dead letter. `false`: there is none of this id. */
  readonly discard: (entryId: string) => Promise<boolean>;
  /** Accepts and hands out nothing more; answers with what was never handled. */
  readonly close: () => Promise<readonly QueueEntry[]>;
}
