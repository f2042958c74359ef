import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyze,
  noClock,
  type AnyRule,
  type Conclusion,
  type Finding,
  type RuleClock,
} from '../../analyzers/index.ts';
import { applyFixes } from '../../analyzers/fix/apply-edits.ts';
import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import { emitProject } from '../../generator/emit/index.ts';
import { examine, planWrite } from '../../generator/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import { toPosix } from '../../generator/scan/project-paths.ts';
import {
  openProject,
  scan,
  type EarlierProject,
  type OpenProject,
  type ScanResult,
} from '../../generator/scan/index.ts';
import { checkSchema } from '../../generator/schema/index.ts';
import type { Configuration } from '../open-configuration.ts';
import { readSchemaText, schemaFileName, schemaOf } from '../schema/schema-file.ts';
import type { AnalysisSetup } from './setup.ts';

/** What a run has looked at. */
export type ReadProject = Pick<ScanResult, 'absent' | 'inputs' | 'texts'> & { readonly project: OpenProject };

/** What a run has found, and what its fixes come to. */
export interface AnalysisRun extends Conclusion {
  readonly read: ReadProject;
  /** New texts of files, by path relative to the root. Nothing has been written. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Finding[];
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
    const scanned = scan(project);
    const conclusion = analyzeScan(configuration, setup, project, scanned, clock);
    const repair = fix && pass <= PASSES ? applyFixes(conclusion.findings, read) : undefined;
    if (repair === undefined || repair.fixed.length === 0) {
      return { ...conclusion, texts, fixed, read: { ...scanned, project } };
    }
    for (const [file, text] of repair.texts) texts.set(file, text);
    fixed.push(...repair.fixed);
  }
}

/** Runs the rules on a program that has been scanned; where errors keep the model from being whole, on what there is. */
export function analyzeScan(
  { location, settings }: Configuration,
  { rules, settings: analysis }: Pick<AnalysisSetup, 'rules' | 'settings'>,
  project: OpenProject,
  scanned: ScanResult,
  clock: RuleClock = noClock,
): Conclusion {
  const { model } = scanned;
  const found = examine(scanned);
  const failed = found.some(({ severity }) => severity === 'error');
  const diagnostics = failed || analysis.only !== undefined ? found : [...found, ...brokenSchema(location.root, model)];
  const staleOutput = (): readonly string[] => {
    if (failed) return [];
    const { output, generatorVersion } = settings;
    const files = emitProject(model, { output, generatorVersion, importExtension: scanned.extension });
    const plan = planWrite(files, join(location.root, output));
    return [...plan.missing, ...plan.stale, ...plan.orphaned].map(({ path }) => path);
  };
  return analyze(project, model, { rules, settings: analysis, diagnostics, clock, staleOutput });
}

/** What others could not read any more, where the project records what they read. */
function brokenSchema(root: string, model: ProjectModel): readonly Diagnostic[] {
  const text = readSchemaText(root);
  return text === undefined ? [] : checkSchema(schemaOf(text, schemaFileName), model).diagnostics;
}

/** What `--stats` prints: time by rule, the dearest first. */
export function statsText(rules: readonly AnyRule[], { totals }: RuleClock): string {
  const all = [...totals.values()].reduce((sum, ms) => sum + ms, 0);
  const rows = rules
    .map(({ id, name }) => ({ id, name, ms: totals.get(id) ?? 0 }))
    .toSorted((a, b) => b.ms - a.ms)
    .map(({ id, name, ms }) => {
      const share = all === 0 ? 0 : (100 * ms) / all;
      return `${ms.toFixed(1).padStart(10)} ms ${share.toFixed(1).padStart(5)} %  ${id} ${name}\n`;
    });
  return `time by rule:\n${rows.join('')}${all.toFixed(1).padStart(10)} ms in all\n`;
}
