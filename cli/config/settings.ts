import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratorSettings } from '../../generator/settings.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import type { CatgaConfig } from './define.ts';

/**
 * What the generator is told: the configuration with its defaults filled in.
 *
 * @throws UsageError where the tsconfig does not exist.
 */
export function settingsOf(root: string, config: CatgaConfig): GeneratorSettings {
  const tsconfig = config.tsconfig ?? 'tsconfig.json';
  if (!existsSync(join(root, tsconfig))) {
    throw new UsageError(
      `${tsconfig} does not exist in ${root}.`,
      'Run `catga init`, or name the tsconfig in catga.config.ts: `tsconfig: "packages/orders/tsconfig.json"`.',
    );
  }
  return {
    projectRoot: root,
    tsconfig,
    include: config.include ?? [],
    output: (config.output ?? 'src/catga').replace(/^\.\//, '').replace(/\/+$/, ''),
    namespace: config.namespace ?? '',
    importExtension: config.importExtension ?? 'auto',
    unknown: config.unknown ?? [],
    messages: config.messages ?? {},
    types: config.types ?? {},
    modules: config.modules ?? [],
    generatorVersion: version,
  };
}
