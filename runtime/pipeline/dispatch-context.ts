import type {
  DeliveryOptions,
  EnqueueReceipt,
  MessageContext,
  PublishReceipt,
  SendOptions,
  UnitOfWork,
} from '../messages/context.ts';
import type { CommandLike, EventMessage, RequestMessage, ResponseOf } from '../messages/contract.ts';
import { CatgaError } from '../messages/error.ts';
import type { Result } from '../messages/result.ts';
import type { Arriving } from './arrival.ts';
import type { Engine } from './engine.ts';
import { Unit } from './unit-of-work.ts';

/** Ids that are known beforehand; all others are made when something reads them. */
export interface Identity {
  readonly messageId?: string;
  readonly correlationId?: string;
  readonly causationId?: string | undefined;
}

/** Where a message comes from; absent for one sent at the edge without options. */
export interface Origin {
  readonly identity?: Identity | undefined;
  /** The message whose handler sent this one. */
  readonly parent?: DispatchContext | undefined;
  /** The message whose unit of work this one's joins. Absent: it commits by itself. */
  readonly outer?: DispatchContext | undefined;
  /** It was delivered from a queue: a failure leads to another delivery. */
  readonly isStored?: true;
}

/**
 * Where a message stands. `open`: being handled. `batched`: its batch is being handled. `committing`: handled, its unit of work is taking effect. `abandoned`:
 * the caller was told that it failed, the handler may still run. `settled`: over.
 */
export type Phase = 'open' | 'batched' | 'committing' | 'abandoned' | 'settled';

/** How a message is called off; made only when somebody reads the signal or sets a limit. */
interface Cancellation {
  readonly controller: AbortController;
  /** When this message itself gives up, in milliseconds since the epoch. */
  givesUpAt: number | undefined;
}

/** The one implementation of {@link MessageContext}. One small object for each dispatch; the rest is made on reading. */
export class DispatchContext implements MessageContext, Arriving {
  readonly engine: Engine;
  readonly message: object;
  readonly origin: Origin | undefined;
  attempt = 1;
  phase: Phase = 'open';
  unit: Unit | undefined = undefined;
  private cancellation: Cancellation | undefined = undefined;
  private madeId: string | undefined = undefined;

  constructor(engine: Engine, message: object, origin: Origin | undefined) {
    this.engine = engine;
    this.message = message;
    this.origin = origin;
  }

  get parent(): DispatchContext | undefined {
    return this.origin?.parent;
  }

  get messageId(): string {
    return (this.madeId ??= this.origin?.identity?.messageId ?? this.engine.newId());
  }

  get correlationId(): string {
    return this.origin?.identity?.correlationId ?? this.parent?.correlationId ?? this.messageId;
  }

  get causationId(): string | undefined {
    const identity = this.origin?.identity;
    return identity !== undefined && 'causationId' in identity ? identity.causationId : this.parent?.messageId;
  }

  get messageType(): string {
    const { $type } = this.message as { readonly $type?: unknown };
    return typeof $type === 'string' ? $type : 'unknown';
  }

  /** When this message itself gives up, in milliseconds since the epoch. */
  get givesUpAt(): number | undefined {
    return this.cancellation?.givesUpAt;
  }

  get deadline(): number | undefined {
    const inherited = this.parent?.deadline;
    const own = this.givesUpAt;
    if (own === undefined || inherited === undefined) return own ?? inherited;
    return Math.min(own, inherited);
  }

  get signal(): AbortSignal {
    const { parent } = this;
    if (this.cancellation === undefined && parent !== undefined) return parent.signal;
    return this.openCancellation().controller.signal;
  }

  get unitOfWork(): UnitOfWork {
    return this.openUnit();
  }

  /** Whether what this message does can still take effect. */
  get isOpen(): boolean {
    return this.phase === 'open' && this.origin?.outer?.isOpen !== false;
  }

  /** Whether somebody may give this message up before it has been handled. */
  get isLimited(): boolean {
    return this.cancellation !== undefined || this.parent?.isLimited === true;
  }

  openUnit(): Unit {
    return (this.unit ??= new Unit(this));
  }

  /** Gives this message a limit of its own. */
  limit(givesUpAt: number | undefined): AbortController {
    const cancellation = this.openCancellation();
    cancellation.givesUpAt = givesUpAt;
    return cancellation.controller;
  }

  open(): this {
    return this;
  }

  takeMessageId(): string {
    return this.messageId;
  }

  /** A context for the same message with a unit of work of its own: one for each handler of an event. */
  branch(): DispatchContext {
    const { causationId, correlationId, messageId } = this;
    const identity = { causationId, correlationId, messageId };
    const own = new DispatchContext(this.engine, this.message, { identity, parent: this });
    own.attempt = this.attempt;
    return own;
  }

  /** Counts this message as in flight, again if it has been settled before: a behavior may call `next()` once more. */
  begin(): void {
    if (this.phase === 'settled') {
      this.phase = 'open';
      this.unit = undefined;
      this.attempt++;
    }
    this.engine.inFlight.count++;
  }

  /** Ends what {@link begin} began; whoever calls it has dealt with the unit of work. Harmless when called again. */
  end(): void {
    if (this.phase === 'settled') return;
    this.close();
    this.engine.inFlight.leave();
  }

  close(): void {
    this.phase = 'settled';
    this.releaseController();
  }

  releaseController(): void {
    if (this.cancellation !== undefined) this.engine.inFlight.unregister(this.cancellation.controller);
  }

  private openCancellation(): Cancellation {
    if (this.cancellation === undefined) {
      this.cancellation = { controller: new AbortController(), givesUpAt: undefined };
      if (this.phase !== 'settled') this.engine.inFlight.register(this.cancellation.controller);
    }
    return this.cancellation;
  }

  send<M extends RequestMessage>(message: M, options?: SendOptions): Promise<Result<ResponseOf<M>>> {
    if (!this.isOpen) return Promise.resolve({ ok: false, error: this.tooLate('send') });
    // The registry pairs each message with a handler of its response type; the switch cannot express it.
    return this.engine.send(message, options, this);
  }

  async publish<E extends EventMessage>(event: E, options?: DeliveryOptions): Promise<PublishReceipt> {
    if (!this.isOpen) throw this.tooLate('publish');
    return await this.engine.publish(event, options, this);
  }

  async enqueue<C extends CommandLike>(command: C, options?: DeliveryOptions): Promise<EnqueueReceipt> {
    if (!this.isOpen) throw this.tooLate('enqueue');
    return await this.engine.enqueue(command, options, this);
  }

  private tooLate(action: string): CatgaError {
    return new CatgaError(
      'HANDLER_FAILED',
      `cannot ${action} in the context of ${this.messageType}: the message is no longer being handled, so this would take no ` +
        'effect. Await everything that a handler starts, and honor context.signal',
      { retryable: false },
    );
  }
}
