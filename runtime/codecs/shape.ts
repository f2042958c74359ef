import type { Decision } from './decision.ts';

/**
 * The shape of a type as data: what the JSON half of a codec is driven by. JSON is parsed and printed by the platform, so
 * a table costs little there, and generated modules stay small.
 */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'null'
  | 'undefined'
  | 'date'
  | 'bytes'
  | 'unknown'
  | ObjectShape
  | { readonly kind: 'literals'; readonly values: readonly (string | number | boolean | bigint)[] }
  | { readonly kind: 'array' | 'set'; readonly element: Shape }
  | { readonly kind: 'tuple'; readonly elements: readonly Shape[] }
  | { readonly kind: 'map'; readonly key: Shape; readonly value: Shape }
  | RecordShape
  | { readonly kind: 'union'; readonly decision: Decision; readonly variants: readonly Shape[] }
  /** A message whose body is shared with other types. */
  | { readonly kind: 'message'; readonly type: string; readonly body: Shape }
  /** A named type; a function because types may refer to each other in a circle. */
  | { readonly kind: 'reference'; readonly of: () => Shape; readonly recursive?: true };

export interface RecordShape {
  readonly kind: 'record';
  readonly key: 'string' | 'number';
  readonly value: Shape;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly members: readonly MemberShape[];
  readonly index?: RecordShape;
  /** Makes an instance of a class from its members. */
  readonly construct?: (members: Readonly<Record<string, unknown>>) => unknown;
  /** The wire name that a decoded message carries. */
  readonly type?: string;
}

export interface MemberShape {
  readonly name: string;
  readonly shape: Shape;
  /** May be left out: comes back absent, or present as `undefined`. */
  readonly absent?: 'absent' | 'undefined';
}
