import { Batching, type Parking } from '../batching/index.ts';
import type { Instrumentation } from '../instrumentation/index.ts';
import type { Behavior } from '../messages/behavior.ts';
import type { DeliveryOptions, EnqueueReceipt, PublishReceipt, SendOptions } from '../messages/context.ts';
import type { MessageDescriptor } from '../messages/descriptor.ts';
import { CatgaError } from '../messages/error.ts';
import type { MessageCodecs } from '../messages/message-codecs.ts';
import type { Result } from '../messages/result.ts';
import {
  type Arriving,
  asResult,
  DispatchContext,
  type Engine,
  failureOf,
  type Identity,
  InFlight,
  limited,
  type Origin,
} from '../pipeline/index.ts';
import type {
  BatchLimits,
  Clock,
  Dispatcher,
  MessageQueue,
  QueueEntry,
  Registry,
  Reservation,
} from '../ports/index.ts';
import { commandEntry, eventEntries, isDelayed } from './entries.ts';
import { deliverTo, Layers } from './layers.ts';
import { failed, impostor, refusal, stopped } from './refusal.ts';
import { Wire } from './wire.ts';

/** What an engine is made of; `createCatga` puts it together. */
export interface EngineParts {
  readonly registry: Registry;
  readonly dispatcher: Dispatcher;
  readonly queue: MessageQueue;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly instrumentation: Instrumentation;
  readonly behaviors: readonly Behavior[];
  /** `verifyWire`: the codecs of all messages, by wire name. */
  readonly verifyWith: ReadonlyMap<string, MessageCodecs> | undefined;
  readonly batchLimits: BatchLimits;
}

/** Runs a registry in this process. */
export class LocalEngine implements Engine {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly instrumentation: Instrumentation;
  readonly inFlight: InFlight = new InFlight();
  readonly dispatcher: Dispatcher;
  readonly descriptors: ReadonlyMap<string, MessageDescriptor>;
  /** No option of `createCatga` stands around dispatch, and the application accepts work: the short way may be taken. */
  isPlain: boolean;
  /** As the arrival of a message of which nothing else is known. */
  readonly engine: this = this;
  readonly #registry: Registry;
  readonly #queue: MessageQueue;
  readonly #batching: Batching;
  readonly #layers: Layers;
  readonly #wire: Wire | undefined;
  #accepts = true;

  constructor(parts: EngineParts) {
    this.clock = parts.clock;
    this.newId = parts.newId;
    this.instrumentation = parts.instrumentation;
    this.dispatcher = parts.dispatcher;
    this.#registry = parts.registry;
    this.#queue = parts.queue;
    this.descriptors = new Map(parts.registry.messages.map((descriptor) => [descriptor.name, descriptor]));
    this.#wire = parts.verifyWith === undefined ? undefined : new Wire(parts.verifyWith);
    this.#batching = new Batching(parts.dispatcher.batches ?? [], this.descriptors, parts.batchLimits, parts.clock);
    this.#layers = new Layers(parts.behaviors, this.#wire, parts.instrumentation);
    this.isPlain = this.#layers.isEmpty;
  }

  readonly endGuarded = (result: unknown): Result<unknown> => {
    this.inFlight.leave();
    return asResult(result);
  };

  readonly failGuarded = (thrown: unknown): Result<unknown> => {
    this.inFlight.leave();
    return failureOf(thrown);
  };

  /** Refuses new work from the edges; what handlers start on behalf of accepted messages goes on. */
  refuse(): void {
    this.#accepts = false;
    this.isPlain = false;
    this.#batching.drain();
  }

  /** Aborts what is in flight, and answers what waits for a batch: it will not be handled any more. */
  abort(reason: CatgaError): void {
    this.#batching.halt(reason);
    this.inFlight.abort(reason);
  }

  /** Ends what an idle engine still holds: its timer. */
  close(reason: CatgaError): void {
    this.#batching.halt(reason);
  }

  parkingOf(entry: QueueEntry): Parking | undefined {
    return this.#batching.parkingOf(entry);
  }

