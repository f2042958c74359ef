import {
  createDiagnostic,
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticExtras,
  type DiagnosticId,
} from '../diagnostics/index.ts';
import type { ts } from 'ts-morph';
import type { SourcePosition } from '../model/types.ts';
import type { GeneratorSettings } from '../settings.ts';
import { createCompiler, type Compiler } from './compiler.ts';
import { FragmentCollector } from './fragments/index.ts';
import { createExportIndex, type ExportIndex } from './export-index.ts';
import type { PackageImport } from './memory/project-memory.ts';
import type { OpenProject } from './open-project.ts';
import { compareText, isScript, relativeTo } from './project-paths.ts';
import { endOf, startOf, type SourceSpan } from './source-position.ts';

/** What every part of one scan shares. */
export interface ScanContext {
  readonly project: OpenProject;
  readonly settings: GeneratorSettings;
  readonly compiler: Compiler;
  readonly ts: typeof ts;
  readonly exports: ExportIndex;
  /** Files whose declarations are taken, sorted by path. */
  readonly files: readonly ts.SourceFile[];
  /** JavaScript files, which declare nothing: what looks like a declaration in them is reported. */
  readonly scripts: readonly ts.SourceFile[];
  /** Whether the declarations of a file are this project's, looked at in this run or not. */
  readonly isOwn: (file: ts.SourceFile) => boolean;
  /** What the declarations of each file say; findings go to the file that is being looked at. */
  readonly fragments: FragmentCollector;
  /** Findings about the project as a whole. */
  readonly diagnostics: Diagnostic[];
  /** Files whose declarations had a say in the result: absolute paths. */
  readonly inputs: Set<string>;
  /** Files with a name that did not resolve; the ambient packages of the project may hold it. */
  readonly unresolvedIn: Set<string>;
  /** Says so of the file that is being looked at. */
  readonly noteUnresolved: () => void;
  /** Something would have to be asked of a file that the program does not hold. */
  incomplete: boolean;
  /** Of the name, where the node is a declaration. */
  readonly positionOf: (node: ts.Node) => SourcePosition;
  readonly spanOf: (node: ts.Node) => SourceSpan;
  readonly finding: (
    id: DiagnosticId,
    args: DiagnosticArguments,
    node: ts.Node,
    extras?: DiagnosticExtras,
  ) => Diagnostic;
  readonly report: (id: DiagnosticId, args: DiagnosticArguments, node: ts.Node, extras?: DiagnosticExtras) => void;
}

/** Which files a scan looks at. */
export interface ScanScope {
  /** By path relative to the root. */
  readonly accepts: (file: string) => boolean;
  /** Absolute paths; all files where absent. */
  readonly only?: ReadonlySet<string>;
  /** What a file imports from packages, where that is known. */
  readonly packagesElsewhere?: (path: string) => readonly PackageImport[] | undefined;
}

export function createScanContext(project: OpenProject, { accepts, only, packagesElsewhere }: ScanScope): ScanContext {
  const { ts, root } = project;
  const compiler = createCompiler(project);
  const own = new Set(project.rootFiles.filter((file) => accepts(relativeTo(root, file))));
  const sources = [...own]
    .filter((file) => only?.has(file) ?? true)
    .map((file) => project.program.getSourceFile(file))
    .filter((file) => file !== undefined)
    .toSorted((a, b) => compareText(a.fileName, b.fileName));
  const diagnostics: Diagnostic[] = [];
  const fragments = new FragmentCollector();
  const unresolvedIn = new Set<string>();
  const positionOf = (node: ts.Node): SourcePosition => startOf(root, spanned(ts, node));
  const finding: ScanContext['finding'] = (id, args, node, extras = {}) => {
    const at = spanned(ts, node);
    return createDiagnostic(id, args, startOf(root, at), { end: endOf(at), ...extras });
  };
  return {
    project,
    settings: project.settings,
    compiler,
    ts,
    exports: createExportIndex(project, compiler, packagesElsewhere),
    files: sources.filter(({ fileName }) => !isScript(fileName)),
    scripts: sources.filter(({ fileName }) => isScript(fileName)),
    isOwn: ({ fileName }) => own.has(fileName),
    fragments,
    diagnostics,
    inputs: new Set(project.rootFiles),
    unresolvedIn,
    noteUnresolved: () => unresolvedIn.add(fragments.currentFile ?? ''),
    incomplete: false,
    positionOf,
    spanOf(node) {
      const at = spanned(ts, node);
      return { position: startOf(root, at), end: endOf(at) };
    },
    finding,
    report(id, args, node, extras) {
      (fragments.current?.diagnostics ?? diagnostics).push(finding(id, args, node, extras));
    },
  };
}

// A finding about a declaration points at its name, not at its modifiers and comments.
function spanned(compiler: typeof ts, node: ts.Node): ts.Node {
  return compiler.getNameOfDeclaration(node as ts.Declaration) ?? node;
}
