import { nextTurn, onAbort } from '../async/index.ts';
import type { BatchContext } from '../messages/batch-context.ts';
import type { MessageContext } from '../messages/context.ts';
import { CatgaError } from '../messages/error.ts';
import type { Result } from '../messages/result.ts';
import { type DispatchContext, failureOf } from '../pipeline/index.ts';
import type { BatchPort, BatchSettings } from '../ports/index.ts';
import { BatchRun } from './batch-run.ts';
import { type Item, type Lane, takeFrom } from './lane.ts';
import { runBatch } from './run-batch.ts';

/** What emitted code knows about the batches of one message for one handler. */
export interface BatchDeclaration<M> {
  /** The wire name. */
  readonly message: string;
  readonly handler: string;
  readonly isEvent?: true;
  /** From `@partitionKey`: messages of one key are handled in order, by one batch at a time. */
  readonly key?: (message: M) => string;
  readonly handle: (messages: readonly M[], context: BatchContext) => Promise<unknown>;
}

interface Waiting {
  readonly item: Item;
  readonly key: string | undefined;
  /** Ends what the wait has set up. */
  readonly end: () => void;
}

/**
 * Collects the messages of one handler into batches. A batch begins when it is full, or when its first message has waited
 * long enough; how many are handled at a time and how many messages may be pending is bounded. Nothing is discarded to
 * make room: whoever finds none waits in line.
 */
export class Batches<M extends object> implements BatchPort {
  readonly messageType: string;
  readonly handler: string;
  readonly #declaration: BatchDeclaration<M>;
  readonly #lanes: Map<string | undefined, Lane> = new Map<string | undefined, Lane>();
  /** Lanes whose next batch may begin, in the order in which they came to it. */
  readonly #ready: Set<Lane> = new Set<Lane>();
  readonly #line: Set<Waiting> = new Set<Waiting>();
  #settings: BatchSettings | undefined;
  #pending = 0;
  #running = 0;
  #isDraining = false;
  #flushing = false;
  #halted: CatgaError | undefined;

  constructor(declaration: BatchDeclaration<M>) {
    this.messageType = declaration.message;
    this.handler = declaration.handler;
    this.#declaration = declaration;
  }

  open(settings: BatchSettings): void {
    this.#settings = settings;
  }

