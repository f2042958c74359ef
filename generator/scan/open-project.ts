import path from 'node:path';
import type { ts as tsMorph } from 'ts-morph';
import type { GeneratorSettings } from '../settings.ts';
import { createScanHost, type ScanHost } from './compiler-host.ts';
import { ts } from './compiler-library.ts';
import { forgetBodies } from './forget-bodies.ts';
import { toPosix } from './project-paths.ts';

/** A loaded program, with the one compiler that all of generate and analyze use. */
export interface OpenProject {
  readonly ts: typeof tsMorph;
  readonly program: tsMorph.Program;
  readonly checker: tsMorph.TypeChecker;
  readonly settings: GeneratorSettings;
  /** Absolute, posix. */
  readonly root: string;
  /** Files named by the tsconfig, the output folder apart: absolute, posix, sorted. */
  readonly rootFiles: readonly string[];
  /** Whether the ambient packages of the project's `types` are loaded. */
  readonly ambientTypes: boolean;
  readonly extension: '.js' | '.ts';
}

export interface OpenOptions {
  /**
   * Loads the ambient packages that the project's `types` names (`node`). Costs a quarter of the time; `scan` does
   * without and comes back for them when a type cannot be resolved.
   */
  readonly ambientTypes?: boolean;
  /** Loads these files and what they import, instead of all that the tsconfig names. Absolute. */
  readonly only?: readonly string[];
  /** What a process has opened before, for what has not changed since. */
  readonly before?: EarlierProject;
  /** Leaves out the bodies of functions whose declarations say all about types: `scan` does not look into them. */
  readonly declarationsOnly?: boolean;
  /** Files that are not on disk, or not as they are there, by absolute path. They count only where the tsconfig names them. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** A file that another program has parsed already, by absolute path. */
  readonly parsed?: (path: string) => tsMorph.SourceFile | undefined;
}

/** A program that another one can take from what is still the same. */
export interface EarlierProject {
  readonly project: OpenProject;
  /** Absolute paths of files with another content, and of files that are gone. */
  readonly changed: ReadonlySet<string>;
  /** Whether there are files now that were not there, so that imports may resolve to others. */
  readonly hasOtherFiles: boolean;
}

/** Loads the project's program. The output folder is hidden from it, so imports of generated modules stay unresolved. */
export function openProject(settings: GeneratorSettings, options: OpenOptions = {}): OpenProject {
  const ambientTypes = options.ambientTypes ?? false;
  const root = toPosix(path.resolve(settings.projectRoot));
  let { before } = options;
  const host = createScanHost(
    toPosix(path.resolve(root, settings.output)),
    (file) =>
      before?.changed.has(file) === false ? before.project.program.getSourceFile(file) : options.parsed?.(file),
    options.overlay,
  );
  const known = before && !before.hasOtherFiles ? tsconfigs.get(before.project) : undefined;
  const tsconfig = known ?? readTsconfig(toPosix(path.resolve(root, settings.tsconfig)), host);
  const { declared, rootNames } = tsconfig;
  // TypeScript 6 loads none by default, where 5.9 loaded all that are visible; a project of either must find its own.
  const types = ambientTypes ? (declared.types ?? ['*']) : [];
  const program = ts.createProgram({
    rootNames: options.only ?? rootNames,
    options: { ...declared, types },
    host,
    ...(before && !before.hasOtherFiles && { oldProgram: before.project.program }),
  });
  // The program keeps its host, and the host must not keep all programs before it.
  before = undefined;
  if (options.declarationsOnly === true) forgetBodies(program);
  const project: OpenProject = {
    ts,
    program,
    checker: program.getTypeChecker(),
    settings,
    root,
    rootFiles: rootNames.filter((file) => !file.includes('/node_modules/')).toSorted(),
    ambientTypes,
    extension: importExtension(settings, declared),
  };
  tsconfigs.set(project, tsconfig);
  return project;
}

/** What a tsconfig says, and which of the files that it names are there. */
interface Tsconfig {
  readonly declared: tsMorph.CompilerOptions;
  readonly rootNames: readonly string[];
}

// As long as no files come or go it says the same.
const tsconfigs = new WeakMap<OpenProject, Tsconfig>();

// What is wrong with a tsconfig the command line has reported before; here it is read as far as it goes.
function readTsconfig(file: string, host: ScanHost): Tsconfig {
  const { config } = ts.readConfigFile(file, (name) => host.readFile(name));
  const { fileNames, options: declared } = ts.parseJsonConfigFileContent(
    config ?? {},
    { ...host, useCaseSensitiveFileNames: host.useCaseSensitiveFileNames() },
    path.posix.dirname(file),
    undefined,
    file,
  );
  return { declared, rootNames: fileNames.filter((name) => host.fileExists(name)) };
}

// Type stripping runs the sources as they are, so a project that imports `.ts` needs `.ts` in generated code too.
function importExtension(settings: GeneratorSettings, options: tsMorph.CompilerOptions): '.js' | '.ts' {
  if (settings.importExtension !== 'auto') return settings.importExtension;
  return options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true
    ? '.ts'
    : '.js';
}
