import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';

const source = /\.[cm]?tsx?$/;

/** Hash of a file's content, `''` where there is no such file. */
export function stampFile(path: string): string {
  try {
    return contentHash(readFileSync(path));
  } catch {
    // Missing or unreadable: either way not what a run has read.
    return '';
  }
}

/**
 * Hash of the names of all TypeScript sources at and below a folder, dependencies and `output` (absolute) left out.
 */
export function stampFolder(folder: string, output: string): string {
  const names: string[] = [];
  collect(folder, '', output, names);
  return contentHash(names.join('\n'));
}

function collect(folder: string, prefix: string, output: string, names: string[]): void {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that is gone has no sources.
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name.startsWith('.') || path === output) continue;
      collect(path, `${prefix}${entry.name}/`, output, names);
    } else if (source.test(entry.name)) {
      names.push(prefix + entry.name);
    }
  }
}
