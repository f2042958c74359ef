import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { benchProgram, sampleMessages } from '../../generator/bench/index.ts';
import type { Generation } from '../../generator/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import { UsageError } from '../usage-error.ts';
import { writeUsersFile } from '../users-file.ts';

/** Where the benchmark stands, relative to the project root. */
const folder = 'bench';

/** What a run did to each file. */
export interface WrittenBench {
  readonly file: string;
  readonly state: 'written' | 'kept' | 'extended';
}

/**
 * Writes `bench/catga.bench.ts`, unless there is one, and adds samples of new messages to `bench/samples.json`. What is there
 * already is never changed.
 *
 * @throws UsageError where the samples cannot be read.
 */
export function writeBench(
  root: string,
  { files, model }: Pick<Generation, 'files' | 'model'>,
  output: string,
): readonly WrittenBench[] {
  const index = files.find(({ path }) => path === 'index.ts')?.text ?? '';
  const importExtension = /from '[^']*\.ts'/.test(index) ? '.ts' : '.js';
  const generated = relative(folder, output).replaceAll('\\', '/');
  return [writeProgram(root, benchProgram(model, { generated, importExtension })), writeSamples(root, model)];
}

function writeProgram(root: string, text: string): WrittenBench {
  const file = `${folder}/catga.bench.ts`;
  if (existsSync(join(root, file))) return { file, state: 'kept' };
  writeUsersFile(root, file, text);
  return { file, state: 'written' };
}

function writeSamples(root: string, model: ProjectModel): WrittenBench {
  const file = `${folder}/samples.json`;
  const path = join(root, file);
  const made = samplesOfAll(model);
  if (!existsSync(path)) {
    writeUsersFile(root, file, `${JSON.stringify(made, undefined, 2)}\n`);
    return { file, state: 'written' };
  }
  const present = readSamples(path, file);
  const added = Object.entries(made).filter(([name]) => !Object.hasOwn(present, name));
  if (added.length === 0) return { file, state: 'kept' };
  writeUsersFile(root, file, `${JSON.stringify({ ...present, ...Object.fromEntries(added) }, undefined, 2)}\n`);
  return { file, state: 'extended' };
}

function samplesOfAll(model: ProjectModel): Readonly<Record<string, unknown>> {
  const composed = model.modules.map((module) => samplesOfAll(module.model));
  return Object.assign({}, ...composed, sampleMessages(model)) as Record<string, unknown>;
}

function readSamples(path: string, file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  let cause: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    cause = error;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UsageError(
    `${file} is not a JSON object: samples of new messages cannot be added to it.`,
    'Mend it, or remove it to have it written anew.',
    { cause },
  );
}
