import { nextTurn, pause } from '../async/index.ts';
import type { Parking } from '../batching/index.ts';
import type { Instrumentation } from '../instrumentation/index.ts';
import type { CatgaError } from '../messages/error.ts';
import type { Result } from '../messages/result.ts';
import { DispatchContext, type Engine } from '../pipeline/index.ts';
import type { Delivery, MessageQueue, QueueEntry } from '../ports/index.ts';
import { type DeliveryPolicy, redeliveryDelay } from './policy.ts';

/** What a consumer needs of an engine. */
export interface DeliveringEngine extends Engine {
  /** Hands a stored message to its handler. Never rejects. */
  readonly deliver: (context: DispatchContext, entry: QueueEntry) => Promise<Result<unknown>>;
  /** How many messages like this one may be on their way at a time; `undefined` where they are not handled in batches. */
  readonly parkingOf: (entry: QueueEntry) => Parking | undefined;
}

interface Parked {
  count: number;
  readonly waiting: (() => void)[];
}

// Promises alone never let timers and sockets have a turn: a backlog would stop the process from doing anything else.
const deliveriesPerTurn = 64;

// A queue that fails must not be asked again in a tight loop.
const pauseAfterFaultMs = 1_000;

/** Takes messages from a queue, hands them to their handlers and acknowledges what was handled, never before. */
export class Consumer {
  readonly #engine: DeliveringEngine;
  readonly #queue: MessageQueue;
  readonly #policy: DeliveryPolicy;
  readonly #instrumentation: Instrumentation;
  readonly #pulling: AbortController = new AbortController();
  readonly #workers: readonly Promise<void>[];
  // Messages that wait for their batch do not keep a worker: with a few workers no batch would ever fill.
  readonly #parked: Map<string, Parked> = new Map<string, Parked>();
  #busy = 0;
  #handled = 0;
  #isHalted = false;
  #onHandled: (() => void)[] = [];

  constructor(engine: DeliveringEngine, queue: MessageQueue, policy: DeliveryPolicy) {
    this.#engine = engine;
    this.#queue = queue;
    this.#policy = policy;
    this.#instrumentation = engine.instrumentation;
    this.#workers = Array.from({ length: policy.concurrency }, () => this.#work());
  }

  /** Whether nothing is due or being handled. What is delayed is not waited for. */
  get isIdle(): boolean {
    const { inFlight, ready } = this.#queue.depth();
    // What has been handed out is on its way to a worker, even where none is busy yet.
    return this.#busy === 0 && ready === 0 && inFlight === 0;
  }

  /** Resolves when nothing is due or being handled. */
  async idle(): Promise<void> {
    while (!this.isIdle) await new Promise<void>((resolve) => this.#onHandled.push(resolve));
  }

  /** From now on a message that fails was cut off by the shutdown: it goes back instead of counting as failed. */
  halt(): void {
    this.#isHalted = true;
    this.#pulling.abort();
  }

  /** Takes no more messages and resolves when those taken have been handled. */
  async stop(): Promise<void> {
    this.#pulling.abort();
    await Promise.all(this.#workers);
    while (this.#busy > 0) await new Promise<void>((resolve) => this.#onHandled.push(resolve));
  }

  async #work(): Promise<void> {
    const { signal } = this.#pulling;
    while (!signal.aborted) {
      try {
        const delivery = await this.#queue.next(signal);
        if (delivery === undefined) return;
        const parking = this.#engine.parkingOf(delivery.entry);
        if (parking === undefined) await this.#handle(delivery);
        else await this.#park(delivery, parking);
        if (++this.#handled % deliveriesPerTurn === 0) await nextTurn();
      } catch (error) {
        this.#instrumentation.record({ kind: 'fault', during: 'delivery', error });
        await pause(this.#engine.clock, pauseAfterFaultMs, signal);
      }
    }
  }

  /** Resolves when there is room for one more message of the same handler. */
  async #park(delivery: Delivery, { limit, place }: Parking): Promise<void> {
    const parked = this.#parked.get(place) ?? { count: 0, waiting: [] };
    this.#parked.set(place, parked);
    void this.#unpark(delivery, parked);
    while (parked.count >= limit) await new Promise<void>((resolve) => parked.waiting.push(resolve));
  }

  async #unpark(delivery: Delivery, parked: Parked): Promise<void> {
    parked.count++;
    try {
      await this.#handle(delivery);
    } catch (error) {
      this.#instrumentation.record({ kind: 'fault', during: 'delivery', error });
    } finally {
      parked.count--;
      // All of them: there may be more on their way than the limit says, since each worker parks one before it looks.
      for (const goOn of parked.waiting.splice(0)) goOn();
    }
  }

  async #handle(delivery: Delivery): Promise<void> {
    const { causationId, correlationId, message, messageId } = delivery.entry;
    const origin = { identity: { causationId, correlationId, messageId }, isStored: true } as const;
    const context = new DispatchContext(this.#engine, message, origin);
    context.attempt = delivery.attempt;
    this.#busy++;
    try {
      const result = await this.#engine.deliver(context, delivery.entry);
      if (result.ok) await delivery.ack();
      else await this.#onFailure(delivery, context, result.error);
    } finally {
      this.#busy--;
      for (const resolve of this.#onHandled.splice(0)) resolve();
    }
  }

  async #onFailure(delivery: Delivery, context: DispatchContext, error: CatgaError): Promise<void> {
    if (this.#isHalted) {
      await delivery.giveBack();
      return;
    }
    const { handler } = delivery.entry;
    const named = handler === undefined ? {} : { handler };
    const delayMs = redeliveryDelay(this.#policy, delivery, error);
    if (delayMs === undefined) {
      await delivery.bury(error);
      this.#instrumentation.record({ kind: 'deadLettered', context, ...named, error });
    } else {
      await delivery.retry(delayMs);
      this.#instrumentation.record({ kind: 'redelivery', context, ...named, delayMs, error });
    }
  }
}
