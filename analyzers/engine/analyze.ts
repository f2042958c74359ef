import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import type { OpenProject } from '../../generator/scan/open-project.ts';
import { sourceTexts } from '../../generator/scan/pinpoint.ts';
import { relativeTo } from '../../generator/scan/project-paths.ts';
import { createApplication } from '../domain/application.ts';
import { sameOutput } from '../domain/output-difference.ts';
import type { AnyRule, ProjectFacts } from '../rule.ts';
import { defaultSettings, selectRules, type AnalysisSettings } from '../settings.ts';
import { conclude, type Conclusion } from './conclude.ts';
import { lookAtFile, type FileAnalysis } from './look-at-file.ts';
import { noClock, type RuleClock } from './rule-clock.ts';

/** How {@link analyze} goes about it. */
export interface AnalyzeOptions {
  readonly rules: readonly AnyRule[];
  /** Default: the preset `recommended`. */
  readonly settings?: AnalysisSettings;
  /** What the generator has found in the same program; it is not repeated by rules. */
  readonly diagnostics?: readonly Diagnostic[];
  readonly clock?: RuleClock;
  /** Generated files that are not what the declarations say. Default: nobody has looked. */
  readonly staleOutput?: ProjectFacts['staleOutput'];
}

/** Runs rules over a program that `catga generate` has loaded, and the model that it made of it. */
export function analyze(project: OpenProject, model: ProjectModel, options: AnalyzeOptions): Conclusion {
  const {
    rules,
    settings = defaultSettings,
    diagnostics = [],
    clock = noClock,
    staleOutput = () => sameOutput,
  } = options;
  const { output, tsconfig } = project.settings;
  const facts: ProjectFacts = { root: project.root, output, tsconfig, staleOutput };
  const files = lookAtFiles(project, model, project.rootFiles, options);
  const selection = selectRules(rules, settings);
  // As the program has them, which need not be as they are on disk.
  const read = new Map(project.program.getSourceFiles().map(({ fileName, text }) => [fileName, text]));
  const textOf = sourceTexts(project.root, read);
  return conclude({ model, diagnostics, files, facts, textOf }, rules, selection, settings, clock);
}

/**
 * The first step: looks at files one by one.
 *
 * @param paths - Absolute.
 * @returns By path relative to the project root.
 */
export function lookAtFiles(
  project: OpenProject,
  model: ProjectModel,
  paths: Iterable<string>,
  { rules, settings = defaultSettings, clock = noClock }: AnalyzeOptions,
): ReadonlyMap<string, FileAnalysis> {
  const { ts, checker, program, root } = project;
  const { include, output } = project.settings;
  const selection = selectRules(rules, settings);
  const applicationIn = createApplication({ ts, checker, model, root, output, include });
  const everywhere = settings.scope === 'everywhere';
  const found = new Map<string, FileAnalysis>();
  for (const path of paths) {
    const file = program.getSourceFile(path);
    const relative = relativeTo(root, path);
    const active = selection.forFile(relative);
    if (file === undefined || file.isDeclarationFile || active.length === 0) continue;
    found.set(relative, lookAtFile({ project, application: applicationIn(file), active, everywhere, clock }, file));
  }
  return found;
}
