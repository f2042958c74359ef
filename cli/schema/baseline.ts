import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Schema } from '../../generator/schema/index.ts';
import { git } from '../git.ts';
import { UsageError, withFileAccess } from '../usage-error.ts';
import { schemaFileName, schemaOf } from './schema-file.ts';

/** What declarations are compared with. */
export interface Baseline {
  /** For people: `catga.schema.json`, `main:catga.schema.json`. */
  readonly name: string;
  /** Absent where that commit had no schema yet. */
  readonly schema?: Schema;
}

/**
 * Reads the schema that `--against` names: a file, else a commit of the project's repository.
 *
 * @throws UsageError where it is neither, or what is there is no schema.
 */
export function readBaseline(against: string, cwd: string, root: string): Baseline {
  const file = resolve(cwd, against);
  if (existsSync(file)) {
    const text = withFileAccess(against, () => readFileSync(file, 'utf8'));
    return { name: against, schema: schemaOf(text, against) };
  }
  const commit = git(
    root,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${against}^{commit}`],
    'compare with a file',
  );
  if (commit.status !== 0) {
    throw new UsageError(
      `${against} is neither a file nor a commit of this repository.`,
      'Name a schema file or a git reference: --against origin/main. In CI, fetch that branch first.',
    );
  }
  const name = `${against}:${schemaFileName}`;
  // The path after the colon is relative to the folder that git runs in.
  const shown = git(root, ['show', `${commit.stdout.trim()}:./${schemaFileName}`], 'compare with a file');
  return shown.status === 0 ? { name, schema: schemaOf(shown.stdout, name) } : { name };
}
