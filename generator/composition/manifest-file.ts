import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { exportedPath } from './package-exports.ts';

/** A composed package's manifest on disk, or why there is none. */
export type ManifestFile = { readonly path: string; readonly text: string } | MissingManifest;

/** A manifest that is not there. */
export interface MissingManifest {
  readonly reason: string;
  /** Where it was looked for: what comes to be at one of these absolute paths may be it. */
  readonly absent: readonly string[];
  /** Absolute paths of the package files that decided where. */
  readonly inputs: readonly string[];
}

/**
 * Finds `<specifier>/manifest.json` as Node resolves it from the project: through the package's `exports`.
 *
 * @param specifier - Import specifier of a package's generated folder: `@acme/billing/catga`.
 */
export function findManifest(projectRoot: string, specifier: string): ManifestFile {
  const packageName = packageNameOf(specifier);
  const places: string[] = [];
  for (let folder = projectRoot; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', packageName);
    if (existsSync(place)) return inPackage(place, `${specifier.slice(packageName.length)}/manifest.json`, places);
    places.push(place);
    if (folder === dirname(folder)) return elsewhere(projectRoot, specifier, places);
  }
}

/** @param nearer - Where the package was looked for before: one that comes to be there hides this one. */
function inPackage(place: string, path: string, nearer: readonly string[]): ManifestFile {
  const description = join(place, 'package.json');
  const inputs = existsSync(description) ? [description] : [];
  try {
    const exported = inputs.length === 0 ? undefined : jsonOf(description)['exports'];
    const found = exported === undefined || exported === null ? `.${path}` : exportedPath(exported, `.${path}`);
    if (found === undefined) {
      return { reason: 'the `exports` of its package.json do not offer it', absent: nearer, inputs };
    }
    const file = join(place, found);
    if (!existsSync(file)) return { reason: 'the package has no such file', absent: [...nearer, file], inputs };
    return readManifest(realpathSync(file));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), absent: nearer, inputs };
  }
}

/** Where there is no `node_modules`, a package manager may have taught Node another way. */
function elsewhere(projectRoot: string, specifier: string, absent: readonly string[]): ManifestFile {
  const { resolve } = createRequire(join(projectRoot, 'package.json'));
  try {
    return readManifest(resolve(`${specifier}/manifest.json`));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
    const reason = isMissing ? 'the package is not installed' : error instanceof Error ? error.message : String(error);
    return { reason, absent, inputs: [] };
  }
}

function readManifest(path: string): ManifestFile {
  return { path, text: readFileSync(path, 'utf8') };
}

/** `@acme/billing` of `@acme/billing/catga`. */
export function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The folder of the package's own package.json, above its manifest; posix. */
export function packageRoot(manifest: string, packageName: string): string {
  for (let folder = dirname(manifest); folder !== dirname(folder); folder = dirname(folder)) {
    if (nameIn(join(folder, 'package.json')) === packageName) return folder.split(sep).join('/');
  }
  return dirname(manifest).split(sep).join('/');
}

function nameIn(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const { name } = jsonOf(path);
  return typeof name === 'string' ? name : undefined;
}

function jsonOf(path: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
