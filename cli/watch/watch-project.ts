import { GenerationSession, type Generation } from '../../generator/index.ts';
import type { Outcome } from '../generate/outcome.ts';
import { remember, settle } from '../generate/run-generation.ts';
import type { Configuration } from '../open-configuration.ts';
import { WrittenFiles } from '../generate/written-files.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { ProjectState } from './project-state.ts';
import { Wake } from './wake.ts';

/** Editors write a file in several steps, tools several files at once. */
const quietMs = 10;
/** Then there is time for what only the next process gains by. */
const idleMs = 2000;

/** Generates, and again after every change, until the configuration, the tsconfig or an installed package changes. */
export async function watchProject(configuration: Configuration, report: (outcome: Outcome) => void): Promise<void> {
  const wake = new Wake();
  const watcher = new FolderWatcher(wake.notify);
  try {
    const state = new ProjectState(configuration);
    const session = new GenerationSession(configuration.settings);
    const written = new WrittenFiles(configuration.settings.projectRoot, configuration.settings.output);
    const watch = (): void => watcher.update(state.trees, state.folders, state.skips);
    watch();
    let unkept: Generation | undefined;
    const run = (changes: Parameters<GenerationSession['run']>[0], started: number): void => {
      const generation = session.run(changes);
      state.read(generation);
      report(settle(configuration, generation, { write: true, started, written }).outcome);
      unkept = generation;
    };
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
        if (unkept) remember(configuration, unkept);
        unkept = undefined;
        since = await wake.wait(quietMs, Infinity);
      }
      started = since ?? performance.now();
    }
  } finally {
    watcher.close();
  }
}
