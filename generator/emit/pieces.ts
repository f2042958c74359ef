import type { Imports, NamedImport } from './imports.ts';

interface Piece {
  readonly dependsOn: readonly string[];
  readonly imported: readonly NamedImport[];
  readonly text: string;
}

/** Parts of one file's text, kept from one run of a process to the next. */
export class Pieces {
  #before = new Map<string, Piece>();
  #now = new Map<string, Piece>();

  /**
   * The text of a piece: the one of before where it depends on the same and what it imports is called the same, else what
   * `print` makes.
   *
   * @param key - Tells the pieces of one file apart.
   * @param dependsOn - All that the text depends on, imports aside.
   * @param imports - Of the file, where the piece has no imports of its own.
   */
  text(key: string, dependsOn: readonly string[], print: () => string, imports?: Imports): string {
    const known = this.#now.get(key) ?? this.#before.get(key);
    if (known && isSame(known.dependsOn, dependsOn) && imports?.repeat(known.imported) !== false) {
      this.#now.set(key, known);
      return known.text;
    }
    const { text, imported } = imports?.noting(print) ?? { text: print(), imported: [] };
    this.#now.set(key, { dependsOn, imported, text });
    return text;
  }

  /** After a run: pieces that are no longer there are forgotten. */
  finish(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((text, index) => text === now[index]);
}
