import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Registry } from 'catga/generated';

/** What the runner was told on its command line. */
export interface RunnerArguments {
  /** The compiled project: generated code in `catga/`, its source beside it. */
  readonly folder: string;
  readonly rounds: number;
}

/** What `index.js` of generated code exports, as far as every project has it. */
export interface GeneratedModule {
  readonly registry: (externals: object) => Registry;
}

/** Reads the runner's command line. */
export function runnerArguments(): RunnerArguments {
  const [folder = '', rounds = ''] = process.argv.slice(2);
  return { folder, rounds: Number(rounds) };
}

/** Loads the generated code of a compiled project; `T` is what the project's declarations lead to. */
export async function loadGenerated<T>(folder: string): Promise<GeneratedModule & T> {
  // The module exists only once the benchmark has generated it, so its type is stated here.
  return (await import(pathToFileURL(join(folder, 'catga', 'index.js')).href)) as GeneratedModule & T;
}

/** Loads a compiled source of the project, the very module that the generated code uses. */
export async function loadSource<T>(folder: string, name: string): Promise<T> {
  return (await import(pathToFileURL(join(folder, `${name}.js`)).href)) as T;
}

/** Hands the costs to the parent process. */
export function answer(costs: Readonly<Record<string, number>>): void {
  process.stdout.write(`${JSON.stringify(costs)}\n`);
}