  send(
    message: object,
    options: SendOptions | undefined,
    parent: DispatchContext | undefined,
  ): Promise<Result<unknown>> {
    if (parent === undefined && !this.#accepts) return failed(stopped());
    if (typeof message !== 'object' || message === null) return failed(this.#refusal(message, 'request'));
    const context = new DispatchContext(this, message, originOf(options, parent, parent));
    if (options === undefined) return this.#pass(message, context);
    const { signal, timeoutMs } = options;
    if (timeoutMs !== undefined && !(timeoutMs > 0)) {
      return failed(new CatgaError('CONFIGURATION_INVALID', `timeoutMs must be greater than 0, but is ${timeoutMs}`));
    }
    if (signal?.aborted === true) {
      return failed(
        new CatgaError('CANCELLED', 'the signal had been aborted before the message was sent', {
          cause: signal.reason,
        }),
      );
    }
    if (signal === undefined && timeoutMs === undefined) return this.#pass(message, context);
    return limited(context, { signal, timeoutMs }, () => this.#pass(message, context));
  }

  open(message: object): DispatchContext {
    return new DispatchContext(this, message, undefined);
  }

  end(): void {
    this.inFlight.leave();
  }

  takeMessageId(): string {
    return this.newId();
  }

  /** The short way: runs the emitted switch and nothing else. Watched by `bench dispatch send/8`. Never throws or rejects. */
  sendPlain(message: object): Promise<Result<unknown>> {
    if (typeof message !== 'object' || message === null) return failed(this.#refusal(message, 'request'));
    this.inFlight.count++;
    return this.dispatcher.send(message, this) ?? this.#refuseRequest(message, this);
  }

  async publish(
    event: object,
    options: DeliveryOptions | undefined,
    parent: DispatchContext | undefined,
  ): Promise<PublishReceipt> {
    if (parent === undefined && !this.#accepts) throw stopped();
    const descriptor = this.#describe(event);
    if (descriptor?.kind !== 'event') throw this.#refusal(event, 'event');
    const context = new DispatchContext(this, event, originOf(options, parent));
    if (descriptor.qos === 0 && !isDelayed(options)) return await this.#publishNow(event, descriptor, context);
    const subscriptions = this.dispatcher.subscriptions[descriptor.name] ?? [];
    const message = this.#wire?.message(event) ?? event;
    const entries = eventEntries(message, descriptor, subscriptions, context, options, this.clock);
    const stored = await this.#keep(entries, parent);
    return { messageId: context.messageId, handlers: entries.length, failures: [], stored };
  }

  async enqueue(
    command: object,
    options: DeliveryOptions | undefined,
    parent: DispatchContext | undefined,
  ): Promise<EnqueueReceipt> {
    if (parent === undefined && !this.#accepts) throw stopped();
    const descriptor = this.#describe(command);
    if (descriptor?.kind !== 'command' || descriptor.handlers.length === 0) throw this.#refusal(command, 'command');
    const context = new DispatchContext(this, command, originOf(options, parent));
    const message = this.#wire?.message(command) ?? command;
    const stored = await this.#keep([commandEntry(message, descriptor, context, options, this.clock)], parent);
    return { messageId: context.messageId, stored };
  }

  /** Hands a stored message to its handler. Never rejects. */
  deliver(context: DispatchContext, entry: QueueEntry): Promise<Result<unknown>> {
    const { handler, message } = entry;
    if (handler === undefined) return this.#pass(message, context, 'deliver');
    const subscription = this.dispatcher.subscriptions[entry.messageType]?.find((each) => each.handler === handler);
    if (subscription === undefined) {
      return failed(
        new CatgaError(
          'HANDLER_NOT_FOUND',
          `event ${entry.messageType} has no handler named ${handler} in this application`,
        ),
      );
    }
    const inner = deliverTo(subscription);
    if (this.#layers.isEmpty) return inner(message, context);
    return this.#layers.run({ operation: 'deliver', handler, context, message }, inner);
  }

  reserve(count: number, signal?: AbortSignal): Promise<Reservation> {
    return this.#queue.reserve(count, signal);
  }

  async store(reservation: Reservation, entries: readonly QueueEntry[]): Promise<void> {
    const stored = await reservation.add(entries);
    const duplicates = stored.filter((isNew) => !isNew).length;
    this.instrumentation.record({ kind: 'stored', entries: entries.length - duplicates, duplicates });
  }

  #pass(message: object, context: DispatchContext, operation: 'send' | 'deliver' = 'send'): Promise<Result<unknown>> {
    if (this.#layers.isEmpty) return this.#dispatch(message, context);
    return this.#layers.run({ operation, context, message }, (each, own) => this.#dispatch(each, own));
  }

  #dispatch(message: object, context: DispatchContext): Promise<Result<unknown>> {
    context.begin();
    return this.dispatcher.send(message, context) ?? this.#refuseRequest(message, context);
  }

  /** The short way for QoS 0 without options; watched by `bench dispatch publish/3`. */
  publishPlain(event: object): Promise<PublishReceipt> {
    if (typeof event === 'object' && event !== null) {
      this.inFlight.count++;
      const running = this.dispatcher.publish(event, this);
      if (running !== undefined) return running;
      this.inFlight.leave();
    }
    return this.publish(event, undefined, undefined);
  }

  #publishNow(event: object, descriptor: MessageDescriptor, context: DispatchContext): Promise<PublishReceipt> {
    if (!this.#layers.isEmpty) {
      return this.#layers.publish(event, this.dispatcher.subscriptions[descriptor.name] ?? [], context);
    }
    context.begin();
    return this.dispatcher.publish(event, context) ?? this.#publishUnhandled(event, context);
  }

  /** Known to the registry, but not handled here: nothing to do. Or no message at all. */
  #publishUnhandled(event: object, arrival: Arriving): Promise<PublishReceipt> {
    arrival.end();
    const why = impostor(event);
    if (why !== undefined) return Promise.reject(why);
    return Promise.resolve({ messageId: arrival.takeMessageId(), handlers: 0, failures: [], stored: false });
  }

  /** Stores entries at once, or holds them back until the unit of work of `parent` commits. */
  async #keep(entries: readonly QueueEntry[], parent: DispatchContext | undefined): Promise<boolean> {
    if (parent !== undefined) {
      parent.openUnit().hold(entries);
      return false;
    }
    if (entries.length === 0) return true;
    // In flight until it is stored: an application that stops in between would not know of it.
    this.inFlight.count++;
    try {
      await this.store(await this.#queue.reserve(entries.length), entries);
    } finally {
      this.inFlight.leave();
    }
    return true;
  }

  #describe(message: unknown): MessageDescriptor | undefined {
    if (typeof message !== 'object' || message === null) return undefined;
    const { $type } = message as { readonly $type?: unknown };
    return typeof $type === 'string' ? this.descriptors.get($type) : undefined;
  }

  #refuseRequest(message: unknown, arrival: Arriving): Promise<Result<unknown>> {
    arrival.end();
    return failed(this.#refusal(message, 'request'));
  }

  #refusal(message: unknown, wanted: 'request' | 'event' | 'command'): CatgaError {
    return refusal(message, { descriptors: this.descriptors, routes: this.#registry.routes }, wanted);
  }
}

function originOf(
  identity: Identity | undefined,
  parent?: DispatchContext,
  outer?: DispatchContext,
): Origin | undefined {
  return identity === undefined && parent === undefined ? undefined : { identity, parent, outer };
}
