import { join } from 'node:path';
import type { GeneratorSettings } from '../generator/settings.ts';
import { checkTsconfig } from './config/check-tsconfig.ts';
import { loadConfig, settingsOf, type EvaluatedConfig } from './config/index.ts';
import type { ProjectLocation } from './config/locate.ts';
import { readManifest } from './freshness/manifest.ts';

/** What a command works on. */
export interface Configuration {
  readonly location: ProjectLocation;
  readonly config: EvaluatedConfig;
  readonly settings: GeneratorSettings;
}

/** Reads the configuration. `evaluate`: runs the file even if it has not changed since the last run. */
export async function openConfiguration(
  location: ProjectLocation,
  { evaluate = false }: { readonly evaluate?: boolean } = {},
): Promise<Configuration> {
  const known = evaluate ? undefined : readManifest(location.root)?.config;
  const config = await loadConfig(location, known);
  const settings = settingsOf(location.root, config.value);
  checkTsconfig(join(location.root, settings.tsconfig), location.root);
  return { location, config, settings };
}
