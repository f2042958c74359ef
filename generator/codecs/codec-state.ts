import type { TypeDefinition } from '../model/types.ts';
import type { TypeIndex } from './type-index.ts';

/** What all codec modules of a project came to: kept for a run in which only some declarations are others. */
export interface CodecState {
  /** Sorted by path. */
  readonly modules: CodecEntry[];
  readonly index: TypeIndex;
  /** Where definitions stand in the model, by id. */
  readonly places: ReadonlyMap<string, number>;
  readonly pathOf: (definition: TypeDefinition) => string;
}

/** A codec module by what it is made of: places in the lists of the model. */
export interface CodecEntry {
  /** Without extension, relative to the output folder. */
  readonly path: string;
  /** The module whose types it is about. */
  readonly source: string;
  readonly definitions: readonly number[];
  readonly messages: readonly number[];
  readonly upcasters: readonly number[];
  /** The definitions that it declares, and those that what it declares is made of. */
  readonly reached: readonly number[];
  readonly fingerprint: string;
}
