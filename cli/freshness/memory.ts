import { existsSync } from 'node:fs';
import type { KnownProject, ProjectMemory } from '../../generator/index.ts';
import { toPosix } from '../../generator/scan/project-paths.ts';
import type { Configuration } from '../open-configuration.ts';
import { cacheFile } from './cache-folder.ts';
import type { LastRun } from './check.ts';
import type { FreshnessManifest } from './manifest.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * What the last run knows, if sources are all that has changed since: not the configuration, the tsconfig, an installed
 * package, nor which files there are.
 */
export function knownProject({ location, config }: Configuration, last: LastRun): KnownProject | undefined {
  const { manifest, changed, hasOtherFiles } = last;
  if (hasOtherFiles || config.hash !== manifest.config.hash) return undefined;
  if (changed.some((file) => file === location.configFile || !existsSync(file))) return undefined;
  const memory = readMemory(location.root, manifest);
  return memory && { memory, changed: new Set(changed.map((file) => toPosix(file))) };
}

/** What the run that a manifest tells of has found; `undefined` where it is not there or belongs to another run. */
function readMemory(root: string, { memory }: FreshnessManifest): ProjectMemory | undefined {
  const found = readSealed(memoryFile(root));
  return found?.seal === memory ? (found.content as ProjectMemory) : undefined;
}

/** Keeps what a run has found; returns what its manifest refers to it by. */
export function writeMemory(root: string, memory: ProjectMemory): string {
  return writeSealed(memoryFile(root), memory);
}

// Apart from the manifest, which is small: a run with nothing to do reads nothing else.
function memoryFile(root: string): string {
  return cacheFile(root, 'memory');
}
