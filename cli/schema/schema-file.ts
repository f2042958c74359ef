import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSchema, type Schema } from '../../generator/schema/index.ts';
import { UsageError, withFileAccess } from '../usage-error.ts';
import { writeUsersFile } from '../users-file.ts';

/** The name of the file, beside the configuration. */
export const schemaFileName = 'catga.schema.json';

const mend = 'Take one side of the merge, or the last committed version, and run `catga schema update`.';

/** The text of the schema file beside the configuration; `undefined` where there is none. */
export function readSchemaText(root: string): string | undefined {
  const file = join(root, schemaFileName);
  return existsSync(file) ? withFileAccess(schemaFileName, () => readFileSync(file, 'utf8')) : undefined;
}

/** Reads a schema. @throws UsageError where it is damaged, foreign, or of another version. */
export function schemaOf(text: string, place: string): Schema {
  const parsed = parseSchema(text);
  if ('schema' in parsed) return parsed.schema;
  throw new UsageError(`${place} cannot be used: ${parsed.problem}.`, mend);
}

/** Replaces the schema file in one step. */
export function writeSchemaText(root: string, text: string): void {
  writeUsersFile(root, schemaFileName, text);
}
