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
 * What a generated constructor takes that copies the members `K` of `M`: the message. Where a member has been added and
 * nothing generated since, which the constructor would drop, it takes {@link OutOfDate}, so that it does not compile.
 *
 * Comparing names alone takes half of what comparing with all members does (bench generate/typecheck).
 */
export type Copied<M, K> =
  Exclude<keyof M, K | '~catga'> extends never
    ? M
    : // `member?: never` is no member of the data.
      M[Exclude<keyof M, K | '~catga'>] extends undefined
      ? M
      : OutOfDate<Exclude<keyof M, K | '~catga'>>;

/** Says which members a generated constructor does not know: run `catga generate`. */
export interface OutOfDate<Added> {
  readonly 'run catga generate for': Added;
}

/**
 * Gives a plain function that builds a message its wire name. Called by generated code only.
 *
 * @typeParam C - What the constant is declared as.
 * @param name - The wire name.
 * @param create - Builds the message, `$type` included.
 */
export function define<C>(name: string, create: (init: never) => object): C {
  // Generated code declares the constructor of the message whose members it copies.
  return Object.assign(create, { $type: name }) as C;
}
