import type { Obstacle } from './obstacle.ts';
import { sideOf, type Side } from './place.ts';
import { obstacles } from './readability.ts';
import type { RecordedShape, RecordedTypes } from './schema.ts';

/** What became of a place in a wire shape, as far as it keeps one generation from reading the other. */
export type ShapeChangeKind =
  | 'member-removed'
  | 'retyped'
  | 'required-member-added'
  | 'became-required'
  | 'became-optional'
  | 'widened'
  | 'narrowed'
  | 'undecidable'
  | 'name-reused'
  | 'place-changed'
  | 'layout-changed';

/** One breaking change of a wire shape. */
export interface ShapeChange {
  readonly kind: ShapeChangeKind;
  /** Where, from the innermost named type of today: `OrderLine.price`. */
  readonly path: string;
  /** That type's name. */
  readonly type: string;
  readonly was: string;
  readonly is: string;
  /** What was updated cannot read what was not. */
  readonly newCannotReadOld: boolean;
  /** What was not updated cannot read what was. */
  readonly oldCannotReadNew: boolean;
}

/** A shape with the types that it refers to. */
export interface Comparable {
  readonly type: RecordedShape['body'];
  readonly side: Side;
}

export function comparable(shape: RecordedShape, of: 'body' | 'response', side: Side): Comparable | undefined {
  const type = shape[of];
  return type && { type, side };
}

const sides = new WeakMap<RecordedTypes, Side>();

/** Types are prepared once. */
export function preparedSide(types: RecordedTypes): Side {
  const side = sides.get(types) ?? sideOf(types);
  sides.set(types, side);
  return side;
}

/**
 * Why two generations of a shape cannot read each other; empty where both can, in both directions and both content types.
 * One change for each place.
 */
export function compareShapes(before: Comparable, now: Comparable): readonly ShapeChange[] {
  const forward = obstacles(before, now);
  const backward = obstacles(now, before);
  const places = new Map<string, { now?: Obstacle; before?: Obstacle }>();
  const at = (path: string): { now?: Obstacle; before?: Obstacle } => {
    const found = places.get(path) ?? {};
    places.set(path, found);
    return found;
  };
  for (const obstacle of forward) at(obstacle.readerPath).now ??= obstacle;
  for (const obstacle of backward) at(obstacle.writerPath).before ??= obstacle;
  return [...places]
    .map(([path, found]) => changeAt(path, found.now, found.before))
    .filter((change) => change !== undefined);
}

/** @param now - Why today's reader cannot read. @param before - Why yesterday's cannot. */
function changeAt(path: string, now: Obstacle | undefined, before: Obstacle | undefined): ShapeChange | undefined {
  const kind = kindOf(now, before);
  const [was, is] = [now?.written ?? before?.expected, now?.expected ?? before?.written];
  const type = now?.readerType ?? before?.writerType;
  if (kind === undefined || was === undefined || is === undefined || type === undefined) return undefined;
  const both = now !== undefined && before !== undefined;
  return {
    kind,
    path,
    type,
    was: both ? before.expected : was,
    is: both ? now.expected : is,
    newCannotReadOld: now !== undefined,
    oldCannotReadNew: before !== undefined,
  };
}

function kindOf(now: Obstacle | undefined, before: Obstacle | undefined): ShapeChangeKind | undefined {
  const kinds = [now?.kind, before?.kind];
  if (kinds.includes('layout')) return 'layout-changed';
  if (kinds.includes('place')) return 'place-changed';
  if (kinds.includes('reused')) return 'name-reused';
  if (kinds.includes('undecidable')) return 'undecidable';
  if (now?.kind === 'missing') return 'required-member-added';
  if (before?.kind === 'missing') return 'member-removed';
  if (kinds.includes('type') || (now !== undefined && before !== undefined)) return 'retyped';
  if (now !== undefined) return now.kind === 'omissible' ? 'became-required' : 'narrowed';
  return before?.kind === 'omissible' ? 'became-optional' : before && 'widened';
}
