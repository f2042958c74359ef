import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ProjectLocation } from '../config/locate.ts';
import { readManifest, type FreshnessManifest } from './manifest.ts';
import { isUntouched } from './output-stamp.ts';
import { stampFile, stampFolder } from './stamp.ts';

/** The last run, and what is different from what it has read and written. */
export interface LastRun {
  readonly manifest: FreshnessManifest;
  /** Inputs with another content, or gone: absolute paths. */
  readonly changed: readonly string[];
  /** Sources have been added or removed, or something has come that an import was looking for. */
  readonly hasOtherFiles: boolean;
}

/** Compares the project with what the last run has read; `undefined` where there is none, or it was configured elsewhere. */
export function lastRun({ root, configFile }: ProjectLocation): LastRun | undefined {
  const manifest = readManifest(root);
  if (manifest === undefined) return undefined;
  if (manifest.configFile !== (configFile === undefined ? undefined : relative(root, configFile))) return undefined;
  const output = join(root, manifest.output);
  return {
    manifest,
    changed: manifest.inputs.flatMap(([path, hash]) => {
      const file = join(root, path);
      return stampFile(file) === hash ? [] : [file];
    }),
    hasOtherFiles:
      manifest.absent.some((path) => existsSync(join(root, path))) ||
      manifest.folders.some(([path, hash]) => stampFolder(join(root, path), output) !== hash),
  };
}

/** Whether running again would read and write exactly the same. Nothing of the compiler is loaded to find out. */
export function isFresh({ root }: ProjectLocation, { manifest, changed, hasOtherFiles }: LastRun): boolean {
  return changed.length === 0 && !hasOtherFiles && manifest.outputs.every((stamp) => isUntouched(root, stamp));
}
