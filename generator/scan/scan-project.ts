import { readModules, type ComposedModules } from '../composition/index.ts';
import { createDiagnostic, sortDiagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { ProjectModel } from '../model/project.ts';
import type { GeneratorSettings } from '../settings.ts';
import { createScanContext, type ScanContext } from './scan-context.ts';
import { composedMessages } from './kinds/composed-messages.ts';
import { scanMessages } from './kinds/messages.ts';
import { matchesGlob } from './glob.ts';
import { scanConstructed } from './kinds/scan-constructed.ts';
import { openProject, type OpenProject } from './open-project.ts';
import { reportTypeProblems } from './type-problems.ts';
import { createMessageIndex } from './kinds/message-index.ts';
import { mergeFragments, sortedMessages } from './merge/index.ts';
import type { TypeDefinition } from '../model/types.ts';
import { reportSyntaxErrors } from './syntax-errors.ts';
import { createTypeResolver } from './types/resolver.ts';

/** What a scan found out about a project. */
export interface ScanResult {
  readonly model: ProjectModel;
  /** All findings, sorted by position. With an error among them, the model is not to be generated from. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the project's files, of package files whose types were used, and of composed packages' manifests. */
  readonly inputs: readonly string[];
  /** Of relative imports in generated code. */
  readonly extension: '.js' | '.ts';
}

/**
 * Reads a project's declarations. Loads without the ambient packages of `types` first, which most projects do not need
 * for their messages, and again with them when a name does not resolve.
 */
export function scanProject(settings: GeneratorSettings): ScanResult {
  const lean = scanOpened(openProject(settings));
  return lean.unresolved ? scanOpened(openProject(settings, { ambientTypes: true })).result : lean.result;
}

/** Reads the declarations of a program that is already loaded, so that analyzers can share it. */
export function scan(project: OpenProject): ScanResult {
  return scanOpened(project).result;
}

function scanOpened(project: OpenProject): { readonly result: ScanResult; readonly unresolved: boolean } {
  const context = createScanContext(project, accepts(project.settings));
  checkOptions(context);
  reportSyntaxErrors(context);
  const resolver = createTypeResolver(context);
  const composed = readModules(project.settings);
  scanMessages(context, resolver, () => false);
  const drafts = sortedMessages(context.fragments.finish().values());
  const messages = createMessageIndex(context, resolver.identities, drafts, composedMessages(composed.packages));
  scanConstructed(context, messages, resolver.identities);
  const fragments = context.fragments.finish();
  const definition = (id: string): TypeDefinition | undefined => resolver.definitions.get(id);
  const merged = mergeFragments(fragments.values(), definition, project.settings, composed.modules);
  // What was refused left gaps in the model, so only a whole one is looked at.
  const isWhole = [...context.diagnostics, ...merged.diagnostics].every(({ severity }) => severity !== 'error');
  if (isWhole) reportTypeProblems(context, resolver, merged.model);
  const result: ScanResult = {
    model: merged.model,
    diagnostics: sortDiagnostics([
      ...judged([...context.diagnostics, ...merged.diagnostics], composed),
      ...composed.diagnostics,
    ]),
    inputs: [...new Set([...context.inputs, ...composed.inputs])].toSorted(),
    extension: project.extension,
  };
  return { result, unresolved: context.unresolved };
}

/**
 * One cause, one report: what is not a message of this project may be one of a package whose manifest could not be read, and
 * in a file that the parser did not understand, what else looks wrong may be the parser's guess.
 */
function judged(diagnostics: readonly Diagnostic[], composed: ComposedModules): readonly Diagnostic[] {
  const broken = new Set(diagnostics.flatMap(({ id, position }) => (id === 'CATGA1015' ? [position.file] : [])));
  const isConsequence = ({ id, position }: Diagnostic): boolean =>
    (id === 'CATGA2003' && composed.diagnostics.length > 0) || (id !== 'CATGA1015' && broken.has(position.file));
  return diagnostics.filter((diagnostic) => !isConsequence(diagnostic));
}

function accepts(settings: GeneratorSettings): (file: string) => boolean {
  if (settings.include.length === 0) return () => true;
  return (file) => settings.include.some((pattern) => matchesGlob(file, pattern));
}

// Without it `undefined` and `null` vanish from every type, and members would be taken for required.
function checkOptions(context: ScanContext): void {
  const options = context.project.program.getCompilerOptions();
  if (options.strictNullChecks ?? options.strict ?? false) return;
  const file = context.settings.tsconfig;
  context.diagnostics.push(createDiagnostic('CATGA1013', { file }, { file, line: 1, column: 1 }));
}
