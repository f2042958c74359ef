/** What a value is, in memory and in either format. */
export type ValueKind =
  | 'null'
  | 'undefined'
  | 'boolean'
  | 'number'
  | 'bigint'
  | 'string'
  | 'date'
  | 'bytes'
  | 'array'
  | 'map'
  | 'set'
  | 'object';

/**
 * How the variant of a union is found, computed at generation: the index of the variant, or a look at the value itself or
 * at one of its members (of an array: at the element in that place), and what follows from it.
 */
export type Decision = number | { readonly member?: string; readonly cases: readonly DecisionCase[] };

export interface DecisionCase {
  /** The member is not there. */
  readonly absent?: true;
  /** The value is one of these. */
  readonly literals?: readonly (string | number | boolean | bigint)[];
  /** The value is of one of these kinds: in memory, in MessagePack, in JSON. */
  readonly kinds?: readonly [memory: readonly ValueKind[], wire: readonly ValueKind[], json: readonly ValueKind[]];
  readonly leads: Decision;
}
