import { createCatga } from 'catga';
import { addNote, findNotes, registry } from './catga/index.js';

const app = await createCatga({ service: 'notes', registry: registry() });
try {
  for (const text of ['Buy milk and bread', 'Milk the cow']) {
    const added = await app.mediator.send(addNote({ text }));
    if (!added.ok) throw added.error;
  }

  const found = await app.mediator.send(findNotes({ word: 'milk' }));
  if (!found.ok) throw found.error;
  for (const note of found.value) console.log(`${note.noteId}: ${note.text}`);

  const refused = await app.mediator.send(addNote({ text: ' ' }));
  if (!refused.ok) console.log(`${refused.error.code}: ${refused.error.message}`);
} finally {
  await app.stop();
}
