import type { GeneratorSettings } from '../settings.ts';
import type { FileFragment } from './fragments/index.ts';
import type { MessageIndex } from './kinds/message-index.ts';
import { affectedFiles, globalFilesOf, isGlobal, type FindAffected, type ProjectMemory } from './memory/index.ts';
import { openProject, type OpenProject } from './open-project.ts';
import { hasErrors, scanProgram, type ScanOutcome, type ScanResult } from './scan-program.ts';

/** What has to be looked at again after some files have changed. */
export interface RescanPlan {
  readonly memory: ProjectMemory;
  readonly changed: ReadonlySet<string>;
  /** The changed files and all that depend on them. */
  readonly affected: ReadonlySet<string>;
  /** Those, and files with behaviors that apply to some messages: each new message has to be compared with them. */
  readonly scanned: ReadonlySet<string>;
}

/**
 * Plans how to look at the effects of changes only; `undefined` where everything has to be looked at. `changed` are
 * absolute paths of files that are there with other content.
 */
export function planRescan(
  memory: ProjectMemory,
  changed: ReadonlySet<string>,
  findAffected: FindAffected = affectedFiles,
): RescanPlan | undefined {
  const { ambientBecause, files } = memory;
  for (const path of changed) if (files[path]?.isGlobal ?? true) return undefined;
  const affected = findAffected(files, changed);
  // What such a file adds to other modules, or to all, may be made of what has changed.
  for (const path of affected) if (files[path]?.isGlobal === true) return undefined;
  // Whether the ambient packages are still needed only a scan without them can tell.
  if (ambientBecause.length > 0 && ambientBecause.every((path) => affected.has(path))) return undefined;
  const scanned = new Set(affected);
  for (const [path, { fragment }] of Object.entries(files)) {
    if (fragment?.constructed.some(({ of }) => of.subject === 'behavior' && of.model.messages !== 'all'))
      scanned.add(path);
  }
  return { memory, changed, affected, scanned };
}

/**
 * Opens a program of the files that have changed, what depends on them and what they import, and looks at that.
 * `undefined`: only a full scan can tell.
 */
export function rescanProject(settings: GeneratorSettings, plan: RescanPlan): ScanResult | undefined {
  const only = rescanRoots(plan);
  if (only === undefined) return undefined;
  const ambientTypes = plan.memory.ambientBecause.length > 0;
  return rescanProgram(openProject(settings, { ambientTypes, declarationsOnly: true, only }), plan)?.result;
}

/** The files that a program for a rescan is made of, sorted; `undefined` where a full one costs less. */
export function rescanRoots({ memory, scanned }: RescanPlan): readonly string[] | undefined {
  const { files, globalFiles, usesPackages } = memory;
  const all = Object.entries(files);
  // Beyond that the parts that are left out cost less than the run that finds out that it needs them.
  if (scanned.size > all.length / 2) return undefined;
  const roots = new Set([...scanned, ...globalFiles]);
  for (const [path, file] of all) {
    if (file.isGlobal) roots.add(path);
    if (usesPackages) for (const [, target] of file.packages) roots.add(target);
  }
  return [...roots].toSorted();
}

/** As {@link rescanProject}, on a program that holds what the plan names. */
export function rescanProgram(project: OpenProject, plan: RescanPlan): ScanOutcome | undefined {
  const { memory, changed, affected, scanned } = plan;
  const { program } = project;
  if (memory.rootFiles.join('\n') !== project.rootFiles.join('\n')) return undefined;
  for (const path of changed) {
    const file = program.getSourceFile(path);
    if (!file || isGlobal(file)) return undefined;
  }
  const fragments = new Map<string, FileFragment>();
  const kept = new Set<string>();
  const behaviors = new Map<string, ReadonlySet<string> | 'all'>();
  for (const [path, { fragment }] of Object.entries(memory.files)) {
    if (!fragment) continue;
    if (!scanned.has(path)) fragments.set(path, fragment);
    if (affected.has(path)) continue;
    for (const { model } of fragment.messages) kept.add(model.name);
    for (const { of } of fragment.constructed) {
      if (of.subject !== 'behavior') continue;
      behaviors.set(of.model.id, of.model.messages === 'all' ? 'all' : new Set(of.model.messages));
    }
  }
  const decided: MessageIndex['decided'] = (id, { name }) => {
    const applies = behaviors.get(id);
    return applies === undefined || applies === 'all' || !kept.has(name) ? undefined : applies.has(name);
  };
  const known = { memory, fragments, only: scanned, decided };
  const outcome = scanProgram(project, { known, ambientBecause: memory.ambientBecause });
  const { context, result } = outcome;
  const isSure =
    !hasErrors(result.diagnostics) &&
    (context.unresolvedIn.size === 0 || project.ambientTypes) &&
    !context.incomplete &&
    !context.exports.packages.incomplete &&
    (!memory.usesPackages || samePackages(memory, result.memory)) &&
    globalFilesOf(context).every((path) => memory.globalFiles.includes(path)) &&
    newFilesAreModules(project, memory);
  return isSure ? outcome : undefined;
}

// What a type of a package is called in generated code depends on all packages that the project names.
function samePackages(before: ProjectMemory, after: ProjectMemory | undefined): boolean {
  return after !== undefined && packagesOf(before) === packagesOf(after);
}

function packagesOf({ rootFiles, files }: ProjectMemory): string {
  const all = rootFiles.flatMap((path) => files[path]?.packages ?? []);
  return [...new Set(all.map(([specifier, file]) => `${specifier} ${file}`))].toSorted().join('\n');
}

function newFilesAreModules({ program }: OpenProject, { files }: ProjectMemory): boolean {
  return program
    .getSourceFiles()
    .every((file) => file.fileName.includes('/node_modules/') || file.fileName in files || !isGlobal(file));
}
