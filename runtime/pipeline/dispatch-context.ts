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
import type { Engine } from './engine.ts';
import { Unit } from './unit-of-work.ts';

/** Ids that are known beforehand; all others are made when something reads them. */
export interface Identity {
  readonly messageId?: string;
  readonly correlationId?: string;
  readonly causationId?: string | undefined;
}

/**
 * Where a message stands. `open`: being handled. `committing`: handled, its unit of work is taking effect. `abandoned`:
 * the caller was told that it failed, the handler may still run. `settled`: over.
 */
export type Phase = 'open' | 'committing' | 'abandoned' | 'settled';

/** The one implementation of {@link MessageContext}. One small object for each dispatch; the rest is made on reading. */
export class DispatchContext implements MessageContext {
  readonly engine: Engine;
  readonly message: object;
  /** The message whose handler sent this one. */
  readonly parent: DispatchContext | undefined;
  /** The message whose unit of work this one's joins. Absent: it commits by itself. */
  readonly outer: DispatchContext | undefined;
  attempt = 1;
  phase: Phase = 'open';
  unit: Unit | undefined = undefined;
  controller: AbortController | undefined = undefined;
  /** When this message itself gives up, in milliseconds since the epoch. */
  givesUpAt: number | undefined = undefined;
  #identity: Identity | undefined;
  #messageId: string | undefined = undefined;

  constructor(
    engine: Engine,
    message: object,
    identity: Identity | undefined,
    parent: DispatchContext | undefined,
    outer: DispatchContext | undefined,
  ) {
    this.engine = engine;
    this.message = message;
    this.parent = parent;
    this.outer = outer;
    this.#identity = identity;
  }

  get messageId(): string {
    return (this.#messageId ??= this.#identity?.messageId ?? this.engine.newId());
  }

  get correlationId(): string {
    return this.#identity?.correlationId ?? this.parent?.correlationId ?? this.messageId;
  }

  get causationId(): string | undefined {
    const identity = this.#identity;
    return identity !== undefined && 'causationId' in identity ? identity.causationId : this.parent?.messageId;
  }

  get messageType(): string {
    const { $type } = this.message as { readonly $type?: unknown };
    return typeof $type === 'string' ? $type : 'unknown';
  }

  get deadline(): number | undefined {
    const inherited = this.parent?.deadline;
    const own = this.givesUpAt;
    if (own === undefined || inherited === undefined) return own ?? inherited;
    return Math.min(own, inherited);
  }

  get signal(): AbortSignal {
    if (this.controller === undefined && this.parent !== undefined) return this.parent.signal;
    return this.openController().signal;
  }

  get unitOfWork(): UnitOfWork {
    return this.openUnit();
  }

  /** Whether what this message does can still take effect. */
  get isOpen(): boolean {
    return this.phase === 'open' && (this.outer === undefined || this.outer.isOpen);
  }

  openUnit(): Unit {
    return (this.unit ??= new Unit(this));
  }

  openController(): AbortController {
    if (this.controller === undefined) {
      this.controller = new AbortController();
      if (this.phase !== 'settled') this.engine.inFlight.controllers.add(this.controller);
    }
    return this.controller;
  }

  /** A context for the same message with a unit of work of its own: one for each handler of an event. */
  branch(): DispatchContext {
    const { messageId, correlationId, causationId } = this;
    const own = new DispatchContext(
      this.engine,
      this.message,
      { messageId, correlationId, causationId },
      this,
      undefined,
    );
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
    if (this.controller !== undefined) this.engine.inFlight.controllers.delete(this.controller);
  }

  send<M extends RequestMessage>(message: M, options?: SendOptions): Promise<Result<ResponseOf<M>>> {
    if (!this.isOpen) return Promise.resolve({ ok: false, error: this.#tooLate('send') });
    // The registry pairs each message with a handler of its response type; the switch cannot express it.
    return this.engine.send(message, options, this);
  }

  async publish<E extends EventMessage>(event: E, options?: DeliveryOptions): Promise<PublishReceipt> {
    if (!this.isOpen) throw this.#tooLate('publish');
    return await this.engine.publish(event, options, this);
  }

  async enqueue<C extends CommandLike>(command: C, options?: DeliveryOptions): Promise<EnqueueReceipt> {
    if (!this.isOpen) throw this.#tooLate('enqueue');
    return await this.engine.enqueue(command, options, this);
  }

  #tooLate(action: string): CatgaError {
    return new CatgaError(
      'HANDLER_FAILED',
      `cannot ${action} in the context of ${this.messageType}: the message is no longer being handled, so this would take no ` +
        'effect. Await everything that a handler starts, and honor context.signal',
      { retryable: false },
    );
  }
}
