import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue, type CatalogueEntry } from '../../analyzers/catalogue.ts';

// Beside the sources in the repository; beside the bundle, or one level up from its chunks, in the published package.
const folders = ['../../docs/diagnostics/', './diagnostics/', '../diagnostics/'];

/** What `word` stands for: `CATGA1001`, in any case, its number alone, or the name of a rule. */
export function findEntry(word: string): CatalogueEntry | undefined {
  const id = /^\d+$/.test(word) ? `CATGA${word}` : word.toUpperCase();
  return catalogue.find((each) => each.id === id || each.rule?.name === word);
}

/**
 * The page of an id, as Markdown: what it says, how to mend it, an example of each.
 *
 * @throws TypeError when this installation has lost it.
 */
export function pageOf({ id }: CatalogueEntry): string {
  for (const folder of folders) {
    const path = fileURLToPath(new URL(`${folder}${id}.md`, import.meta.url));
    if (existsSync(path)) return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  }
  throw new TypeError(`The page of ${id} is missing from this installation of @catga/cli; install it again.`);
}
