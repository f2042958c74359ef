import type { EmittedFile } from './emitted-file.ts';
import { Pieces } from './pieces.ts';

interface Printed {
  readonly fingerprint: string;
  readonly text: string;
}

/** Keeps the texts of generated files from one run of a process to the next, by their fingerprints. */
export class EmissionCache {
  readonly #printed = new Map<string, Printed>();
  readonly #pieces = new Map<string, Pieces>();

  /** The text of that path and fingerprint, where it has been printed before. */
  textOf(path: string, fingerprint: string): string | undefined {
    const printed = this.#printed.get(path);
    return printed?.fingerprint === fingerprint ? printed.text : undefined;
  }

  /** Takes note of what has been printed. */
  keep(path: string, printed: Printed): void {
    this.#printed.set(path, printed);
  }

  /** The pieces of a file that is printed in pieces. */
  piecesOf(path: string): Pieces {
    const pieces = this.#pieces.get(path) ?? new Pieces();
    this.#pieces.set(path, pieces);
    return pieces;
  }

  /** Forgets files that are no longer generated. */
  retain(files: readonly EmittedFile[]): void {
    const paths = new Set(files.map(({ path }) => path));
    for (const path of this.#printed.keys()) if (!paths.has(path)) this.#printed.delete(path);
  }
}

/** A file whose text is printed when it is first asked for, unless an earlier run has printed it. */
export function emittedFile(
  path: string,
  fingerprint: string,
  print: () => string,
  cache?: EmissionCache,
): EmittedFile {
  let text = cache?.textOf(path, fingerprint);
  // Let go of when it has been called: what it prints from is the whole model of its run.
  let make: (() => string) | undefined = text === undefined ? print : undefined;
  return {
    path,
    fingerprint,
    get text() {
      if (make) {
        text = make();
        make = undefined;
        cache?.keep(path, { fingerprint, text });
      }
      return text ?? '';
    },
  };
}
