import { GenerationSession, type Generation } from '../../generator/index.ts';
import type { Outcome } from '../generate/outcome.ts';
import { remember, settle } from '../generate/run-generation.ts';
import { WrittenFiles } from '../generate/written-files.ts';
import type { Configuration } from '../open-configuration.ts';
import { followChanges } from './follow-changes.ts';
import { ProjectState } from './project-state.ts';

/** Generates, and again after every change, until the configuration, the tsconfig or an installed package changes. */
export async function watchProject(configuration: Configuration, report: (outcome: Outcome) => void): Promise<void> {
  const { settings } = configuration;
  const state = new ProjectState(configuration);
  const session = new GenerationSession(settings);
  const written = new WrittenFiles(settings.projectRoot, settings.output);
  let unkept: Generation | undefined;
  await followChanges(state, {
    run(changes, started) {
      const generation = session.run(changes);
      state.read(generation);
      report(settle(configuration, generation, { write: true, started, written }).outcome);
      unkept = generation;
    },
    idle() {
      if (unkept) remember(configuration, unkept);
      unkept = undefined;
    },
  });
}
