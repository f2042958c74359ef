import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

/** A composed package's manifest on disk, or why there is none. */
export type ManifestFile = { readonly path: string; readonly text: string } | { readonly reason: string };

/**
 * Finds `<specifier>/manifest.json` as Node resolves it from the project: through the package's `exports`.
 *
 * @param specifier - Import specifier of a package's generated folder: `@acme/billing/catga`.
 */
export function findManifest(projectRoot: string, specifier: string): ManifestFile {
  const { resolve } = createRequire(join(projectRoot, 'package.json'));
  try {
    const path = resolve(`${specifier}/manifest.json`);
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  switch (code) {
    case 'MODULE_NOT_FOUND':
      return 'the package is not installed, or has no such file';
    case 'ERR_PACKAGE_PATH_NOT_EXPORTED':
      return 'the `exports` of its package.json do not offer it';
    case 'ENOENT':
      return 'the file does not exist';
    default:
      return error instanceof Error ? error.message : String(error);
  }
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
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : undefined;
}
