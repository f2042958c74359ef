import type { ts } from 'ts-morph';
import { ts as compiler } from '../compiler-library.ts';
import { isInstalled } from '../project-paths.ts';

/** Members of the compiler's program and files that its declarations leave out. */
interface ResolvingProgram extends ts.Program {
  getResolvedModuleFromModuleSpecifier(specifier: ts.StringLiteralLike, file: ts.SourceFile): Resolution | undefined;
}
interface Resolution {
  readonly resolvedModule?: ts.ResolvedModuleFull;
  /** Where it would have been found first, had there been a file. */
  readonly failedLookupLocations?: readonly string[];
  /** Files of packages that decided about it. */
  readonly affectingLocations?: readonly string[];
}
interface CollectedFile extends ts.SourceFile {
  readonly imports?: readonly ts.StringLiteralLike[];
  readonly moduleAugmentations?: readonly ts.Node[];
}

/** The files of a program that can change between two runs: neither of the standard library nor installed. */
export function projectFiles(program: ts.Program): readonly ts.SourceFile[] {
  return program
    .getSourceFiles()
    .filter((file) => !isInstalled(file.fileName) && !program.isSourceFileDefaultLibrary(file));
}

/** What the specifiers of a file's imports came to, in whatever way they are imported. */
export function resolutionsOf(program: ts.Program, file: ts.SourceFile): readonly (readonly [string, Resolution])[] {
  const { imports = [], moduleAugmentations = [] } = file as CollectedFile;
  // What a file adds to is looked for as what it imports is; `declare global` has no specifier.
  return [...imports, ...moduleAugmentations.filter(compiler.isStringLiteral)].flatMap((specifier) => {
    const resolution = (program as ResolvingProgram).getResolvedModuleFromModuleSpecifier(specifier, file);
    return resolution ? [[specifier.text, resolution] as const] : [];
  });
}

/** The project's files that a file imports, in whatever way: absolute, sorted. */
export function importsOf(program: ts.Program, file: ts.SourceFile): readonly string[] {
  const found = new Set<string>();
  for (const [, { resolvedModule }] of resolutionsOf(program, file)) {
    const name = resolvedModule?.resolvedFileName;
    if (name !== undefined && !isInstalled(name) && program.getSourceFile(name)) found.add(name);
  }
  return [...found].toSorted();
}

/** Whether a file has a say in what files mean that do not import it. */
export function isGlobal(file: ts.SourceFile): boolean {
  if ((file.flags & compiler.NodeFlags.JsonFile) !== 0) return false;
  const { typeReferenceDirectives, libReferenceDirectives, referencedFiles } = file;
  return (
    !compiler.isExternalModule(file) ||
    ((file as CollectedFile).moduleAugmentations?.length ?? 0) > 0 ||
    typeReferenceDirectives.length + libReferenceDirectives.length + referencedFiles.length > 0
  );
}