  /** Adds a command or query; its own result. Never rejects. */
  request(message: M, context: MessageContext): Promise<Result<unknown>> {
    const settings = this.#settings;
    // Emitted code passes on the context that the mediator made.
    const own = context as DispatchContext;
    if (settings === undefined || this.#halted !== undefined) {
      return Promise.resolve({ ok: false, error: this.#halted ?? notOpen() });
    }
    let key: string | undefined;
    try {
      key = this.#declaration.key?.(message);
    } catch (thrown) {
      return Promise.resolve(failureOf(thrown));
    }
    return new Promise((resolve) => {
      this.#accept({ message, context: own, resolve, alone: own.attempt > 1, arrivedAt: 0 }, key, settings);
    });
  }

  /** Adds an event. Rejects with why it failed. */
  async event(event: M, context: MessageContext): Promise<void> {
    const result = await this.request(event, context);
    if (!result.ok) throw result.error;
  }

  drain(): void {
    this.#isDraining = true;
    if (this.#lanes.size > 0) this.#flushSoon();
  }

  halt(reason: CatgaError): void {
    this.#halted = reason;
    for (const waiting of this.#line) {
      waiting.end();
      waiting.item.resolve({ ok: false, error: reason });
    }
    this.#line.clear();
    this.#ready.clear();
    for (const lane of this.#lanes.values()) {
      lane.callOff?.();
      lane.callOff = undefined;
      this.#refuse(lane.items.splice(0), reason);
    }
    this.#lanes.clear();
  }

  #accept(item: Item, key: string | undefined, settings: BatchSettings): void {
    const { limits } = settings;
    if (this.#isInside(item.context)) {
      // It would wait for the batch that waits for it.
      void this.#run([item], item, 'nested');
    } else if (this.#line.size === 0 && this.#pending < limits.maxPending) this.#admit(item, key, settings);
    else this.#queueUp(item, key, settings);
  }

  #queueUp(item: Item, key: string | undefined, { deadlines, limits }: BatchSettings): void {
    // A controller for each message in line would cost more than all else: nobody can give up one without limits.
    const signal = item.context.isLimited ? item.context.signal : undefined;
    const isStored = item.context.origin?.isStored === true;
    const leave = (error: CatgaError): void => {
      if (!this.#line.delete(waiting)) return;
      waiting.end();
      item.resolve({ ok: false, error });
    };
    // A stored message has nobody who waits for it, and refusing it would count as a failed delivery.
    const callOff = isStored
      ? undefined
      : deadlines.add(limits.roomWaitMs, () => leave(this.#overloaded(limits.maxPending, limits.roomWaitMs)));
    const ignore = signal && onAbort(signal, (cause) => leave(this.#givenUp(cause)));
    const waiting: Waiting = {
      item,
      key,
      end: () => {
        callOff?.();
        ignore?.();
      },
    };
    this.#line.add(waiting);
    if (signal?.aborted === true) leave(this.#givenUp(signal.reason));
    else if (!isStored && limits.roomWaitMs === 0) leave(this.#overloaded(limits.maxPending, 0));
  }

  #admit(item: Item, key: string | undefined, settings: BatchSettings): void {
    this.#pending++;
    item.arrivedAt = settings.clock.monotonic();
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      lane = { key, items: [], running: 0, callOff: undefined };
      this.#lanes.set(key, lane);
    }
    lane.items.push(item);
    this.#review(lane, settings);
    this.#pump(settings);
  }

  /** Decides whether the next batch of a lane may begin, or when. */
  #review(lane: Lane, settings: BatchSettings): void {
    const [first] = lane.items;
    if (first === undefined) {
      lane.callOff?.();
      lane.callOff = undefined;
      if (lane.running === 0) this.#lanes.delete(lane.key);
      return;
    }
    // Messages of one key are in one batch at a time.
    if (lane.key !== undefined && lane.running > 0) return;
    const { clock, deadlines, policy } = settings;
    if (lane.items.length >= policy.size || first.alone) {
      this.#makeReady(lane);
      return;
    }
    if (this.#isDraining || policy.waitMs === 0) {
      this.#flushSoon();
      return;
    }
    if (lane.callOff !== undefined || this.#ready.has(lane)) return;
    const restMs = first.arrivedAt + policy.waitMs - clock.monotonic();
    if (restMs <= 0) this.#makeReady(lane);
    else {
      lane.callOff = deadlines.add(restMs, () => {
        lane.callOff = undefined;
        this.#makeReady(lane);
        this.#pump(settings);
      });
    }
  }

  #makeReady(lane: Lane): void {
    lane.callOff?.();
    lane.callOff = undefined;
    this.#ready.add(lane);
  }

  /** Begins all that waits, once what is on its way already has joined it. */
  #flushSoon(): void {
    const settings = this.#settings;
    if (this.#flushing || settings === undefined) return;
    this.#flushing = true;
    void this.#flush(settings);
  }

  async #flush(settings: BatchSettings): Promise<void> {
    await nextTurn();
    this.#flushing = false;
    if (this.#halted !== undefined) return;
    for (const lane of this.#lanes.values()) {
      if (lane.items.length > 0 && (lane.key === undefined || lane.running === 0)) this.#makeReady(lane);
    }
    this.#pump(settings);
  }

  #pump(settings: BatchSettings): void {
    const { limits, policy } = settings;
    for (const lane of this.#ready) {
      if (this.#running >= limits.concurrency) return;
      this.#ready.delete(lane);
      const { batch, given } = takeFrom(lane, policy.size);
      if (given.length > 0) this.#refuse(given, this.#givenUp(undefined));
      const [first] = batch;
      if (first !== undefined) void this.#runFor(lane, batch, first, settings);
      this.#review(lane, settings);
    }
  }

  async #runFor(lane: Lane, batch: readonly Item[], first: Item, settings: BatchSettings): Promise<void> {
    const full = batch.length >= settings.policy.size;
    lane.running++;
    this.#running++;
    await this.#run(batch, first, first.alone ? 'alone' : full ? 'size' : this.#isDraining ? 'drain' : 'time');
    this.#running--;
    lane.running--;
    this.#pending -= batch.length;
    if (this.#halted !== undefined) return;
    this.#review(lane, settings);
    this.#admitWaiting(settings);
    this.#pump(settings);
  }

  async #run(
    batch: readonly Item[],
    first: Item,
    cause: 'alone' | 'drain' | 'nested' | 'size' | 'time',
  ): Promise<void> {
    const run = new BatchRun(first.context.engine, batch, first);
    const { handle, handler, isEvent } = this.#declaration;
    // The items are messages of this handler: `request` took them in.
    const messages = batch.map(({ message }) => message) as unknown as readonly M[];
    inside.set(run, this);
    const results = await runBatch(run, () => handle(messages, run), { handler, cause, isEvent: isEvent === true });
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] ?? failureOf(undefined));
  }

  #admitWaiting(settings: BatchSettings): void {
    for (const waiting of this.#line) {
      if (this.#pending >= settings.limits.maxPending) return;
      this.#line.delete(waiting);
      waiting.end();
      this.#admit(waiting.item, waiting.key, settings);
    }
  }

  #refuse(items: readonly Item[], error: CatgaError): void {
    this.#pending -= items.length;
    for (const { resolve } of items) resolve({ ok: false, error });
  }

  /** Whether a message was sent, however indirectly, by a batch of this very handler. */
  #isInside(context: DispatchContext): boolean {
    for (let at = context.parent; at !== undefined; at = at.parent) {
      const outer = at.origin?.outer;
      if (inside.get(at) === this || (outer !== undefined && inside.get(outer) === this)) return true;
    }
    return false;
  }

  #givenUp(cause: unknown): CatgaError {
    return new CatgaError('CANCELLED', `${this.messageType} was given up before its batch began`, { cause });
  }

  #overloaded(maxPending: number, waitedMs: number): CatgaError {
    return new CatgaError(
      'OVERLOADED',
      `${this.handler} has ${maxPending} messages pending and made no room within ${waitedMs} ms: ${this.messageType} was not handled`,
    );
  }
}

// Which batches a context of a batch belongs to.
const inside: WeakMap<DispatchContext, Batches<never>> = new WeakMap<DispatchContext, Batches<never>>();

function notOpen(): CatgaError {
  return new CatgaError('INTERNAL_ERROR', 'batches were used before the application had opened them');
}
