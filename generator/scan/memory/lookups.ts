import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { installedPackage, isInstalled, toPosix } from '../project-paths.ts';
import type { OpenProject } from '../open-project.ts';
import { projectFiles, resolutionsOf } from './source-graph.ts';

/** What the resolution of a project's imports has looked at, its results apart. */
export interface Lookups {
  /** Files and folders that are not there; one that comes may change what an import means. Absolute, sorted. */
  readonly absent: readonly string[];
  /** The project's own package files that decided. */
  readonly inputs: readonly string[];
}

/** Which files' imports have to be looked up. */
interface LookupScope {
  readonly looked: ReadonlySet<string>;
  /** By absolute path. */
  readonly known: Readonly<Record<string, unknown>>;
}

/**
 * Installed packages shadow each other only by an installation, which changes files that are known; so of what is looked
 * for in `node_modules`, packages count that are missing, or have no types yet.
 *
 * @param scope - Files whose imports have been looked up before, and those of them that are to be looked at again.
 */
export function lookupsOf({ program, root, settings }: OpenProject, scope?: LookupScope): Lookups {
  const output = `${toPosix(path.resolve(root, settings.output))}/`;
  const absent = new Set<string>();
  const missing = new Set<string>();
  const inputs = new Set<string>();
  for (const file of projectFiles(program)) {
    if (scope && file.fileName in scope.known && !scope.looked.has(file.fileName)) continue;
    for (const [specifier, resolution] of resolutionsOf(program, file)) {
      const { resolvedModule, failedLookupLocations = [], affectingLocations = [] } = resolution;
      for (const place of affectingLocations) if (!isInstalled(place)) inputs.add(place);
      const hasTypes = resolvedModule !== undefined && !/\.[cm]?jsx?$/.test(resolvedModule.resolvedFileName);
      // Node's own come with the ambient packages.
      if (!hasTypes && isBuiltin(specifier)) continue;
      for (const place of failedLookupLocations) {
        if (!isInstalled(place)) absent.add(place);
        else if (!hasTypes) missing.add(place);
      }
    }
  }
  const places = [...absent, ...inPackages(missing)];
  return {
    absent: places.filter((place) => !place.startsWith(output) && !existsSync(place)).toSorted(),
    inputs: [...inputs].filter((place) => existsSync(place)),
  };
}

// All that is looked for in a package that is not there comes with its folder.
function inPackages(places: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const installed = new Map<string, boolean>();
  for (const place of places) {
    const inside = installedPackage(place)?.path ?? '';
    // A package is a folder; the compiler looks for files too.
    if (inside === '') continue;
    const folder = place.slice(0, -inside.length - 1);
    let exists = installed.get(folder);
    if (exists === undefined) installed.set(folder, (exists = existsSync(folder)));
    found.add(exists ? place : folder);
  }
  return found;
}
