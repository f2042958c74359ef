import type { Decision } from './decision.ts';
import type { BinaryKind } from './binary-kind.ts';
import type { MemberShape, NamedShape, ObjectExtras, ObjectShape, PatternShape, RecordShape, Shape } from './shape.ts';
import type { TemporalKind } from './temporal-kind.ts';

// Shapes as generated code writes them.

/** The shape of a named type. */
export function shape(make: () => Shape): NamedShape {
  return named(make, false);
}

/** The shape of a type that contains itself: its levels are counted. */
export function recursive(make: () => Shape): NamedShape {
  return named(make, true);
}

function named(make: () => Shape, isRecursive: boolean): NamedShape {
  let made: Shape | undefined;
  return { kind: 'named', of: () => (made ??= make()), recursive: isRecursive };
}

export function object(members: readonly MemberShape[], extras?: ObjectExtras): ObjectShape {
  return { kind: 'object', members, places: new Map(members.map(([name], place) => [name, place])), ...extras };
}

export function array(element: Shape): Shape {
  return { kind: 'array', element };
}

export function set(element: Shape): Shape {
  return { kind: 'set', element };
}

export function tuple(...elements: readonly Shape[]): Shape {
  return { kind: 'tuple', elements, optional: 0, trailing: [] };
}

/** A tuple whose length is not fixed. */
export function openTuple(
  elements: readonly Shape[],
  optional: number,
  rest?: Shape,
  trailing: readonly Shape[] = [],
): Shape {
  return { kind: 'tuple', elements, optional, trailing, ...(rest === undefined ? {} : { rest }) };
}

export function binary(type: BinaryKind): Shape {
  return { kind: 'binary', type };
}

export function temporal(type: TemporalKind): Shape {
  return { kind: 'temporal', type };
}

export function map(key: Shape, value: Shape): Shape {
  return { kind: 'map', key, value };
}

export function record(
  key: RecordShape['key'],
  value: Shape,
  keys?: PatternShape,
  undefinableValues?: true,
): RecordShape {
  return {
    kind: 'record',
    key,
    value,
    ...(keys === undefined ? {} : { keys }),
    ...(undefinableValues === undefined ? {} : { undefinable: true }),
  };
}

export function nullable(of: Shape): Shape {
  return { kind: 'nullable', of };
}

export function undefinable(of: Shape): Shape {
  return { kind: 'undefinable', of };
}

export function union(decision: Decision, ...variants: readonly Shape[]): Shape {
  return { kind: 'union', decision, variants };
}

export function message(type: string, body: Shape): Shape {
  return { kind: 'message', type, body };
}
