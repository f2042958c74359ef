import { createRequire } from 'node:module';
import path from 'node:path';
import type * as tsMorph from 'ts-morph';
import type { ts } from 'ts-morph';
import type { GeneratorSettings } from '../settings.ts';
import { hideFolder } from './hidden-folder.ts';
import { toPosix } from './project-paths.ts';

// As a module, the compiler's 10 MB would be searched for the names they export before they are compiled.
const morph = createRequire(import.meta.url)('ts-morph') as typeof tsMorph;

/** A loaded program, with the one compiler that all of generate and analyze use. */
export interface OpenProject {
  readonly ts: typeof ts;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
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
}

/** Loads the project's program. The output folder is hidden from it, so imports of generated modules stay unresolved. */
export function openProject(settings: GeneratorSettings, options: OpenOptions = {}): OpenProject {
  const ambientTypes = options.ambientTypes ?? false;
  const root = toPosix(path.resolve(settings.projectRoot));
  const tsConfigFilePath = toPosix(path.resolve(root, settings.tsconfig));
  const real = new morph.Project({ skipLoadingLibFiles: true }).getFileSystem();
  const project = new morph.Project({
    tsConfigFilePath,
    skipFileDependencyResolution: true,
    fileSystem: hideFolder(real, toPosix(path.resolve(root, settings.output))),
    ...(ambientTypes ? {} : { compilerOptions: { types: [] } }),
  });
  const declared = project.getCompilerOptions();
  if (ambientTypes && declared.types === undefined) {
    // TypeScript 6 loads none by default, where 5.9 loaded all that are visible; a project of either must find its own.
    project.compilerOptions.set({ types: ['*'] });
  }
  const program = project.getProgram().compilerObject;
  return {
    ts: morph.ts,
    program,
    checker: program.getTypeChecker(),
    settings,
    root,
    rootFiles: project
      .getSourceFiles()
      .map((file) => file.getFilePath() as string)
      .filter((file) => !file.includes('/node_modules/'))
      .toSorted(),
    ambientTypes,
    extension: importExtension(settings, declared),
  };
}

// Type stripping runs the sources as they are, so a project that imports `.ts` needs `.ts` in generated code too.
function importExtension(settings: GeneratorSettings, options: ts.CompilerOptions): '.js' | '.ts' {
  if (settings.importExtension !== 'auto') return settings.importExtension;
  return options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true
    ? '.ts'
    : '.js';
}
