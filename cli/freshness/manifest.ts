import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { EvaluatedConfig } from '../config/load.ts';
import { build, version } from '../version.ts';
import { cacheFolder } from './cache-folder.ts';
import { contentHash } from './content-hash.ts';

/** A path, relative to the project root, and the hash of what is there; `''` where nothing is. */
export type Stamp = readonly [path: string, hash: string];

/**
 * A generated file. Size and time of the last change tell that it is untouched without reading it, which is most of what a
 * run with nothing to do would otherwise read; where they differ (a fresh checkout) the hash decides.
 */
export type OutputStamp = readonly [path: string, hash: string, size: number, changedMs: number];

/**
 * What the last complete run read and wrote: as long as all of it is the same, running again would change nothing.
 */
export interface FreshnessManifest {
  /** Version and build of `@catga/cli`. */
  readonly generator: string;
  /** The config file, as a path relative to the root; absent where there is none. */
  readonly configFile?: string;
  readonly config: EvaluatedConfig;
  /** Sources, the chain of tsconfigs, the config file, `package.json` of every package whose types were used. */
  readonly inputs: readonly Stamp[];
  /** Folders that the tsconfig includes with all below them: a new or removed source changes their listing. */
  readonly folders: readonly Stamp[];
  /** The output folder, whose content never counts as a source. */
  readonly output: string;
  readonly outputs: readonly OutputStamp[];
  /** Warnings of that run, to be shown again. */
  readonly warnings: readonly Diagnostic[];
  /** What that run said it generated. */
  readonly summary: string;
}

/** Written into the manifest; another one makes it stale. */
export const generatorStamp: string = `${version}+${build}`;

/** The manifest of the last run in `root`; `undefined` where there is none or it cannot be understood. */
export function readManifest(root: string): FreshnessManifest | undefined {
  let text: string;
  try {
    text = readFileSync(manifestFile(root), 'utf8');
  } catch {
    // Not there, or not readable: a full run makes a new one.
    return undefined;
  }
  const separator = text.indexOf('\n');
  const body = text.slice(separator + 1);
  // The first line is the hash of the rest, so that a damaged file is never half believed.
  if (separator < 0 || text.slice(0, separator) !== contentHash(body)) return undefined;
  const manifest = JSON.parse(body) as FreshnessManifest;
  return manifest.generator === generatorStamp ? manifest : undefined;
}

/** Replaces the manifest in one step. */
export function writeManifest(root: string, manifest: FreshnessManifest): void {
  const file = manifestFile(root);
  const body = JSON.stringify(manifest);
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${contentHash(body)}\n${body}`);
  renameSync(temporary, file);
}

function manifestFile(root: string): string {
  const folder = cacheFolder(root);
  // Projects of one workspace share a node_modules.
  return join(folder, `freshness-${contentHash(root).slice(0, 12)}.json`);
}
