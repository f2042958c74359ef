import type { GeneratorSettings } from '../settings.ts';
import { openProject, type OpenProject } from './open-project.ts';
import { scanProgram, type ScanResult } from './scan-program.ts';

/**
 * Reads a project's declarations. Loads without the ambient packages of `types` first, which most projects do not need
 * for their messages, and again with them when a name does not resolve.
 */
export function scanProject(settings: GeneratorSettings): ScanResult {
  const { context, result } = scanProgram(openProject(settings, { declarationsOnly: true }));
  if (context.unresolvedIn.size === 0) return result;
  const ambientBecause = [...context.unresolvedIn].toSorted();
  return scanProgram(openProject(settings, { ambientTypes: true, declarationsOnly: true }), { ambientBecause }).result;
}

/** Reads the declarations of a program that is already loaded, so that analyzers can share it. */
export function scan(project: OpenProject): ScanResult {
  return scanProgram(project).result;
}
