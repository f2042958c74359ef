import type { GeneratorSettings } from '../generator/settings.ts';
import { loadConfig, settingsOf, type EvaluatedConfig } from './config/index.ts';
import { locateProject, type ProjectLocation } from './config/locate.ts';
import { readManifest } from './freshness/manifest.ts';
import type { Terminal } from './output/terminal.ts';

/** What a command works on. */
export interface Configuration {
  readonly location: ProjectLocation;
  readonly config: EvaluatedConfig;
  readonly settings: GeneratorSettings;
}

/** Finds and reads the configuration. `evaluate`: do so even if the file has not changed since the last run. */
export async function openConfiguration(
  terminal: Terminal,
  flags: { readonly config?: string; readonly evaluate?: boolean },
): Promise<Configuration> {
  const location = locateProject(terminal.cwd, flags.config);
  const known = flags.evaluate === true ? undefined : readManifest(location.root)?.config;
  const config = await loadConfig(location, known);
  return { location, config, settings: settingsOf(location.root, config.value) };
}
