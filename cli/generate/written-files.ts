import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { EmittedFile } from '../../generator/index.ts';
import type { OutputStamp } from '../freshness/manifest.ts';
import { isUntouched } from '../freshness/output-stamp.ts';

/** How earlier runs have left the generated files: what is still so needs neither printing nor comparing. */
export class WrittenFiles {
  readonly #root: string;
  readonly #output: string;
  readonly #stamps: Map<string, OutputStamp>;

  /**
   * @param output - Relative to `root`.
   * @param before - What the last run has left.
   */
  constructor(root: string, output: string, before: readonly OutputStamp[] = []) {
    this.#root = root;
    this.#output = output;
    this.#stamps = new Map(before.map((stamp) => [stamp[0], stamp]));
  }

  /** Whether a file is on disk as it was written, and would be written again. */
  readonly keeps = (file: EmittedFile): boolean => {
    const stamp = this.#stamps.get(join(this.#output, file.path));
    return stamp?.[4] !== undefined && stamp[4] === file.fingerprint && isUntouched(this.#root, stamp);
  };

  /** Takes note of the files that are on disk now; `written` are paths that this run has written. */
  note(files: readonly EmittedFile[], written: ReadonlySet<string>): void {
    const paths = new Set<string>();
    for (const { path: name, fingerprint } of files) {
      const path = join(this.#output, name);
      paths.add(path);
      if (fingerprint === undefined || (this.#stamps.get(path)?.[4] === fingerprint && !written.has(name))) continue;
      const found = statSync(join(this.#root, path), { throwIfNoEntry: false });
      // The hash is left for when somebody needs it: a run of another process.
      if (found) this.#stamps.set(path, [path, '', found.size, found.mtimeMs, fingerprint]);
    }
    for (const path of this.#stamps.keys()) if (!paths.has(path)) this.#stamps.delete(path);
  }
}
