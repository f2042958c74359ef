import type { Check } from '../check.ts';

/** The runtime is needed in production, the command line is not. */
export const dependencyKind: Check = {
  name: 'dependency-kind',
  examine({ read }) {
    const text = read('package.json');
    if (text === undefined) {
      return { status: 'error', problem: 'There is no package.json.', fix: 'Run `npm init`, then `npx catga init`.' };
    }
    let manifest: { readonly dependencies?: object; readonly devDependencies?: object };
    try {
      manifest = JSON.parse(text) as typeof manifest;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { status: 'error', problem: `package.json is not JSON: ${reason}`, fix: 'Mend its syntax.' };
    }
    const { dependencies = {}, devDependencies = {} } = manifest;
    if ('catga' in devDependencies && !('catga' in dependencies)) {
      return {
        status: 'error',
        problem: 'catga is a development dependency: an installation for production goes without it.',
        fix: 'Run `npm install --save-prod catga`.',
      };
    }
    if ('@catga/cli' in dependencies) {
      return {
        status: 'warning',
        problem: '@catga/cli is a dependency: generator and compiler would be installed in production.',
        fix: 'Run `npm install --save-dev @catga/cli`.',
      };
    }
    return { status: 'ok', detail: 'catga is for production, @catga/cli for development' };
  },
};
