/** One generated file, before it is written. */
export interface EmittedFile {
  /** Posix path relative to the output folder: `codecs/orders/messages.ts`. */
  readonly path: string;
  readonly text: string;
}
