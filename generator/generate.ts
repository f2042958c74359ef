import { checkComposition } from './composition/index.ts';
import { sortDiagnostics, type Diagnostic } from './diagnostics/index.ts';
import { emitProject, type EmittedFile } from './emit/index.ts';
import type { ProjectModel } from './model/project.ts';
import { scanProject, type ScanResult } from './scan/index.ts';
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
}

/** Reads a project's declarations and renders what is generated from them, in memory. */
export function generate(settings: GeneratorSettings): Generation {
  return generateFrom(scanProject(settings), settings);
}

/** As {@link generate}, from a scan that has been made already: analyzers share its program. */
export function generateFrom(scanned: ScanResult, settings: GeneratorSettings): Generation {
  const { model, inputs } = scanned;
  const diagnostics = sortDiagnostics([...scanned.diagnostics, ...checkComposition(model)]);
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  const files = failed
    ? []
    : emitProject(model, {
        output: settings.output,
        importExtension: scanned.extension,
        generatorVersion: settings.generatorVersion,
      });
  return { files, model, diagnostics, inputs };
}
