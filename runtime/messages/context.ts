import type { CommandLike, EventMessage, RequestMessage, ResponseOf } from './contract.ts';
import type { CatgaError } from './error.ts';
import type { Result } from './result.ts';

/** How one `send` is carried out. */
export interface SendOptions {
  /** Gives up when aborted: the result is `CANCELLED` and the handler's own `context.signal` is aborted. */
  readonly signal?: AbortSignal;
  /** Gives up after this long, in milliseconds: the result is `TIMEOUT`. Default: the message's `@timeout`, else none. */
  readonly timeoutMs?: number;
  /** Ties messages of one conversation together. Default: the surrounding message's, else the message's own id. */
  readonly correlationId?: string;
  /** Identifies this message; the same id twice is the same message. Default: a new unique id. */
  readonly messageId?: string;
}

/** How a message is stored for later handling. */
export interface DeliveryOptions {
  readonly correlationId?: string;
  readonly messageId?: string;
  /** Not before this long from now, in milliseconds. Excludes `deliverAt`. */
  readonly delayMs?: number;
  /** Not before this moment. Excludes `delayMs`. */
  readonly deliverAt?: Date;
}

/** What `enqueue` answers: the command is stored and will be handled. */
export interface EnqueueReceipt {
  readonly messageId: string;
  /** `false` inside a handler: stored when the unit of work commits. */
  readonly stored: boolean;
}

/** One event handler that failed. */
export interface HandlerFailure {
  /** The handler's name, as in the registry. */
  readonly handler: string;
  readonly error: CatgaError;
}

/** What `publish` answers. */
export interface PublishReceipt {
  readonly messageId: string;
  /** How many handlers the event has here. */
  readonly handlers: number;
  /** QoS 0: every handler that failed; the others have run. Empty where the event was stored (QoS 1 and 2). */
  readonly failures: readonly HandlerFailure[];
  /** QoS 1 and 2 at the edge: `true`, stored. `false` for QoS 0, and inside a handler, where it is stored on commit. */
  readonly stored: boolean;
}

/** Something that takes part in a unit of work, for example a repository's pending writes. */
export interface UnitOfWorkParticipant {
  /**
   * Makes the changes permanent. A rejection fails the message: with the error itself where it is a `CatgaError` (an
   * optimistic check that throws `CONFLICT`), else with `PERSISTENCE_FAILED`. Nothing that was published is released.
   */
  readonly commit: () => void | Promise<void>;
  /** Drops the changes. Called when the handler failed, or when another participant's commit did before this one's. */
  readonly rollback?: () => void | Promise<void>;
}

/**
 * What belongs to one handled message and takes effect only when it succeeded: enlisted changes are committed in order,
 * then the reliable events and commands that the handler published and enqueued are released.
 *
 * A message that a handler sends by `context.send` has a unit of work inside its sender's: it is committed and released
 * together with the outermost one, and dropped alone when the nested message failed and its sender went on. Each handler of an
 * event has one of its own.
 */
export interface UnitOfWork {
  readonly enlist: (participant: UnitOfWorkParticipant) => void;
}

/** Everything a handler may want to know about, and do on behalf of, the message it handles. Passed explicitly. */
export interface MessageContext {
  /** Unique id of this message; made on first reading. */
  readonly messageId: string;
  /** Shared by all messages of one conversation. */
  readonly correlationId: string;
  /** The id of the message whose handler sent this one. */
  readonly causationId: string | undefined;
  /** The message's wire name. */
  readonly messageType: string;
  /** 1 for the first delivery or attempt, 2 for the first repetition, and so on. */
  readonly attempt: number;
  /** When the caller gives up, in milliseconds since the epoch. */
  readonly deadline: number | undefined;
  /** Aborted when the caller gives up or the application stops without waiting; made on first reading. */
  readonly signal: AbortSignal;
  /** What takes effect only if this message succeeds. */
  readonly unitOfWork: UnitOfWork;
  /** Sends a request as part of this message: same correlation and deadline, inside its unit of work. Never rejects. */
  send<M extends RequestMessage>(message: M, options?: SendOptions): Promise<Result<ResponseOf<M>>>;
  /** Publishes an event as part of this message. QoS 0 at once; QoS 1 and 2 when the unit of work commits. */
  publish<E extends EventMessage>(event: E, options?: DeliveryOptions): Promise<PublishReceipt>;
  /** Stores a command for later handling, when the unit of work commits. */
  enqueue<C extends CommandLike>(command: C, options?: DeliveryOptions): Promise<EnqueueReceipt>;
}
