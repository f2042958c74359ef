import type { Note } from './messages.js';

/**
 * Notes by the words in them.
 *
 * @service
 */
export class WordIndex {
  readonly #notes = new Map<string, Note[]>();

  add(note: Note): void {
    for (const word of new Set(note.text.toLowerCase().split(/\W+/))) {
      this.#notes.set(word, [...this.find(word), note]);
    }
  }

  find(word: string): readonly Note[] {
    return this.#notes.get(word.toLowerCase()) ?? [];
  }
}
