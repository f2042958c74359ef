import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { build, version } from '../version.ts';
import { cacheFile } from './cache-folder.ts';
import type { RecordedInputs } from './inputs.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * A generated file. Size and time of the last change tell that it is untouched without reading it, which is most of what a
 * run with nothing to do would otherwise read; where they differ (a fresh checkout) the hash decides.
 */
export type OutputStamp = readonly [
  path: string,
  hash: string,
  size: number,
  changedMs: number,
  /** Of all that its text was printed from. */
  fingerprint?: string,
];

/**
 * What the last complete run read and wrote: as long as all of it is the same, running again would change nothing.
 */
export interface FreshnessManifest extends RecordedInputs {
  /** Version and build of `@catga/cli`. */
  readonly generator: string;
  readonly outputs: readonly OutputStamp[];
  /** Warnings of that run, to be shown again. */
  readonly warnings: readonly Diagnostic[];
  /** What that run said it generated. */
  readonly summary: string;
  /** Names the project memory of that run. */
  readonly memory: string;
}

/** Written into the manifest; another one makes it stale. */
export const generatorStamp: string = `${version}+${build}`;

/** The manifest of the last run in `root`; `undefined` where there is none or it cannot be understood. */
export function readManifest(root: string): FreshnessManifest | undefined {
  const manifest = readSealed(manifestFile(root))?.content as FreshnessManifest | undefined;
  return manifest?.generator === generatorStamp ? manifest : undefined;
}

/** Replaces the manifest in one step. */
export function writeManifest(root: string, manifest: FreshnessManifest): void {
  writeSealed(manifestFile(root), manifest);
}

function manifestFile(root: string): string {
  return cacheFile(root, 'freshness');
}
