import { onAbort } from '../async/index.ts';
import type { BatchContext } from '../messages/batch-context.ts';
import type { Result } from '../messages/result.ts';
import { conclude, DispatchContext, type Engine } from '../pipeline/index.ts';
import type { Item } from './lane.ts';
import { allFailed, handled } from './outcomes.ts';

/** A batch while it is being handled: its context, with one unit of work for all that succeeds. */
export class BatchRun extends DispatchContext implements BatchContext {
  readonly items: readonly Item[];
  #contexts: readonly DispatchContext[] | undefined;
  #ignore: readonly (() => void)[] | undefined;

  constructor(engine: Engine, items: readonly Item[], first: Item) {
    super(engine, first.message, undefined);
    this.items = items;
    this.attempt = first.context.attempt;
    // Until the batch has been handled, what becomes of its messages is not known: nobody may be told that one failed.
    for (const { context } of items) if (context.phase === 'open') context.phase = 'batched';
  }

  get contexts(): readonly DispatchContext[] {
    return (this.#contexts ??= this.items.map(({ context, message }) => {
      const { causationId, correlationId, messageId } = context;
      const identity = { causationId, correlationId, messageId };
      const own = new DispatchContext(this.engine, message, { identity, parent: context, outer: this });
      own.attempt = context.attempt;
      return own;
    }));
  }

  override get deadline(): number | undefined {
    let latest: number | undefined;
    for (const { context } of this.items) {
      const { deadline } = context;
      if (deadline === undefined) return undefined;
      if (latest === undefined || deadline > latest) latest = deadline;
    }
    return latest;
  }

  override get signal(): AbortSignal {
    this.#ignore ??= this.#watch();
    return super.signal;
  }

  /** Commits or rolls back by what each message came to. Never rejects. */
  async settle(outcomes: readonly Result<unknown>[]): Promise<readonly Result<unknown>[]> {
    try {
      const own: Result<unknown>[] = [];
      for (const [index, outcome] of outcomes.entries()) {
        const context = this.#contexts?.[index];
        own.push(context === undefined ? outcome : await conclude(context, outcome));
        context?.close();
      }
      const failure = own.every(({ ok }) => !ok) ? own[0] : undefined;
      const whole = await conclude(this, failure ?? handled);
      if (whole.ok || failure !== undefined) return own;
      const uncommitted = allFailed(this.items, whole);
      return own.map((result, index) => (result.ok ? (uncommitted[index] ?? whole) : result));
    } finally {
      for (const ignore of this.#ignore ?? []) ignore();
      this.close();
      for (const { context } of this.items) if (context.phase === 'batched') context.phase = 'open';
    }
  }

  // Aborts when nobody waits any more. A message that cannot be given up is waited for to the end.
  #watch(): readonly (() => void)[] {
    if (!this.items.every(({ context }) => context.isLimited)) return [];
    const controller = this.limit(undefined);
    let waiting = this.items.length;
    const leave = (reason: unknown): void => {
      if (--waiting === 0) controller.abort(reason);
    };
    return this.items.map(({ context }) => {
      const { signal } = context;
      if (!signal.aborted) return onAbort(signal, leave);
      leave(signal.reason);
      return () => undefined;
    });
  }
}
