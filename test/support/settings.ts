import { defaultSettings, type GeneratorSettings } from '../../generator/index.ts';

/** Settings for a project in any folder: the defaults, and what a test says besides. */
export function settingsFor(projectRoot: string, changes: Partial<GeneratorSettings> = {}): GeneratorSettings {
  return { ...defaultSettings, projectRoot, generatorVersion: '0.0.0', ...changes };
}
