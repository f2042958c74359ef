import type { Check } from '../check.ts';

/** The record of what is on the wire, against which changes are checked. */
export const schemaFile: Check = {
  name: 'schema-file',
  examine({ exists }) {
    if (exists('catga.schema.json')) return { status: 'ok', detail: 'catga.schema.json' };
    return {
      status: 'note',
      problem: 'There is no catga.schema.json: changes that break what is on the wire go unnoticed.',
      fix: 'Record the shapes with `npx catga schema update`, and commit the file.',
    };
  },
};
