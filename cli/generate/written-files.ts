import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { EarlierOutput, EmittedFile } from '../../generator/index.ts';
import type { OutputStamp } from '../freshness/manifest.ts';
import { isUntouched } from '../freshness/output-stamp.ts';

/** How earlier runs have left the generated files: what is still so needs neither printing nor comparing. */
export class WrittenFiles implements EarlierOutput {
  readonly #root: string;
  readonly #output: string;
  readonly #stamps: Map<string, OutputStamp>;
  /** What this process has written or compared. */
  readonly #files = new Map<string, EmittedFile>();

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
  keeps(file: EmittedFile): boolean {
    const stamp = this.#stamps.get(join(this.#output, file.path));
    return stamp?.[4] !== undefined && stamp[4] === file.fingerprint && isUntouched(this.#root, stamp);
  }

  textOf(path: string): string | undefined {
    const stamp = this.#stamps.get(join(this.#output, path));
    const file = this.#files.get(path);
    return stamp && file && isUntouched(this.#root, stamp) ? file.text : undefined;
  }

  /** Takes note of the files that are on disk now; `written` are paths that this run has written. */
  note(files: readonly EmittedFile[], written: ReadonlySet<string>): void {
    const paths = new Set<string>();
    for (const file of files) {
      const { path: name, fingerprint } = file;
      const path = join(this.#output, name);
      paths.add(path);
      if (fingerprint === undefined || (this.#stamps.get(path)?.[4] === fingerprint && !written.has(name))) continue;
      const found = statSync(join(this.#root, path), { throwIfNoEntry: false });
      // The hash is left for when somebody needs it: a run of another process.
      if (!found) continue;
      this.#stamps.set(path, [path, '', found.size, found.mtimeMs, fingerprint]);
      this.#files.set(name, file);
    }
    for (const path of this.#stamps.keys()) if (!paths.has(path)) this.#stamps.delete(path);
  }
}
