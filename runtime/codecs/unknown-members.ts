/** The members of an input that a type does not declare: by name, the MessagePack of each value. */
export type UnknownMembers = ReadonlyMap<string, Uint8Array>;

/**
 * The key under which decoders of `@wire keepUnknown` types keep what the type does not declare, and encoders find it again.
 *
 * It is an own, enumerable member, there only where something was kept: `{ ...value }` and `Object.assign` take it along;
 * `Object.keys`, `JSON.stringify` and `structuredClone` do not see it. It is registered, so that two copies of the package
 * share it.
 *
 * @example
 * ```ts
 * import { unknownMembers } from 'catga/codecs';
 *
 * // A copy that will be sent without what this version does not know.
 * function withoutUnknown<T extends object>(value: T): T {
 *   const copy = { ...value };
 *   Reflect.deleteProperty(copy, unknownMembers);
 *   return copy;
 * }
 * ```
 */
export const unknownMembers: unique symbol = Symbol.for('catga.unknownMembers') as typeof unknownMembers;

/**
 * What was kept of an input because its type is `@wire keepUnknown` and does not declare it.
 *
 * @param value - What a codec decoded, or an object inside it: each object keeps its own.
 * @returns By name, in the order of the input, MessagePack of each value, whichever format it came in (`decode` of
 *   `@msgpack/msgpack` reads it); `undefined` where nothing was kept.
 *
 * @example
 * ```ts
 * import { unknownMembersOf } from 'catga/codecs';
 *
 * function namesOfUnknown(message: object): readonly string[] {
 *   return [...(unknownMembersOf(message)?.keys() ?? [])];
 * }
 * ```
 */
export function unknownMembersOf(value: object): UnknownMembers | undefined {
  const kept = ownUnknown(value);
  return kept instanceof Map ? (kept as UnknownMembers) : undefined;
}

/** Whatever stands under the key; never what a prototype has there. */
export function ownUnknown(value: object): unknown {
  return Object.hasOwn(value, unknownMembers)
    ? (value as { readonly [unknownMembers]?: unknown })[unknownMembers]
    : undefined;
}
