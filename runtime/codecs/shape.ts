import type { BinaryKind } from './binary-kind.ts';
import type { Constant } from './constant.ts';
import type { Decision } from './decision.ts';
import type { Literal } from './literals.ts';
import type { Read } from './reader.ts';
import type { TemporalKind } from './temporal-kind.ts';

/**
 * The shape of a type as data. It drives the JSON half of a codec (JSON is parsed and printed by the platform, so a table
 * costs little there), and the MessagePack half wherever input is not in the usual order: so generated modules stay small.
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
  | ObjectShape
  | LiteralsShape
  | { readonly kind: 'unknown'; readonly read: Read }
  | { readonly kind: 'array' | 'set'; readonly element: Shape }
  | TupleShape
  | { readonly kind: 'binary'; readonly type: BinaryKind }
  | { readonly kind: 'temporal'; readonly type: TemporalKind }
  | PatternShape
  | { readonly kind: 'map'; readonly key: Shape; readonly value: Shape }
  | RecordShape
  /** A type or `null`, a type or `undefined`. */
  | { readonly kind: 'nullable' | 'undefinable'; readonly of: Shape }
  | { readonly kind: 'union'; readonly decision: Decision; readonly variants: readonly Shape[] }
  /** A message whose body is shared with other types. */
  | { readonly kind: 'message'; readonly type: string; readonly body: Shape }
  | NamedShape;

/** A named type: made on first use, because types may refer to each other in a circle, and most are never needed. */
export interface NamedShape {
  readonly kind: 'named';
  readonly of: () => Shape;
  readonly recursive: boolean;
}

export interface LiteralsShape {
  readonly kind: 'literals';
  readonly values: readonly Literal[];
  /** Their MessagePack. */
  readonly constants: readonly Constant[];
  /** Where among the values each stands. */
  readonly places: ReadonlyMap<Literal, number>;
}

export interface TupleShape {
  readonly kind: 'tuple';
  readonly elements: readonly Shape[];
  /** How many of the last elements may be left out. */
  readonly optional: number;
  readonly rest?: Shape;
  readonly trailing: readonly Shape[];
}

/** Text of a form. */
export interface PatternShape {
  readonly kind: 'pattern';
  /** As it is written in TypeScript, for messages. */
  readonly text: string;
  readonly matches: (text: string) => boolean;
}

export interface RecordShape {
  readonly kind: 'record';
  readonly key: 'string' | 'number';
  /** What keys look like; of an object with members of its own, other keys are not data. */
  readonly keys?: PatternShape;
  readonly value: Shape;
  /** The type has `undefined` as a value: such entries are written. */
  readonly undefinable?: true;
}

export interface ObjectShape extends ObjectExtras {
  readonly kind: 'object';
  readonly members: readonly MemberShape[];
  /** Where among the members each stands. */
  readonly places: ReadonlyMap<string, number>;
}

export interface ObjectExtras {
  readonly index?: RecordShape;
  /** Makes an instance of a class from its members. */
  readonly construct?: (members: Readonly<Record<string, unknown>>) => unknown;
  /** The wire name that a decoded message carries. */
  readonly type?: string;
  /** An array in MessagePack. */
  readonly positional?: true;
  /** Members that are not declared are kept when it is decoded, and written when it is encoded. */
  readonly keepUnknown?: true;
}

/**
 * The third part tells that it may be left out: it comes back absent, or present as `undefined`. The fourth, that nil can be
 * its value.
 */
export type MemberShape = readonly [name: string, shape: Shape, absent?: 'absent' | 'undefined', nil?: true];
