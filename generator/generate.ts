import { checkComposition } from './composition/index.ts';
import { sortDiagnostics, type Diagnostic } from './diagnostics/index.ts';
import { emitProject, type EmissionCache, type EmittedFile } from './emit/index.ts';
import type { ProjectModel } from './model/project.ts';
import {
  pinpoint,
  planRescan,
  rescanProject,
  scanProject,
  sourceTexts,
  type ProjectMemory,
  type ScanResult,
} from './scan/index.ts';
import type { GeneratorSettings } from './settings.ts';

/** What a generation run comes to. Nothing has been written. */
export interface Generation {
  /** Sorted by path. Empty when there are errors: half a registry is worse than the last good one. */
  readonly files: readonly EmittedFile[];
  readonly model: ProjectModel;
  /** All findings, sorted by position. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of everything that was read: sources, package files whose types were used, manifests. Sorted. */
  readonly inputs: readonly string[];
  /** Where imports and manifests were looked for and nothing was: absolute paths. What comes to be there is to be treated as a new file. */
  readonly absent: readonly string[];
  /** What was read of the project's files, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What a later run can start from; absent where there are errors. */
  readonly memory?: ProjectMemory;
}

/** What an earlier run has found, and which of the files that it has read have another content now: absolute paths. */
export interface KnownProject {
  readonly memory: ProjectMemory;
  readonly changed: ReadonlySet<string>;
}

/**
 * Reads a project's declarations and renders what is generated from them, in memory. With `known`, only what the changes
 * have an effect on is read, wherever that is sure to come to the same; the caller has seen to it that nothing but those
 * files differs: no options, no packages, no files added or removed.
 */
export function generate(settings: GeneratorSettings, known?: KnownProject): Generation {
  const plan = known && planRescan(known.memory, known.changed);
  const rescanned = plan && rescanProject(settings, plan);
  return generateFrom(rescanned ?? scanProject(settings), settings);
}

/** The findings of a scan, and those that only show when its parts are put together. */
export function examine(
  { model, diagnostics, texts }: ScanResult,
  { projectRoot }: Pick<GeneratorSettings, 'projectRoot'>,
): readonly Diagnostic[] {
  const found = sortDiagnostics([...diagnostics, ...checkComposition(model)]);
  return pinpoint(found, sourceTexts(projectRoot, texts));
}

/** As {@link generate}, from a scan that has been made already: analyzers share its program. */
export function generateFrom(scanned: ScanResult, settings: GeneratorSettings, emitted?: EmissionCache): Generation {
  const { model, inputs, absent, texts, memory } = scanned;
  const diagnostics = examine(scanned, settings);
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  const files = failed
    ? []
    : emitProject(
        model,
        {
          output: settings.output,
          importExtension: scanned.extension,
          generatorVersion: settings.generatorVersion,
        },
        emitted,
      );
  return { files, model, diagnostics, inputs, absent, texts, ...(memory && !failed && { memory }) };
}
