import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells that something has happened in some folders; what it was, whoever is told has to find out.
 *
 * Each folder is watched by itself: Node's own recursive watching on Linux watches files, and loses those that an editor
 * replaces by a rename.
 */
export class FolderWatcher {
  readonly #onEvent: () => void;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(onEvent: () => void) {
    this.#onEvent = onEvent;
  }

  /**
   * Watches `trees` with all folders below them, and `folders`. What is below folders that came since the last call is
   * watched from now on: look at it afterwards.
   */
  update(trees: readonly string[], folders: readonly string[], skips: (folder: string) => boolean): void {
    const wanted = new Set(folders);
    for (const tree of trees) collect(tree, wanted, skips);
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of wanted) if (!this.#watchers.has(folder)) this.#open(folder);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #open(folder: string): void {
    let watcher: FSWatcher;
    try {
      watcher = watch(folder, this.#onEvent);
    } catch (error) {
      // It was removed in this moment, which its parent tells.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      throw error;
    }
    this.#watchers.set(folder, watcher);
    watcher.on('error', () => {
      watcher.close();
      this.#watchers.delete(folder);
      this.#onEvent();
    });
  }
}

function collect(folder: string, found: Set<string>, skips: (folder: string) => boolean): void {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that is gone has nothing to watch.
    return;
  }
  found.add(folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skips(path)) collect(path, found, skips);
  }
}
