import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Conclusion, FileAnalysis } from '../../analyzers/index.ts';
import type { ProjectMemory } from '../../generator/index.ts';
import type { ProjectLocation } from '../config/locate.ts';
import { cacheFile } from '../freshness/cache-folder.ts';
import { contentHash } from '../freshness/content-hash.ts';
import { compareInputs, type InputChanges, type RecordedInputs, type Stamp } from '../freshness/inputs.ts';
import { generatorStamp } from '../freshness/manifest.ts';
import { readSealed, writeSealed } from '../freshness/sealed-file.ts';
import { stampFile } from '../freshness/stamp.ts';
import { schemaFileName } from '../schema/schema-file.ts';
import type { AnalysisSetup } from './setup.ts';

/** What the last run of `catga analyze` has read and found. */
export interface AnalysisRecord {
  /** Version and build of `@catga/cli`. */
  readonly generator: string;
  /** Which rules ran, and how: {@link setupKey}. */
  readonly setup: string;
  readonly inputs: RecordedInputs;
  /** Plugins and the recorded schema. */
  readonly beside: readonly Stamp[];
  /** The generated files as they were: names, sizes and times. */
  readonly output: string;
  readonly conclusion: Conclusion;
  /** Names the memory of that run. */
  readonly memory: string;
}

/** What a run knows of each file. */
export interface AnalysisMemory {
  readonly project: ProjectMemory;
  readonly files: Readonly<Record<string, FileAnalysis>>;
  /** What rules asked the model for. */
  readonly model: string;
}

/** The last run, and what is different now. */
export interface LastAnalysis extends InputChanges {
  readonly record: AnalysisRecord;
  /** Whether all that has changed is the content of sources. */
  readonly isSameProject: boolean;
  /** Whether nothing has changed at all. */
  readonly isFresh: boolean;
}

/** Compares the project with what the last run has read; `undefined` where there is none that says anything. */
export function lastAnalysis(location: ProjectLocation): LastAnalysis | undefined {
  const { root } = location;
  const record = readSealed(recordFile(root))?.content as AnalysisRecord | undefined;
  if (record?.generator !== generatorStamp) return undefined;
  const changes = compareInputs(location, record.inputs);
  if (changes === undefined) return undefined;
  const isSameProject =
    !changes.hasOtherFiles &&
    record.beside.every(([path, hash]) => stampFile(join(root, path)) === hash) &&
    changes.changed.every((file) => file !== location.configFile && existsSync(file));
  const isFresh =
    isSameProject && changes.changed.length === 0 && outputStamp(root, record.inputs.output) === record.output;
  return { ...changes, record, isSameProject, isFresh };
}

/** The memory of a run; `undefined` where it is not there or belongs to another one. */
export function readAnalysisMemory(root: string, { memory }: AnalysisRecord): AnalysisMemory | undefined {
  const found = readSealed(memoryFile(root));
  return found?.seal === memory ? (found.content as AnalysisMemory) : undefined;
}

/** Keeps a run for the next one. */
export function recordAnalysis(
  root: string,
  run: Pick<AnalysisRecord, 'conclusion' | 'inputs' | 'setup'> & { readonly memory: AnalysisMemory },
  { pluginFiles }: Pick<AnalysisSetup, 'pluginFiles'>,
): void {
  const beside = [...pluginFiles, join(root, schemaFileName)];
  const record: AnalysisRecord = {
    generator: generatorStamp,
    setup: run.setup,
    inputs: run.inputs,
    beside: beside.map((file): Stamp => [relative(root, file), stampFile(file)]),
    output: outputStamp(root, run.inputs.output),
    conclusion: run.conclusion,
    memory: writeSealed(memoryFile(root), run.memory),
  };
  writeSealed(recordFile(root), record);
}

/** Hash of which rules run, and how. What rules do is part of the version, or of a plugin's file. */
export function setupKey({ rules, settings }: Pick<AnalysisSetup, 'rules' | 'settings'>): string {
  return contentHash(JSON.stringify([settings, rules.map(({ id, name }) => [id, name])]));
}

/** Names, sizes and times of generated files: whether they are stale is for a rule to say. */
function outputStamp(root: string, output: string): string {
  const folder = join(root, output);
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return `${relative(folder, path)} ${size} ${mtimeMs}`;
    });
  return contentHash(files.toSorted().join('\n'));
}

function recordFile(root: string): string {
  return cacheFile(root, 'analysis');
}

// Apart from the record: a run with nothing to do reads nothing else.
function memoryFile(root: string): string {
  return cacheFile(root, 'analysis-memory');
}
