import type { Init, Message } from './contract.ts';

/**
 * Makes a message from its data and carries its wire name: what `catga generate` writes for every plain-data message.
 *
 * @typeParam M - The message type.
 * @typeParam N - Its wire name, as a literal.
 */
export interface MessageConstructor<M extends Message, N extends string = string> {
  /** Copies the declared members of `init` into a message of stable shape, with its wire name in `$type`. */
  (init: Init<M>): M;
  /** The wire name, for example `orders.place-order`. */
  readonly $type: N;
}

/** The message type that a constructor makes. */
export type MessageOf<C> = C extends MessageConstructor<infer M> ? M : never;

/**
 * Gives a plain function that builds a message its wire name. Called by generated code only.
 *
 * @param name - The wire name.
 * @param create - Builds the message, `$type` included. What it gives is compared with the message, which costs a fifth of
 *   type-checking generated code, and is what tells that a member was added and nothing generated since: the constructor
 *   would drop it.
 */
export function define<M extends Message, N extends string>(
  name: N,
  create: (init: Init<M>) => Init<M> & { readonly $type: N },
): MessageConstructor<M, N> {
  // The phantom member exists only in types, so the built value is a message in all that is ever read of it.
  return Object.assign(create as unknown as (init: Init<M>) => M, { $type: name } as const);
}
