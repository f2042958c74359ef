import { printType } from '../codecs/index.ts';
import { ownerOf, pathOf, type Place } from './place.ts';

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
