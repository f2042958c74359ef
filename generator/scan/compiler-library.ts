import { createRequire } from 'node:module';
import type { ts as tsMorph } from 'ts-morph';

/** The compiler that ts-morph carries, and the text of its standard library. */
interface CompilerLibrary {
  readonly ts: typeof tsMorph;
  getLibFiles(): readonly { readonly fileName: string; readonly text: string }[];
}

// The compiler alone: ts-morph's wrappers around it take time to load, and the scan walks raw nodes. Required, not
// imported: as a module its 10 MB would be searched for the names they export before they are compiled.
const require = createRequire(import.meta.url);
// catga-disable-next-line CATGA7006 -- said above
const library = createRequire(require.resolve('ts-morph'))('@ts-morph/common') as CompilerLibrary;

/** The one compiler of the process. */
export const ts: typeof tsMorph = library.ts;

/** Where the standard library seems to be. */
export const libraryFolder = '/node_modules/typescript/lib';

/** The standard library's declarations, by path. */
export function libraryTexts(): ReadonlyMap<string, string> {
  return new Map(library.getLibFiles().map(({ fileName, text }) => [`${libraryFolder}/${fileName}`, text]));
}
