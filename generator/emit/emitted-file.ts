/** One generated file, before it is written. */
export interface EmittedFile {
  /** Posix path relative to the output folder: `codecs/orders/messages.ts`. */
  readonly path: string;
  /** Of files that the generator makes, printed when it is first read. */
  readonly text: string;
  /**
   * Stands for all that the text depends on: one build of the generator prints the same text for the same path and
   * fingerprint. Absent: only the text itself can tell.
   */
  readonly fingerprint?: string;
}
