import type { EarlierProject, OpenProject } from '../../generator/scan/index.ts';
import type { Configuration } from '../open-configuration.ts';
import { followChanges } from '../watch/follow-changes.ts';
import { ProjectState } from '../watch/project-state.ts';
import type { ReadProject } from './run-analysis.ts';
import type { AnalysisSetup } from './setup.ts';

/** Analyzes, and again after every change, until the configuration, a plugin or an installed package changes. */
export async function watchAnalysis(
  configuration: Configuration,
  { pluginFiles }: AnalysisSetup,
  analyze: (before: EarlierProject | undefined) => ReadProject,
): Promise<void> {
  const state = new ProjectState(configuration, pluginFiles);
  let project: OpenProject | undefined;
  await followChanges(state, {
    run(changes) {
      const read = analyze(project && { project, ...changes });
      state.read(read);
      ({ project } = read);
    },
  });
}
