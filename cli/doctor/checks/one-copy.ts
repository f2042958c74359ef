import type { Check, Installed } from '../check.ts';
import { isConfigured } from '../check.ts';

/** Packages that are composed have to find the application's catga, not one of their own. */
export const oneCopy: Check = {
  name: 'one-copy',
  examine({ configuration, installed }) {
    const own = installed('catga');
    if (own === undefined) return { status: 'ok', detail: 'not looked at: catga is not installed' };
    const modules = isConfigured(configuration) ? configuration.settings.modules : [];
    for (const specifier of modules) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      const module: Installed | undefined = installed(name);
      const other = module && installed('catga', module.folder);
      if (other === undefined || other.folder === own.folder) continue;
      return {
        status: 'error',
        problem: `${name} brings a catga of its own: ${other.version} in ${other.folder}, beside ${own.version} in ${own.folder}.`,
        fix: `Make catga a peer dependency of ${name}, then run \`npm dedupe\`.`,
      };
    }
    return { status: 'ok', detail: 'one copy of catga' };
  },
};
