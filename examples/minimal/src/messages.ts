import type { Command, DomainEvent, Query } from 'catga';

export interface Note {
  readonly noteId: number;
  readonly text: string;
}

/** Writes a note down. */
export interface AddNote extends Command<Note> {
  readonly text: string;
}

/** Finds the notes that contain a word. */
export interface FindNotes extends Query<readonly Note[]> {
  readonly word: string;
}

/** A note was written down. */
export interface NoteAdded extends DomainEvent {
  readonly note: Note;
}
