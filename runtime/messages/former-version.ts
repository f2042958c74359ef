import type { Decoder } from '../codecs/codec.ts';

/** How messages of one former version are read. */
export interface FormerVersion {
  /** Reads the members as they were. */
  readonly decoder: Decoder<unknown>;
  /**
   * Brings them up to the current version, step by step. A method, so that generated functions may say what they take.
   * @throws CatgaError `DECODE_FAILED`, naming the step, when an upcaster throws or makes no object.
   */
  upcast(old: unknown): object;
}

/** The former versions of a message that are still read, by number. */
export type FormerVersions = Readonly<Record<number, FormerVersion>>;
