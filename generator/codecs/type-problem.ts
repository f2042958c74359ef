import type { SourcePosition, TypeModel } from '../model/types.ts';

/** Why a type cannot be encoded so that decoding gives the same value back. */
export type TypeProblemKind =
  /** Two variants of a union cannot be told apart by a valid value, in MessagePack or in JSON. */
  | 'undecidable-union'
  /** `null` and `undefined` in one element position: both are nil on the wire. */
  | 'null-and-undefined'
  /** The model refers to a type that it does not define. */
  | 'unknown-reference';

/** One finding of {@link findTypeProblems}; the scanner's diagnostics are made from these. */
export interface TypeProblem {
  readonly kind: TypeProblemKind;
  /** Id of the type definition; for a response, `<module>#<message> response`. */
  readonly type: string;
  /** Where in that type: `lines[].price`, `attributes{}`; empty for the type itself. */
  readonly path: string;
  /** The member of that type, where it is in one. */
  readonly member?: string;
  readonly position: SourcePosition;
  /** The two variants that clash, as a reader would write them. Empty for `unknown-reference`. */
  readonly clash: readonly string[];
  /** The same as data. */
  readonly variants: readonly TypeModel[];
  /** What they have in common, in words: `both are strings in JSON`. */
  readonly reason: string;
}
