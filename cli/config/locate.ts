import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Where a project is and which file configures it. */
export interface ProjectLocation {
  /** Absolute. */
  readonly root: string;
  /** Absolute; absent where the defaults apply. */
  readonly configFile?: string;
}

/** Looked for in this order. */
export const configNames: readonly string[] = [
  'catga.config.ts',
  'catga.config.mts',
  'catga.config.js',
  'catga.config.mjs',
  'catga.config.json',
];

/**
 * Finds the project that `cwd` belongs to: the nearest folder upwards with a config file, else with a `tsconfig.json`,
 * else `cwd` itself. `explicit` is the value of `--config`.
 */
export function locateProject(cwd: string, explicit?: string): ProjectLocation {
  if (explicit !== undefined) {
    const configFile = resolve(cwd, explicit);
    if (!existsSync(configFile)) {
      throw new UsageError(`${explicit} does not exist.`, 'Name an existing file after --config, or leave it out.');
    }
    return { root: dirname(configFile), configFile };
  }
  return nearest(cwd, configIn) ?? nearest(cwd, tsconfigIn) ?? { root: cwd };
}

function nearest(start: string, look: (folder: string) => ProjectLocation | undefined): ProjectLocation | undefined {
  let folder = start;
  for (;;) {
    const found = look(folder);
    if (found !== undefined) return found;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

function configIn(folder: string): ProjectLocation | undefined {
  const [first, second] = configNames.filter((name) => existsSync(join(folder, name)));
  if (first === undefined) return undefined;
  if (second !== undefined) {
    throw new UsageError(
      `${folder} has two configurations, ${first} and ${second}.`,
      'Remove one of them, or name the right one with --config.',
    );
  }
  return { root: folder, configFile: join(folder, first) };
}

function tsconfigIn(folder: string): ProjectLocation | undefined {
  return existsSync(join(folder, 'tsconfig.json')) ? { root: folder } : undefined;
}
