import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diagnostics, type DiagnosticId } from '../../generator/diagnostics/index.ts';

// Beside the sources in the repository; beside the bundle, or one level up from its chunks, in the published package.
const folders = ['../../docs/diagnostics/', './diagnostics/', '../diagnostics/'];

/** The id that `word` stands for: `CATGA1001`, in any case, or its number alone. */
export function diagnosticId(word: string): DiagnosticId | undefined {
  const id = /^\d+$/.test(word) ? `CATGA${word}` : word.toUpperCase();
  return ids().find((each) => each === id);
}

/** All ids, sorted. */
export function ids(): readonly DiagnosticId[] {
  // The table's keys are the ids.
  return (Object.keys(diagnostics) as DiagnosticId[]).toSorted();
}

/**
 * The page of a diagnostic, as Markdown: what it says, how to mend it, an example of each.
 *
 * @throws TypeError when this installation has lost it.
 */
export function pageOf(id: DiagnosticId): string {
  for (const folder of folders) {
    const path = fileURLToPath(new URL(`${folder}${id}.md`, import.meta.url));
    if (existsSync(path)) return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  }
  throw new TypeError(`The page of ${id} is missing from this installation of @catga/cli; install it again.`);
}
