import { readModules, type ComposedModules } from '../composition/index.ts';
import { createDiagnostic, sortDiagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { ProjectModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import type { GeneratorSettings } from '../settings.ts';
import type { FileFragment } from './fragments/index.ts';
import { isIncluded } from './glob.ts';
import { composedMessages } from './kinds/composed-messages.ts';
import { createMessageIndex, type MessageIndex } from './kinds/message-index.ts';
import { scanMessages } from './kinds/messages.ts';
import { scanConstructed } from './kinds/scan-constructed.ts';
import { lookupsOf, remember, type ProjectMemory } from './memory/index.ts';
import { definitionIn, mergeAgain, mergeFragments, sortedMessages, type EarlierMerge } from './merge/index.ts';
import { reportNoFiles } from './no-files.ts';
import type { OpenProject } from './open-project.ts';
import { createScanContext, type ScanContext, type ScanScope } from './scan-context.ts';
import { reportSyntaxErrors } from './syntax-errors.ts';
import { reportTypeProblems } from './type-problems.ts';
import { createTypeResolver, type TypeResolver } from './types/resolver.ts';

/** What a scan found out about a project. */
export interface ScanResult {
  readonly model: ProjectModel;
  /** All findings, sorted by position. With an error among them, the model is not to be generated from. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the project's files, of package files whose types were used, and of composed packages' manifests. */
  readonly inputs: readonly string[];
  /** Where imports were looked for and nothing was: absolute paths of files and folders. */
  readonly absent: readonly string[];
  /** What was read of the project's files, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of relative imports in generated code. */
  readonly extension: '.js' | '.ts';
  /** For later runs; absent where there are errors. */
  readonly memory?: ProjectMemory;
}

/** What is known of the files that a scan does not look at. */
export interface KnownFiles {
  readonly memory: ProjectMemory;
  /** By absolute path. */
  readonly fragments: ReadonlyMap<string, FileFragment>;
  readonly only: ReadonlySet<string>;
  readonly decided: MessageIndex['decided'];
}

/** A scan, and how far it can be relied on. */
export interface ScanOutcome {
  readonly context: ScanContext;
  readonly result: ScanResult;
}

/** How a scan goes about it. */
export interface ScanOptions {
  readonly known?: KnownFiles;
  /** Why the program holds ambient packages. */
  readonly ambientBecause?: readonly string[];
}

// Of scans of this process. They last as long as the memory that somebody keeps of the scan.
const merges = new WeakMap<ProjectMemory, EarlierMerge>();

/** Looks at the files of a program, at all of them or at those that `known` leaves. */
export function scanProgram(project: OpenProject, { known, ambientBecause = [] }: ScanOptions = {}): ScanOutcome {
  const context = createScanContext(project, scopeOf(project.settings, known));
  checkOptions(context);
  reportSyntaxErrors(context);
  const resolver = createTypeResolver(context);
  const composed = readModules(project.settings);
  scanMessages(context, resolver, candidatesOf(known));
  const found = sortedMessages([...(known?.fragments.values() ?? []), ...context.fragments.finish().values()]);
  const inPackages = composedMessages(composed.packages);
  const messages = createMessageIndex(context, resolver.identities, found, inPackages, known?.decided);
  scanConstructed(context, messages, resolver);

  const fresh = context.fragments.finish();
  const fragments = new Map([...(known?.fragments ?? []), ...fresh]);
  const earlier = known && merges.get(known.memory);
  const before = knownDefinitions(known, earlier);
  // What has come out as before stays the same object: emitters tell by that what they need not print again.
  const definition = (id: string): TypeDefinition | undefined => {
    const [now, then] = [resolver.definitions.get(id), before(id)];
    return now && then && JSON.stringify(now) === JSON.stringify(then) ? then : (now ?? then);
  };
  const changes = { fragments, looked: resolver.definitions.keys(), definition, modules: composed.modules };
  const merged =
    (earlier && mergeAgain(earlier, changes)) ??
    mergeFragments(fragments.values(), definition, project.settings, composed.modules);
  // What was known before has been looked at. What was refused left gaps in the model.
  const looked = {
    ...merged.model,
    messages: [...fresh.values()].flatMap((fragment) => fragment.messages.map(({ model }) => model)),
    types: merged.model.types.filter(({ id }) => resolver.definitions.has(id)),
  };
  reportTypeProblems(context, resolver, looked, hasErrors([...context.diagnostics, ...merged.diagnostics]));
  const diagnostics = sortDiagnostics([
    ...judged([...context.diagnostics, ...merged.diagnostics], composed).map((diagnostic) =>
      withReach(diagnostic, resolver),
    ),
    ...composed.diagnostics,
  ]);
  const lookups = lookupsOf(project, known && { looked: known.only, known: known.memory.files });
  const inputs = [...new Set([...context.inputs, ...composed.inputs, ...lookups.inputs])].toSorted();
  const absent = [...new Set([...lookups.absent, ...composed.absent])].toSorted();
  const memory = hasErrors(diagnostics)
    ? undefined
    : remember({
        context,
        fragments,
        definitions: merged.definitions,
        inputs,
        absent,
        ambientBecause,
        ...(known && { before: { memory: known.memory, looked: known.only } }),
      });
  if (memory) merges.set(memory, { fragments, merged });
  const result: ScanResult = {
    model: merged.model,
    diagnostics,
    inputs: memory?.inputs ?? inputs,
    absent: memory?.absent ?? absent,
    texts: new Map(project.program.getSourceFiles().map(({ fileName, text }) => [fileName, text])),
    extension: project.extension,
    ...(memory && { memory }),
  };
  return { context, result };
}

/** Whether the files that a scan does not look at declare something by that key. */
function candidatesOf(known: KnownFiles | undefined): (key: string) => boolean {
  let candidates: ReadonlySet<string> | undefined;
  return (key) => {
    candidates ??= new Set([...(known?.fragments.values() ?? [])].flatMap((fragment) => fragment.candidates));
    return candidates.has(key);
  };
}

function knownDefinitions(
  known: KnownFiles | undefined,
  earlier: EarlierMerge | undefined,
): (id: string) => TypeDefinition | undefined {
  if (earlier) return (id) => definitionIn(earlier.merged, id);
  const definitions = new Map(known?.memory.definitions.map((definition) => [definition.id, definition]));
  return (id) => definitions.get(id);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function scopeOf(settings: GeneratorSettings, known: KnownFiles | undefined): ScanScope {
  const { include } = settings;
  const accepts = (file: string): boolean => isIncluded(file, include);
  if (!known) return { accepts };
  const { only, memory } = known;
  return { accepts, only, packagesElsewhere: (path) => (only.has(path) ? undefined : memory.files[path]?.packages) };
}

/**
 * One cause, one report: what is not a message of this project may be one of a package whose manifest could not be read, and
 * in a file that the parser did not understand, what else looks wrong may be the parser's guess.
 */
function judged(diagnostics: readonly Diagnostic[], composed: ComposedModules): readonly Diagnostic[] {
  const broken = new Set(diagnostics.flatMap(({ id, position }) => (id === 'CATGA1015' ? [position.file] : [])));
  const isConsequence = ({ id, position }: Diagnostic): boolean =>
    ((id === 'CATGA2003' || id === 'CATGA2017') && composed.diagnostics.length > 0) ||
    (id !== 'CATGA1015' && broken.has(position.file));
  return diagnostics.filter((diagnostic) => !isConsequence(diagnostic));
}

/** A finding inside a type says how messages come to it, and where else its cause is. */
function withReach(diagnostic: Diagnostic, { reach, unresolved }: TypeResolver): Diagnostic {
  const { path, neededBy, related } = diagnostic;
  if (path === undefined) return diagnostic;
  const chain = neededBy ?? reach.chainTo(path);
  const others = diagnostic.id === 'CATGA1108' || diagnostic.id === 'CATGA1014' ? unresolved.othersOf(path) : [];
  return {
    ...diagnostic,
    ...(chain && { neededBy: chain }),
    ...(others.length > 0 && { related: [...(related ?? []), ...others] }),
  };
}

// Without it `undefined` and `null` vanish from every type, and members would be taken for required.
function checkOptions(context: ScanContext): void {
  if (context.project.rootFiles.length === 0) {
    reportNoFiles(context);
    return;
  }
  const options = context.project.program.getCompilerOptions();
  if (options.strictNullChecks ?? options.strict ?? false) return;
  const file = context.settings.tsconfig;
  context.diagnostics.push(createDiagnostic('CATGA1013', { file }, { file, line: 1, column: 1 }));
}
