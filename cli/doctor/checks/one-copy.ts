import type { Check, Installed, Patient } from '../check.ts';
import { isConfigured } from '../check.ts';

/** Whatever uses catga has to find the application's, not one of its own: packages that are composed, and all other dependencies. */
export const oneCopy: Check = {
  name: 'one-copy',
  examine({ configuration, installed, read }) {
    const own = installed('catga');
    if (own === undefined) return { status: 'ok', detail: 'not looked at: catga is not installed' };
    const modules = isConfigured(configuration) ? configuration.settings.modules : [];
    const composed = new Set(modules.map(packageOf));
    for (const [chain, { folder, dependencies }] of dependencyTree(
      [...composed, ...directDependencies(read)],
      installed,
    )) {
      const name = chain.at(-1) ?? '';
      if (name === 'catga' || !(composed.has(name) || dependencies.includes('catga'))) continue;
      const other = installed('catga', folder);
      if (other === undefined || other.folder === own.folder) continue;
      const by = chain.length > 1 ? `, needed by ${chain.slice(0, -1).toReversed().join(', needed by ')},` : '';
      return {
        status: composed.has(name) ? 'error' : 'warning',
        problem: `${name}${by} brings a catga of its own: ${other.version} in ${other.folder}, beside ${own.version} in ${own.folder}.`,
        fix: `Make catga a peer dependency of ${name}, then run \`npm dedupe\`.`,
      };
    }
    return { status: 'ok', detail: 'one copy of catga' };
  },
};

/** `@acme/billing` for `@acme/billing/catga`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function directDependencies(read: Patient['read']): readonly string[] {
  const text = read('package.json');
  if (text === undefined) return [];
  try {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Readonly<
      Record<string, Readonly<Record<string, string>> | undefined>
    >;
    return Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  } catch {
    // npm says so itself, with the place.
    return [];
  }
}

/** Every installed package that the names lead to, nearest first, each folder once, with the names on the way to it. */
function* dependencyTree(
  names: readonly string[],
  installed: Patient['installed'],
): Iterable<readonly [chain: readonly string[], found: Installed]> {
  const seen = new Set<string>();
  const queue = names.map((name): readonly [readonly string[], string | undefined] => [[name], undefined]);
  // The queue grows while it is walked.
  for (const [chain, from] of queue) {
    const found = installed(chain.at(-1) ?? '', from);
    if (found === undefined || seen.has(found.folder)) continue;
    seen.add(found.folder);
    yield [chain, found];
    for (const name of found.dependencies) queue.push([[...chain, name], found.folder]);
  }
}
