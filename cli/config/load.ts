import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { contentHash } from '../freshness/content-hash.ts';
import { UsageError } from '../usage-error.ts';
import type { CatgaConfig } from './define.ts';
import { evaluateConfig } from './evaluate.ts';
import type { ProjectLocation } from './locate.ts';
import { validateConfig } from './validate.ts';

/** A config file's value, with the hash of the text that it came from. */
export interface EvaluatedConfig {
  readonly hash: string;
  readonly value: CatgaConfig;
}

/**
 * Reads the project's configuration. `known` is what the last run found; it is taken instead of evaluating the file
 * again while the text is the same.
 */
export async function loadConfig(location: ProjectLocation, known?: EvaluatedConfig): Promise<EvaluatedConfig> {
  const file = location.configFile;
  if (file === undefined) return { hash: '', value: {} };
  const text = readConfig(file);
  const hash = contentHash(text);
  if (known?.hash === hash) return known;
  const value = file.endsWith('.json') ? parse(file, text) : await evaluateConfig(file, text, location.root);
  return { hash, value: validateConfig(value, basename(file)) };
}

function readConfig(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reason(error)}`, 'Check that it is a file and its permissions.', {
      cause: error,
    });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(
      `${basename(file)} is not valid JSON: ${reason(error)}`,
      'Mend the syntax; comments and trailing commas are not allowed in JSON.',
      { cause: error },
    );
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
