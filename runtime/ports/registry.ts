import type { MessageContext, PublishReceipt } from '../messages/context.ts';
import type { MessageKind } from '../messages/contract.ts';
import type { MessageDescriptor } from '../messages/descriptor.ts';
import type { QualityOfService } from '../messages/quality-of-service.ts';
import type { Result } from '../messages/result.ts';
import type { BatchPort } from './batches.ts';

/**
 * The shape of registries that this runtime can run. Raised whenever generated code of an earlier version could be
 * misread; `createCatga` refuses any other and names `catga generate` as the way out.
 */
export const REGISTRY_FORMAT = 2;

/** Where a message goes. */
export interface Route {
  readonly kind: MessageKind;
  readonly qos: QualityOfService;
  /** The service that handles it, from `@route`. Absent: this application. */
  readonly service?: string;
  /** Reads the partition key off a message, from `@partitionKey`. */
  readonly partitionKey?: (message: never) => string;
  /** Reads the idempotency key off a message, from `@idempotencyKey`. */
  readonly idempotencyKey?: (message: never) => string;
}

/** A composed module: what this registry was generated against, and what is installed now. */
export interface ModuleStamp {
  /** The module's package name. */
  readonly name: string;
  /** The schema hash in the module's manifest when the application was generated. */
  readonly expected: string;
  /** The schema hash that the installed module's own registry carries. */
  readonly actual: string;
}

/** What `catga generate` wrote: everything the runtime executes. Pass it to `createCatga`. */
export interface Registry {
  readonly format: number;
  /** The version of `@catga/cli` that wrote it. */
  readonly generator: string;
  /** Hash of all wire shapes: equal hashes, equal bytes. */
  readonly schemaHash: string;
  readonly namespace: string;
  /** Sorted by name. */
  readonly messages: readonly MessageDescriptor[];
  readonly routes: Readonly<Record<string, Route>>;
  readonly modules: readonly ModuleStamp[];
  /** Constructs services in dependency order and binds handlers to them. */
  readonly start: () => Promise<Dispatcher>;
}

/** One event handler as the queue delivers to it. */
export interface Subscription {
  /** The handler's name, for example `SendReceipt`; unique among the event's handlers. */
  readonly handler: string;
  /** Runs the handler with its behaviors, settled. Never rejects. */
  readonly deliver: (event: never, context: MessageContext) => Promise<Result<unknown>>;
}

/**
 * How a message comes to the emitted switch: with a context of its own, or without one where nothing is known but the message
 * itself. Pipelines that need a context open it; for the others none is made.
 */
export interface Arrival {
  /** The context of `message`, which is the one that arrived. */
  open(message: object): MessageContext;
}

/** The emitted switch: dispatches by `$type`, with every pipeline written out as text. */
export interface Dispatcher {
  /** Runs the one handler of a request, settled. Never throws or rejects. `undefined`: no handler here for this value. */
  readonly send: (message: object, arrival: Arrival) => Promise<Result<unknown>> | undefined;
  /**
   * Runs all handlers of a QoS 0 event in turn and answers with the receipt, which names those that failed. Never rejects.
   * `undefined`: not such an event; those of a higher QoS are stored, and delivered by `subscriptions`.
   */
  readonly publish: (event: object, arrival: Arrival) => Promise<PublishReceipt> | undefined;
  /** The handlers of each event, by wire name, in order. */
  readonly subscriptions: Readonly<Record<string, readonly Subscription[]>>;
  /** The batches of each message that a batch handler takes. Absent: there is none. */
  readonly batches?: readonly BatchPort[];
  /** Disposes of the services in reverse order of construction. */
  readonly stop: () => Promise<void>;
}
