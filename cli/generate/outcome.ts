import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import type { WrittenBench } from '../bench/write-bench.ts';
import { plural } from '../output/diagnostics.ts';

/** What `catga generate --json` prints. Paths are posix; those of generated files are relative to `output`. */
export interface Outcome {
  /**
   * `fresh`: nothing has changed since the last run. `generated`: the output is complete. `stale`: `--check` or `--diff`
   * found differences. `failed`: errors in the declarations; nothing was written.
   */
  readonly outcome: 'failed' | 'fresh' | 'generated' | 'stale';
  readonly output: string;
  /** Files that were written and removed. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files that `--check` and `--diff` found to be other than they should be. */
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly orphaned: readonly string[];
  readonly unchanged: number;
  /** `12 messages, 9 handlers`. */
  readonly summary: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly durationMs: number;
  /** `--bench`: what became of its files, relative to the project. */
  readonly bench?: readonly WrittenBench[];
}

/** What a project has, in words. */
export function summaryOf(model: ProjectModel): string {
  const counts: readonly (readonly [number, string])[] = [
    [model.messages.length, 'message'],
    [model.handlers.length, 'handler'],
    [model.behaviors.length, 'behavior'],
    [model.validators.length, 'validator'],
    [model.services.length, 'service'],
    [model.modules.length, 'composed module'],
  ];
  return counts
    .filter(([count], index) => count > 0 || index < 2)
    .map(([count, noun]) => plural(count, noun))
    .join(', ');
}
