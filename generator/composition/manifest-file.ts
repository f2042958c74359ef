import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

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
