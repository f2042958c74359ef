import type { ProjectChanges } from '../../generator/index.ts';
import { FolderWatcher } from './folder-watcher.ts';
import type { ProjectState } from './project-state.ts';
import { Wake } from './wake.ts';

/** Editors write a file in several steps, tools several files at once. */
const quietMs = 10;
/** Then there is time for what only the next process gains by. */
const idleMs = 2000;

/** What is done upon changes. */
export interface Follower {
  /** `started`: when the first of the changes was seen. The first run comes at once. */
  readonly run: (changes: ProjectChanges, started: number) => void;
  /** Nothing has happened for a while. */
  readonly idle?: () => void;
}

/** Runs, and again after every change, until the configuration, the tsconfig or an installed package changes. */
export async function followChanges(state: ProjectState, { run, idle }: Follower): Promise<void> {
  const wake = new Wake();
  const watcher = new FolderWatcher(wake.notify);
  try {
    const watch = (): void => watcher.update(state.trees, state.folders, state.skips);
    watch();
    let started = performance.now();
    run({ changed: new Set(), hasOtherFiles: true }, started);
    for (;;) {
      // Once more after each run: what has changed meanwhile was not read.
      watch();
      const happened = state.look();
      if (happened === 'other-project') return;
      if (happened !== 'nothing') {
        run(happened, started);
        started = performance.now();
        continue;
      }
      let since = await wake.wait(quietMs, idleMs);
      if (since === undefined) {
        idle?.();
        since = await wake.wait(quietMs, Infinity);
      }
      started = since ?? performance.now();
    }
  } finally {
    watcher.close();
  }
}
