import type { TypeDefinition } from '../../model/types.ts';
import type { FileFragment } from '../fragments/index.ts';
import { isInstalled } from '../project-paths.ts';
import type { ScanContext } from '../scan-context.ts';
import type { FileMemory, ProjectMemory } from './project-memory.ts';
import { importsOf, isGlobal, projectFiles } from './source-graph.ts';

/** What a scan leaves for later ones. */
export interface Findings {
  readonly context: ScanContext;
  /** Of all files, whether this scan has looked at them or an earlier one. */
  readonly fragments: ReadonlyMap<string, FileFragment>;
  readonly definitions: Iterable<TypeDefinition>;
  readonly inputs: readonly string[];
  readonly absent: readonly string[];
  /** What is known of files that this scan has not looked at. */
  readonly before?: { readonly memory: ProjectMemory; readonly looked: ReadonlySet<string> };
  readonly ambientBecause: readonly string[];
}

/** Makes the memory of a scan without errors. */
export function remember(findings: Findings): ProjectMemory {
  const { context, fragments, definitions, inputs, absent, ambientBecause } = findings;
  const { project, exports } = context;
  const { program } = project;
  const { memory: before, looked } = findings.before ?? {};
  const files: Record<string, FileMemory> = { ...before?.files };
  for (const file of projectFiles(program)) {
    if (before && looked?.has(file.fileName) === false && file.fileName in before.files) continue;
    const fragment = fragments.get(file.fileName);
    files[file.fileName] = {
      imports: importsOf(program, file),
      packages: exports.packagesOf(file),
      isGlobal: isGlobal(file),
      ...(fragment && { fragment }),
    };
  }
  return {
    ambientBecause,
    rootFiles: project.rootFiles,
    files,
    globalFiles: before?.globalFiles ?? globalFilesOf(context),
    usesPackages: (before?.usesPackages ?? false) || exports.packages.used,
    definitions: [...definitions],
    inputs: [...new Set([...(before?.inputs ?? []), ...inputs])].toSorted(),
    absent: [...new Set([...(before?.absent ?? []), ...absent])].toSorted(),
  };
}

/** Files of packages that declare something global. */
export function globalFilesOf({ project }: ScanContext): readonly string[] {
  return project.program
    .getSourceFiles()
    .filter((file) => isInstalled(file.fileName) && !project.program.isSourceFileDefaultLibrary(file) && isGlobal(file))
    .map(({ fileName }) => fileName)
    .toSorted();
}
