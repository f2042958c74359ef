import { key, type Constant } from './constant.ts';
import { literals, type Literal } from './literals.ts';

/** What a value is, in memory and in either format. */
export type ValueKind =
  | 'null'
  | 'undefined'
  | 'boolean'
  | 'number'
  | 'bigint'
  | 'string'
  | 'date'
  | 'temporal'
  | 'bytes'
  | 'buffer'
  | 'typed'
  | 'array'
  | 'map'
  | 'set'
  | 'object'
  /** An object that is an array in MessagePack. */
  | 'positional';

/**
 * How the variant of a union is found, computed at generation: the index of the variant, or a look at the value itself or
 * at one of its members (of an array: at the element in that place), and what follows from it.
 */
export type Decision = number | Look;

export interface Look {
  readonly member?: string;
  readonly cases: readonly DecisionCase[];
  /** Where a member's literal alone decides. */
  readonly tag?: Tag;
  /** The decision in MessagePack, where that is another: there members may have places instead of names. */
  readonly wire?: Decision;
}

/** MessagePack of a deciding member, or its place, and the variants that its literals lead to. */
export interface Tag {
  readonly key: Constant | number;
  readonly literals: readonly Constant[];
  readonly variants: readonly number[];
}

export interface DecisionCase {
  /** The member is not there. */
  readonly absent?: true;
  /** The value is one of these. */
  readonly literals?: readonly Literal[];
  /** The value is of one of these kinds: in memory, in MessagePack, in JSON. */
  readonly kinds?: Kinds;
  readonly leads: Decision;
}

export type Kinds = readonly [memory: readonly ValueKind[], wire: readonly ValueKind[], json: readonly ValueKind[]];

/** How each kind appears: in MessagePack and in JSON. */
export const appearances: Readonly<
  Record<ValueKind, readonly [wire: readonly ValueKind[], json: readonly ValueKind[]]>
> = {
  null: [['null'], ['null']],
  undefined: [['null'], ['null']],
  boolean: [['boolean'], ['boolean']],
  number: [['number'], ['number']],
  bigint: [['bigint', 'number'], ['string']],
  string: [['string'], ['string']],
  date: [['date'], ['string']],
  temporal: [['string'], ['string']],
  bytes: [['bytes'], ['string']],
  buffer: [['bytes'], ['string']],
  typed: [['typed'], ['string']],
  array: [['array'], ['array']],
  map: [['array'], ['array']],
  set: [['array'], ['array']],
  object: [['object'], ['object']],
  positional: [['array'], ['object']],
};

/** What values of some kinds look like everywhere. */
export function kinds(...memory: readonly ValueKind[]): Kinds {
  const seen = (side: 0 | 1): ValueKind[] => [...new Set(memory.flatMap((kind) => appearances[kind][side]))];
  return [memory.map((kind) => (kind === 'positional' ? 'object' : kind)), seen(0), seen(1)];
}

/** A look that many others lead to: the compiler compares nested ones all at once, and gives up, unless they are named. */
export function look(own: Look): Look {
  return own;
}

/** The literals that lead to a variant. */
type Leading = Literal | readonly Literal[];

/** By the literal of one member: for each variant in turn, those that lead to it. */
export function byTag(member: string, ...variants: readonly Leading[]): Look {
  return byLiteral(member, key(member), variants);
}

/** By the literal in one place of the arrays that the variants are in MessagePack. */
export function byPlace(place: number, ...variants: readonly Leading[]): Look {
  return byLiteral(String(place), place, variants);
}

/** By names in memory and in JSON, and by something else in MessagePack. */
export function onWire(named: Look, wire: Decision): Look {
  return { ...named, wire };
}

function byLiteral(member: string, place: Constant | number, variants: readonly Leading[]): Look {
  const cases = variants.map((own, leads) => ({ literals: typeof own === 'object' ? own : [own], leads }));
  const all = cases.flatMap((option) => option.literals);
  return {
    member,
    cases,
    tag: {
      key: place,
      literals: literals(...all).constants,
      variants: cases.flatMap((option) => option.literals.map(() => option.leads)),
    },
  };
}
