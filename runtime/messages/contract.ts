/** The three kinds of message: a command asks for a change, a query asks for data, an event says what happened. */
export type MessageKind = 'command' | 'query' | 'event';

/**
 * What a message promises to the type checker: its kind and the response its handler gives.
 *
 * A phantom. The member `'~catga'` that carries it exists only in types, never in data: constructors do not write it,
 * codecs do not encode it. It is required and keyed by a string so that a plain object is never taken for a message by
 * accident and two installed copies of this package agree with each other.
 */
export interface Contract<K extends MessageKind, R> {
  readonly kind: K;
  readonly response: R;
}

/** The contract of a {@link ReliableEvent}: an event that is stored before `publish` resolves. */
export interface ReliableContract extends Contract<'event', void> {
  readonly reliable: true;
}

/**
 * Asks for a change and is handled by exactly one handler, which answers with `R`.
 *
 * @example
 * ```ts
 * import type { Command } from 'catga';
 *
 * export interface PlaceOrder extends Command<{ orderId: string }> {
 *   readonly customerId: string;
 * }
 * ```
 */
export interface Command<R = void> {
  readonly '~catga': Contract<'command', R>;
}

/** Asks for data without changing anything and is handled by exactly one handler, which answers with `R`. */
export interface Query<R> {
  readonly '~catga': Contract<'query', R>;
}

/**
 * Says what happened; any number of handlers. Delivered at most once (QoS 0) unless tagged `@qos`.
 *
 * Named `DomainEvent` because `Event` is a global: a forgotten import would resolve to the wrong type silently.
 */
export interface DomainEvent {
  readonly '~catga': Contract<'event', void>;
}

/** An event that must not get lost: delivered at least once (QoS 1) unless tagged `@qos exactlyOnce`. */
export interface ReliableEvent {
  readonly '~catga': ReliableContract;
}

/** Anything that can be sent, enqueued or published. */
export interface Message {
  readonly '~catga': Contract<MessageKind, unknown>;
}

/** A message that is answered: a command or a query. */
export interface RequestMessage {
  readonly '~catga': Contract<'command' | 'query', unknown>;
}

/** A command, whatever its response. */
export interface CommandLike {
  readonly '~catga': Contract<'command', unknown>;
}

/** An event, reliable or not. */
export interface EventMessage {
  readonly '~catga': Contract<'event', void>;
}

/** The response that the handler of `M` gives. */
export type ResponseOf<M extends Message> = M['~catga']['response'];

/**
 * The data of a message: its members without the phantom. What a generated constructor takes.
 *
 * Distributes over unions, so that a message that is a union of shapes keeps them apart.
 */
export type Init<M> = M extends unknown ? { [K in keyof M as K extends '~catga' ? never : K]: M[K] } : never;
