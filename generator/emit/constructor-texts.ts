import type { MessageModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import type { Imports } from './imports.ts';

/** What a constructor is printed from. */
export interface ConstructorSource {
  readonly message: MessageModel;
  /** Of its body, where that is one. */
  readonly definition: TypeDefinition | undefined;
}

interface Printed extends ConstructorSource {
  readonly text: string;
}

/** The text of `messages.ts` in parts: most edits change one of a thousand constructors, and no import. */
export class ConstructorTexts {
  #surface: string | undefined;
  #imports: Imports | undefined;
  #texts: readonly Printed[] = [];

  /** The imports of the file as it was printed, where those of that surface are the same. */
  importsOf(surface: string): Imports | undefined {
    return this.#surface === surface ? this.#imports : undefined;
  }

  /** The texts, where only those are printed that are others than in the run before. */
  again(sources: readonly ConstructorSource[], print: (source: ConstructorSource) => string): readonly string[] {
    this.#texts = sources.map((source, index) => {
      const before = this.#texts[index];
      const isSame = before?.message === source.message && before.definition === source.definition;
      return isSame ? before : { ...source, text: print(source) };
    });
    return this.#texts.map(({ text }) => text);
  }

  /** Takes note of a file that has been printed as a whole. */
  keep(surface: string, imports: Imports, sources: readonly ConstructorSource[], texts: readonly string[]): void {
    this.#surface = surface;
    this.#imports = imports;
    this.#texts = sources.map((source, index) => ({ ...source, text: texts[index] ?? '' }));
  }
}
