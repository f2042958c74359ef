import { endsWithin } from '../async/index.ts';
import type { Consumer } from '../delivery/index.ts';
import type { LocalEngine, Mediator } from '../mediator/index.ts';
import { CatgaError } from '../messages/error.ts';
import type { Dispatcher, MessageQueue, Registry } from '../ports/index.ts';
import type { Catga, DeadLetters, Health, StopOptions, StopReport } from './catga.ts';

/** What a running application is made of. */
export interface RunningParts {
  readonly service: string;
  readonly registry: Registry;
  readonly mediator: Mediator;
  readonly engine: LocalEngine;
  readonly queue: MessageQueue;
  readonly consumer: Consumer;
  readonly dispatcher: Dispatcher;
}

// What handlers get to come to an end after their signals were aborted.
const graceMs = 500;

/** The life of an application from its first message to the end of its services. */
export class Running implements Catga {
  readonly service: string;
  readonly registry: Registry;
  readonly mediator: Mediator;
  readonly deadLetters: DeadLetters;
  readonly #parts: RunningParts;
  #status: Health['status'] = 'ready';
  #stopping: Promise<StopReport> | undefined;

  constructor(parts: RunningParts) {
    const { queue } = parts;
    this.#parts = parts;
    this.service = parts.service;
    this.registry = parts.registry;
    this.mediator = parts.mediator;
    this.deadLetters = {
      list: () => queue.deadLetters(),
      replay: (entryId) => queue.replay(entryId),
      discard: (entryId) => queue.discard(entryId),
    };
  }

  health(): Health {
    const { engine, queue } = this.#parts;
    return { status: this.#status, inFlight: engine.inFlight.count, queue: queue.depth() };
  }

  stop(options: StopOptions = {}): Promise<StopReport> {
    return (this.#stopping ??= this.#stop(options.timeoutMs ?? 10_000));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #stop(timeoutMs: number): Promise<StopReport> {
    const { consumer, dispatcher, engine, queue } = this.#parts;
    const { clock } = engine;
    this.#status = 'stopping';
    engine.refuse();
    const drained = await endsWithin(clock, timeoutMs, this.#idle());
    if (!drained) {
      consumer.halt();
      engine.abort(new CatgaError('STOPPED', `the application stops and waited ${timeoutMs} ms for this message`));
      await endsWithin(clock, graceMs, this.#idleHandlers());
    }
    const unfinished = engine.inFlight.count;
    const undelivered = await queue.close();
    const deadLetters = await queue.deadLetters();
    if (unfinished === 0) await consumer.stop();
    engine.close(new CatgaError('STOPPED', 'the application has stopped'));
    try {
      await dispatcher.stop();
    } finally {
      this.#status = 'stopped';
    }
    return { drained, unfinished, undelivered, deadLetters };
  }

  /** Nothing in flight and nothing due; each may bring forth the other. */
  async #idle(): Promise<void> {
    const { consumer, engine } = this.#parts;
    while (engine.inFlight.count > 0 || !consumer.isIdle) {
      await engine.inFlight.idle();
      await consumer.idle();
    }
  }

  async #idleHandlers(): Promise<void> {
    const { consumer, engine } = this.#parts;
    await engine.inFlight.idle();
    await consumer.stop();
  }
}
