import { printType } from '../codecs/index.ts';
import { ownerOf, pathOf, type Place } from './place.ts';
import type { RecordedObject } from './schema.ts';
import { placesOf } from './wire-forms.ts';

/** Why something that is written cannot be read. */
export type ObstacleKind =
  /** The reader needs a member that the writer does not have, or may leave out. */
  | 'missing'
  | 'omissible'
  /** The types differ. */
  | 'type'
  /** The writer has literals, or variants of a union, that the reader does not have. */
  | 'values'
  | 'variants'
  /** The reader takes values of a variant for those of another. */
  | 'undecidable'
  /** Members that are found by their place, and have another. */
  | 'place'
  /** An object is a map on one side and an array on the other. */
  | 'layout'
  /** A name that was used for something else before. */
  | 'reused';

/** One reason why values of the writer's type cannot be read as the reader's. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  /** Where, on each side, from the innermost named type: `OrderLine.price`, `Order.tags[]`. */
  readonly writerPath: string;
  readonly readerPath: string;
  /** That type's name; empty where there is none. */
  readonly writerType: string;
  readonly readerType: string;
  /** What is written and what is expected, as people write types. */
  readonly written: string;
  readonly expected: string;
}

export function obstacle(kind: ObstacleKind, writer: Place, reader: Place): Obstacle {
  return {
    kind,
    writerPath: pathOf(writer),
    readerPath: pathOf(reader),
    writerType: ownerOf(writer),
    readerType: ownerOf(reader),
    written: printType(writer.type, writer.side.index),
    expected: printType(reader.type, reader.side.index),
  };
}

export function orderObstacle(w: Place, wObject: RecordedObject, r: Place, rObject: RecordedObject): Obstacle {
  return objectObstacle('place', w, namesIn(wObject), r, namesIn(rObject));
}

export function layoutObstacle(w: Place, wObject: RecordedObject, r: Place, rObject: RecordedObject): Obstacle {
  return objectObstacle('layout', w, layouts[wObject.wire ?? 'map'], r, layouts[rObject.wire ?? 'map']);
}

const layouts = { map: 'a map', positional: 'an array (`@wire positional`)' } as const;

/** One that is about an object as a whole. */
function objectObstacle(kind: ObstacleKind, w: Place, written: string, r: Place, expected: string): Obstacle {
  const from = { ...w, owner: ownerOf(w), path: ownerOf(w) };
  const to = { ...r, owner: ownerOf(r), path: ownerOf(r) };
  return { ...obstacle(kind, from, to), written, expected };
}

function namesIn(object: RecordedObject): string {
  return placesOf(object)
    .map(({ name }) => name)
    .join(', ');
}
