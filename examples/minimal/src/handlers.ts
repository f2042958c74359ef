import {
  handler,
  fail,
  ok,
  type EventHandler,
  type FunctionHandler,
  type MessageContext,
  type RequestHandler,
  type Result,
} from 'catga';
import { noteAdded } from './catga/messages.js';
import type { AddNote, FindNotes, Note, NoteAdded } from './messages.js';
import type { WordIndex } from './word-index.js';

export class AddNoteHandler implements RequestHandler<AddNote> {
  #lastId = 0;

  async handle(command: AddNote, context: MessageContext): Promise<Result<Note>> {
    if (command.text.trim() === '') return fail('VALIDATION_FAILED', 'a note needs some text');
    const note: Note = { noteId: ++this.#lastId, text: command.text };
    await context.publish(noteAdded({ note }));
    return ok(note);
  }
}

export class IndexNote implements EventHandler<NoteAdded> {
  readonly #index: WordIndex;

  constructor(index: WordIndex) {
    this.#index = index;
  }

  async handle(event: NoteAdded): Promise<void> {
    this.#index.add(event.note);
  }
}

interface Deps {
  readonly index: WordIndex;
}

export const onFindNotes: FunctionHandler<FindNotes> = handler(async (query, _context, { index }: Deps) =>
  ok(index.find(query.word)),
);
