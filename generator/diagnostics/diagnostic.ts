import type { SourcePosition } from '../model/types.ts';

/** One finding. What it says is made from the table's template, so that tools can rely on the id and the arguments. */
export interface Diagnostic {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** What is wrong, because of what. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  readonly position: SourcePosition;
  /** Where the offending node ends, for the code frame; absent: the rest of the word at `position`. */
  readonly end?: { readonly line: number; readonly column: number };
  /** The member concerned: `OrderPlaced.lines[].price`. */
  readonly path?: string;
  /** Why it is reached, outermost first: `['PlaceOrderHandler', 'OrderRepository']`. */
  readonly neededBy?: readonly string[];
  /** Other places that belong to the same cause. */
  readonly related?: readonly { readonly position: SourcePosition; readonly message: string }[];
}
