import type { FileMemory } from './project-memory.ts';

/** Finds what a change has an effect on. Tests put a broken one in its place, to see that it is noticed. */
export type FindAffected = (
  files: Readonly<Record<string, FileMemory>>,
  changed: Iterable<string>,
) => ReadonlySet<string>;

/** The changed files, and all that import them, directly or through others. */
export const affectedFiles: FindAffected = (files, changed) => {
  const importers = new Map<string, string[]>();
  for (const [path, { imports }] of Object.entries(files)) {
    for (const imported of imports) {
      const list = importers.get(imported);
      if (list) list.push(path);
      else importers.set(imported, [path]);
    }
  }
  const affected = new Set(changed);
  // A set's iteration visits what is added on the way.
  for (const path of affected) for (const importer of importers.get(path) ?? []) affected.add(importer);
  return affected;
};
