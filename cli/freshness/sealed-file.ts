import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeLeftBehind, writeWhole } from '../../generator/output/write-whole.ts';
import { contentHash } from './content-hash.ts';

/** The content of a sealed file, and the seal: the hash of its text. */
interface Sealed {
  readonly seal: string;
  readonly content: unknown;
}

/** Reads what {@link writeSealed} has written; `undefined` where there is nothing or it is damaged. */
export function readSealed(file: string): Sealed | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // Not there, or not readable: a full run makes a new one.
    return undefined;
  }
  const separator = text.indexOf('\n');
  const body = text.slice(separator + 1);
  const seal = text.slice(0, Math.max(0, separator));
  // The first line is the hash of the rest, so that a damaged file is never half believed.
  return seal === contentHash(body) ? { seal, content: JSON.parse(body) as unknown } : undefined;
}

/** Replaces a file in one step; returns its seal. */
export function writeSealed(file: string, content: unknown): string {
  const body = JSON.stringify(content);
  const seal = contentHash(body);
  writeWhole(file, `${seal}\n${body}`);
  removeLeftBehind(dirname(file));
  return seal;
}
