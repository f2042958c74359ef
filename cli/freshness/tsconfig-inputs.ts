import { dirname, resolve } from 'node:path';
import { ts } from '../../generator/scan/compiler-library.ts';

/** What a tsconfig makes part of a project. */
export interface TsconfigInputs {
  /** The tsconfig and all that it extends. */
  readonly files: readonly string[];
  /** The sources that it names. */
  readonly sources: readonly string[];
  /** Folders whose new files become part of the program. */
  readonly folders: readonly string[];
}

/** Reads a tsconfig as far as it goes. */
export function readTsconfig(file: string): TsconfigInputs {
  const source = ts.readJsonConfigFile(file, (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, ts.sys, dirname(file), undefined, file);
  return {
    files: [file, ...(source.extendedSourceFiles ?? []).map((path) => resolve(path))],
    sources: parsed.fileNames,
    folders: Object.keys(parsed.wildcardDirectories ?? {}).map((folder) => resolve(folder)),
  };
}
