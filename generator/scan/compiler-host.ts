import type { ts as tsMorph } from 'ts-morph';
import { libraryFolder, libraryTexts, ts } from './compiler-library.ts';

/** What the compiler sees of the disk, for reading a tsconfig and for the program. */
export type ScanHost = tsMorph.CompilerHost & Required<Pick<tsMorph.CompilerHost, 'readDirectory'>>;

/**
 * The files as they are, but for one folder, which does not exist, and the standard library, which is always that of our
 * compiler. The generator's own output is hidden this way: a first run and a later one see the same program, and what is
 * stale on disk can never become input.
 *
 * @param hidden - Absolute, posix.
 * @param reuse - A file that has been parsed before and has not changed.
 * @param overlay - Texts of files that are not on disk, or not as they are there, by absolute path.
 */
export function createScanHost(
  hidden: string,
  reuse: (path: string) => tsMorph.SourceFile | undefined = () => undefined,
  overlay: ReadonlyMap<string, string> = new Map(),
): ScanHost {
  const { sys } = ts;
  const prefix = `${hidden}/`;
  const isHidden = (path: string): boolean => path === hidden || path.startsWith(prefix);
  const library = libraryTexts();
  const readFile = (path: string): string | undefined =>
    library.get(path) ?? (isHidden(path) ? undefined : (overlay.get(path) ?? sys.readFile(path)));
  const isOverlaid = (folder: string): boolean =>
    overlay.size > 0 && [...overlay.keys()].some((path) => path.startsWith(`${folder}/`));
  return {
    getSourceFile(path, options) {
      const parsed = reuse(path);
      if (parsed) return parsed;
      const text = readFile(path);
      if (text === undefined) return undefined;
      // Nobody reads the library's documentation.
      const { ParseAll, ParseNone } = ts.JSDocParsingMode;
      const jsDocParsingMode = library.has(path) ? ParseNone : ParseAll;
      const parsing = typeof options === 'object' ? options : { languageVersion: options };
      // The binder sets the parents of nodes; doing so here would be another walk over all of them.
      const parse = (): tsMorph.SourceFile => ts.createSourceFile(path, text, { ...parsing, jsDocParsingMode }, false);
      return library.has(path) ? parsedOnce(path, parsing, parse) : parse();
    },
    readFile,
    fileExists: (path) => library.has(path) || (!isHidden(path) && (overlay.has(path) || sys.fileExists(path))),
    directoryExists: (path) =>
      path === libraryFolder || (!isHidden(path) && (isOverlaid(path) || sys.directoryExists(path))),
    getDirectories: (path) => (isHidden(path) ? [] : sys.getDirectories(path)),
    readDirectory: (path, extensions, excludes, includes, depth) =>
      sys.readDirectory(path, extensions, excludes, includes, depth).filter((file) => !isHidden(file)),
    realpath: (path) => (library.has(path) ? path : (sys.realpath?.(path) ?? path)),
    getDefaultLibLocation: () => libraryFolder,
    getDefaultLibFileName: (options) => `${libraryFolder}/${ts.getDefaultLibFileName(options)}`,
    getCurrentDirectory: () => sys.getCurrentDirectory(),
    getCanonicalFileName: (path) => (sys.useCaseSensitiveFileNames ? path : path.toLowerCase()),
    useCaseSensitiveFileNames: () => sys.useCaseSensitiveFileNames,
    getNewLine: () => '\n',
    // A program that is only looked at writes nothing.
    writeFile: () => undefined,
  };
}

// The standard library is most of a small program, and the same in each: `scan` may open two, a test run hundreds.
const parsedLibrary = new Map<string, tsMorph.SourceFile>();

function parsedOnce(
  path: string,
  { impliedNodeFormat, languageVersion }: tsMorph.CreateSourceFileOptions,
  parse: () => tsMorph.SourceFile,
): tsMorph.SourceFile {
  // What else there is to set says nothing about declaration files.
  const key = `${languageVersion} ${impliedNodeFormat} ${path}`;
  const file = parsedLibrary.get(key) ?? parse();
  parsedLibrary.set(key, file);
  return file;
}
