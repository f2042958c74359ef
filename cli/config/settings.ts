import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings, type GeneratorSettings } from '../../generator/settings.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import type { CatgaConfig } from './define.ts';

/**
 * What the generator is told: the configuration with its defaults filled in.
 *
 * @throws UsageError where the tsconfig does not exist.
 */
export function settingsOf(root: string, config: CatgaConfig): GeneratorSettings {
  const tsconfig = config.tsconfig ?? defaultSettings.tsconfig;
  if (!existsSync(join(root, tsconfig))) {
    throw new UsageError(
      `${tsconfig} does not exist in ${root}.`,
      'Run `catga init`, or name the tsconfig in catga.config.ts: `tsconfig: "packages/orders/tsconfig.json"`.',
    );
  }
  return {
    projectRoot: root,
    tsconfig,
    include: config.include ?? defaultSettings.include,
    output: (config.output ?? defaultSettings.output).replace(/^\.\//, '').replace(/\/+$/, ''),
    namespace: config.namespace ?? defaultSettings.namespace,
    importExtension: config.importExtension ?? defaultSettings.importExtension,
    unknown: config.unknown ?? defaultSettings.unknown,
    messages: config.messages ?? defaultSettings.messages,
    types: config.types ?? defaultSettings.types,
    modules: config.modules ?? defaultSettings.modules,
    generatorVersion: version,
  };
}
