import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  conclude,
  lookAtFiles,
  modelKey,
  noClock,
  selectRules,
  type Conclusion,
  type FileAnalysis,
  type Finding,
  type RuleClock,
} from '../../analyzers/index.ts';
import { outputDifference, sameOutput, type OutputDifference } from '../../analyzers/domain/output-difference.ts';
import { applyFixes } from '../../analyzers/fix/apply-edits.ts';
import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import { emitProject, type EmittedFile } from '../../generator/emit/index.ts';
import { examine } from '../../generator/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import { toPosix } from '../../generator/scan/project-paths.ts';
import {
  openProject,
  planRescan,
  rescanProgram,
  rescanRoots,
  scanProgram,
  sourceTexts,
  type EarlierProject,
  type OpenProject,
  type ScanResult,
} from '../../generator/scan/index.ts';
import { checkSchema } from '../../generator/schema/index.ts';
import { isFresh, lastRun } from '../freshness/check.ts';
import type { Configuration } from '../open-configuration.ts';
import { readSchemaText, schemaFileName, schemaOf } from '../schema/schema-file.ts';
import { readAnalysisMemory, setupKey, type AnalysisMemory, type LastAnalysis } from './cache.ts';
import type { AnalysisSetup } from './setup.ts';

/** What a run has looked at. */
export type ReadProject = Pick<ScanResult, 'absent' | 'inputs' | 'texts'> & { readonly project: OpenProject };

/** What a run has found, and what its fixes come to. */
export interface AnalysisRun extends Conclusion {
  readonly read: ReadProject;
  /** New texts of files, by path relative to the root. Nothing has been written. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Finding[];
  /** What a later run can start from; absent where the generator found errors. */
  readonly memory?: AnalysisMemory;
}

/** How {@link runAnalysis} goes about it. */
export interface AnalysisOptions {
  readonly clock?: RuleClock;
  /** Applies fixes, in memory, until nothing is left to fix. */
  readonly fix?: boolean;
  /** The program of an earlier run in this process. */
  readonly before?: EarlierProject;
}

// A fix may make place for another one. Two rules that undo each other must not go on for ever.
const PASSES = 10;

/** Runs the rules on a project as it is on disk. */
export function runAnalysis(
  configuration: Configuration,
  setup: AnalysisSetup,
  { clock = noClock, fix = false, before }: AnalysisOptions = {},
): AnalysisRun {
  const { settings, location } = configuration;
  const texts = new Map<string, string>();
  const fixed: Finding[] = [];
  const read = (file: string): string | undefined => {
    const path = join(location.root, file);
    return texts.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  };
  for (let pass = 1; ; pass++) {
    const overlay = new Map([...texts].map(([file, text]) => [toPosix(join(location.root, file)), text]));
    const project = openProject(settings, { ambientTypes: true, overlay, ...(before && pass === 1 && { before }) });
    const scanned = scanWhole(project);
    const analyzed = analyzeScan(configuration, setup, { project, scanned, clock, texts });
    const repair = fix && pass <= PASSES ? applyFixes(analyzed.findings, read) : undefined;
    if (repair === undefined || repair.fixed.length === 0) {
      return { ...analyzed, texts, fixed, read: { ...scanned, project } };
    }
    for (const [file, text] of repair.texts) texts.set(file, text);
    fixed.push(...repair.fixed);
  }
}

/**
 * Runs the rules on what has changed since the last run, and what depends on it, and takes over what that run has found in
 * the other files. `undefined`: only a full run can tell.
 */
