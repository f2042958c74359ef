import type { Init } from './contract.ts';

/**
 * Brings a message of a former version one version up. A class that implements it and a constant of this type are found by
 * `catga generate`; what is still stored or sent in the old shape is then read, and handled, as the new one.
 *
 * `Old` is a plain type that you keep: the members as they were. `New` is the message, or the type of the version between.
 * Their places in the chain are their versions. It has no dependencies and is not asynchronous: the old message must say all
 * that is needed.
 *
 * @typeParam Old - The members of the former version.
 * @typeParam New - The message, or the former version after `Old`.
 */
export interface Upcaster<Old, New> {
  readonly upcast: (old: Old) => Init<New>;
}

/**
 * Declares an upcaster as a function.
 *
 * @example
 * ```ts
 * import { upcaster, type DomainEvent, type Upcaster } from 'catga';
 *
 * export interface OrderPlacedV1 {
 *   readonly orderId: string;
 *   readonly total: number;
 * }
 *
 * // Tagged `@version 2` in the comment that documents it.
 * export interface OrderPlaced extends DomainEvent {
 *   readonly orderId: string;
 *   readonly amount: { readonly value: number; readonly currency: string };
 * }
 *
 * export const orderPlacedFromV1: Upcaster<OrderPlacedV1, OrderPlaced> = upcaster((old) => ({
 *   orderId: old.orderId,
 *   amount: { value: old.total, currency: 'EUR' },
 * }));
 * ```
 */
export function upcaster<Old, New>(upcast: (old: Old) => Init<New>): Upcaster<Old, New> {
  return { upcast };
}
