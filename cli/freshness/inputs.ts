import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { EvaluatedConfig } from '../config/load.ts';
import type { ProjectLocation } from '../config/locate.ts';
import { stampFile, stampFolder } from './stamp.ts';

/** A path, relative to the project root, and the hash of what is there; `''` where nothing is. */
export type Stamp = readonly [path: string, hash: string];

/** What a run has read: as long as all of it is the same, running again would find the same. */
export interface RecordedInputs {
  /** The config file, as a path relative to the root; absent where there is none. */
  readonly configFile?: string;
  readonly config: EvaluatedConfig;
  /** Sources, the chain of tsconfigs, the config file, `package.json` of every package whose types were used. */
  readonly inputs: readonly Stamp[];
  /** Folders that the tsconfig includes with all below them: a new or removed source changes their listing. */
  readonly folders: readonly Stamp[];
  /** Where nothing was when imports were looked for, as paths: what comes there may be what they mean. */
  readonly absent: readonly string[];
  /** The output folder, whose content never counts as a source. */
  readonly output: string;
}

/** What is different from what a run has read. */
export interface InputChanges {
  /** Inputs with another content, or gone: absolute paths. */
  readonly changed: readonly string[];
  /** Sources have been added or removed, or something has come that an import was looking for. */
  readonly hasOtherFiles: boolean;
}

/** Compares a project with what a run has read; `undefined` where that was configured elsewhere. */
export function compareInputs(
  { root, configFile }: ProjectLocation,
  recorded: RecordedInputs,
): InputChanges | undefined {
  if (recorded.configFile !== (configFile === undefined ? undefined : relative(root, configFile))) return undefined;
  const output = join(root, recorded.output);
  return {
    changed: recorded.inputs.flatMap(([path, hash]) => {
      const file = join(root, path);
      return stampFile(file) === hash ? [] : [file];
    }),
    hasOtherFiles:
      recorded.absent.some((path) => existsSync(join(root, path))) ||
      recorded.folders.some(([path, hash]) => stampFolder(join(root, path), output) !== hash),
  };
}
