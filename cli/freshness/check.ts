import type { ProjectLocation } from '../config/locate.ts';
import { compareInputs, type InputChanges } from './inputs.ts';
import { readManifest, type FreshnessManifest } from './manifest.ts';
import { isUntouched } from './output-stamp.ts';

/** The last run, and what is different from what it has read and written. */
export interface LastRun extends InputChanges {
  readonly manifest: FreshnessManifest;
}

/** Compares the project with what the last run has read; `undefined` where there is none, or it was configured elsewhere. */
export function lastRun(location: ProjectLocation): LastRun | undefined {
  const manifest = readManifest(location.root);
  const changes = manifest && compareInputs(location, manifest);
  return changes && { manifest, ...changes };
}

/** Whether running again would read and write exactly the same. Nothing of the compiler is loaded to find out. */
export function isFresh({ root }: ProjectLocation, { manifest, changed, hasOtherFiles }: LastRun): boolean {
  return changed.length === 0 && !hasOtherFiles && manifest.outputs.every((stamp) => isUntouched(root, stamp));
}
