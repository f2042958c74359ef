import type { UnitOfWork, UnitOfWorkParticipant } from '../messages/context.ts';
import { CatgaError, isCatgaError } from '../messages/error.ts';
import type { QueueEntry, Reservation } from '../ports/index.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { disposeAll } from './dispose-all.ts';

/**
 * What one message changes and what it releases. A nested message has a unit of its own inside its sender's: it is
 * absorbed when the message succeeded and dropped alone when it failed.
 */
export class Unit implements UnitOfWork {
  readonly #context: DispatchContext;
  readonly #participants: UnitOfWorkParticipant[] = [];
  readonly #outgoing: QueueEntry[] = [];
  readonly #resources: unknown[] = [];

  constructor(context: DispatchContext) {
    this.#context = context;
  }

  enlist(participant: UnitOfWorkParticipant): void {
    if (!this.#context.isOpen) {
      throw new CatgaError(
        'HANDLER_FAILED',
        `cannot enlist in the unit of work of ${this.#context.messageType}: the message is no longer being handled, so the ` +
          'changes would never be committed. Await everything that a handler starts',
        { retryable: false },
      );
    }
    this.#participants.push(participant);
  }

  /** Holds entries back until this unit commits. */
  hold(entries: readonly QueueEntry[]): void {
    this.#outgoing.push(...entries);
  }

  /** Disposes of `resources` after commit or roll-back. */
  disposeLater(resources: readonly unknown[]): void {
    this.#resources.push(...resources);
  }

  absorb(inner: Unit): void {
    this.#participants.push(...inner.#participants.splice(0));
    this.#outgoing.push(...inner.#outgoing.splice(0));
    this.#resources.push(...inner.#resources.splice(0));
  }

  /**
   * Commits in order, then releases. Room for what is released is set aside first: after the first commit nothing may
   * fail for a full queue.
   *
   * @returns Why it failed; everything not yet committed has been rolled back then, and nothing released.
   */
  async commit(): Promise<CatgaError | undefined> {
    const { engine, messageType } = this.#context;
    let reservation: Reservation | undefined;
    if (this.#outgoing.length > 0) {
      try {
        reservation = await engine.reserve(this.#outgoing.length);
      } catch (error) {
        await this.rollback();
        return isCatgaError(error) ? error : commitError(messageType, error);
      }
    }
    const participants = this.#participants.splice(0);
    for (const [index, participant] of participants.entries()) {
      try {
        await participant.commit();
      } catch (error) {
        reservation?.release();
        this.#participants.push(...participants.slice(index + 1));
        await this.rollback();
        // A store that says CONFLICT is to be heard as it said it; anything else failed at storing.
        return isCatgaError(error) ? error : commitError(messageType, error);
      }
    }
    if (reservation !== undefined) {
      try {
        await engine.store(reservation, this.#outgoing.splice(0));
      } catch (error) {
        return commitError(messageType, error);
      }
    }
    return undefined;
  }

  /** Rolls back in reverse order and drops what was to be released. Never rejects: what fails is reported. */
  async rollback(): Promise<void> {
    this.#outgoing.length = 0;
    for (const participant of this.#participants.splice(0).toReversed()) {
      try {
        await participant.rollback?.();
      } catch (error) {
        this.#report('roll-back', error);
      }
    }
  }

  /** Disposes of what was made for this message. Never rejects: what fails is reported. */
  async dispose(): Promise<void> {
    if (this.#resources.length === 0) return;
    try {
      await disposeAll(this.#resources.splice(0));
    } catch (error) {
      this.#report('disposal', error);
    }
  }

  #report(during: string, error: unknown): void {
    const { engine, messageType } = this.#context;
    engine.instrumentation.record({ kind: 'fault', during: `${during} of ${messageType}`, error });
  }
}

function commitError(messageType: string, cause: unknown): CatgaError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CatgaError('PERSISTENCE_FAILED', `the unit of work of ${messageType} could not be committed: ${reason}`, {
    cause,
    ...(isCatgaError(cause) ? { retryable: cause.retryable } : {}),
  });
}