export function runAfterEdit(
  configuration: Configuration,
  setup: AnalysisSetup,
  last: LastAnalysis,
): AnalysisRun | undefined {
  const { settings, location } = configuration;
  if (!last.isSameProject || last.record.setup !== setupKey(setup)) return undefined;
  const known = readAnalysisMemory(location.root, last.record);
  const plan = known && planRescan(known.project, new Set(last.changed.map((file) => toPosix(file))));
  const only = plan && rescanRoots(plan);
  if (known === undefined || plan === undefined || only === undefined) return undefined;
  const project = openProject(settings, { ambientTypes: true, only });
  const scanned = rescanProgram(project, plan)?.result;
  // Rules may have asked for what is another message now.
  if (scanned === undefined || modelKey(scanned.model) !== known.model) return undefined;
  const kept = { files: known.files, affected: plan.affected };
  const analyzed = analyzeScan(configuration, setup, { project, scanned, kept });
  return { ...analyzed, texts: new Map(), fixed: [], read: { ...scanned, project } };
}

/** Scans a program that holds the ambient packages, whether or not it needs them: rules do. */
export function scanWhole(project: OpenProject): ScanResult {
  const { settings, root } = project;
  return scanProgram(project, { ambientBecause: [toPosix(join(root, settings.tsconfig))] }).result;
}

/** What {@link analyzeScan} works on. */
export interface ScannedProject {
  readonly project: OpenProject;
  readonly scanned: ScanResult;
  readonly clock?: RuleClock;
  /** Sources as they are to be, by path relative to the root, where fixes have changed them. */
  readonly texts?: ReadonlyMap<string, string>;
  /** How the output folder differs from what the declarations say. Default: from what would be generated. */
  readonly staleOutput?: OutputDifference;
  /** What is known of files that the program may not hold. */
  readonly kept?: {
    readonly files: Readonly<Record<string, FileAnalysis>>;
    /** Absolute: files to look at again. */
    readonly affected: ReadonlySet<string>;
  };
}

/** Runs the rules on a program that has been scanned; where errors keep the model from being whole, on what there is. */
export function analyzeScan(
  { location, settings }: Configuration,
  { rules, settings: analysis }: Pick<AnalysisSetup, 'rules' | 'settings'>,
  { project, scanned, clock = noClock, kept, staleOutput, texts = new Map() }: ScannedProject,
): Conclusion & Pick<AnalysisRun, 'memory'> {
  const { model, memory } = scanned;
  const found = examine(scanned, settings);
  const failed = found.some(({ severity }) => severity === 'error');
  const diagnostics = failed || analysis.only !== undefined ? found : [...found, ...brokenSchema(location.root, model)];
  const difference = (): OutputDifference => {
    // As after every run of `catga generate`: nothing need be printed to find out.
    const last = texts.size === 0 ? lastRun(location) : undefined;
    if (failed || (last !== undefined && isFresh(location, last))) return sameOutput;
    const { output, generatorVersion } = settings;
    const print = (): readonly EmittedFile[] =>
      emitProject(model, { output, generatorVersion, importExtension: scanned.extension });
    return outputDifference(print, join(location.root, output));
  };
  const options = { rules, settings: analysis, clock };
  const paths = kept === undefined ? project.rootFiles : project.rootFiles.filter((file) => kept.affected.has(file));
  const looked = lookAtFiles(project, model, paths, options);
  const files = new Map([...Object.entries(kept?.files ?? {}), ...looked]);
  const facts = {
    root: project.root,
    output: settings.output,
    tsconfig: settings.tsconfig,
    staleOutput: () => staleOutput ?? difference(),
  };
  const selection = selectRules(rules, analysis);
  const textOf = sourceTexts(project.root, scanned.texts);
  const conclusion = conclude({ model, diagnostics, files, facts, textOf }, rules, selection, analysis, clock);
  if (failed || memory === undefined) return conclusion;
  return { ...conclusion, memory: { project: memory, files: Object.fromEntries(files), model: modelKey(model) } };
}

/** What others could not read any more, where the project records what they read. */
function brokenSchema(root: string, model: ProjectModel): readonly Diagnostic[] {
  const text = readSchemaText(root);
  return text === undefined ? [] : checkSchema(schemaOf(text, schemaFileName), model).diagnostics;
}
