import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProjectLocation } from '../config/locate.ts';
import { openConfiguration } from '../open-configuration.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import type { Installed, Patient } from './check.ts';

/** Opens a project for the checks. What cannot be read is theirs to report. */
export async function patientAt(location: ProjectLocation): Promise<Patient> {
  const { root } = location;
  return {
    root,
    nodeVersion: process.versions.node,
    cliVersion: version,
    configuration: await configurationOf(location),
    read: (file) => textOf(join(root, file)),
    exists: (file) => existsSync(join(root, file)),
    installed: (name, from = root) => installedAt(name, from),
  };
}

async function configurationOf(location: ProjectLocation): Promise<Patient['configuration']> {
  try {
    return await openConfiguration(location, { evaluate: true });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problem: error.message, fix: error.help };
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there, or not readable: to a check both mean that it has nothing to look at.
    return undefined;
  }
}

interface PackageManifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** As Node looks for it; by hand, since not every package exports its package.json. */
function installedAt(name: string, from: string): Installed | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    const text = textOf(join(candidate, 'package.json'));
    if (text !== undefined) {
      const manifest = JSON.parse(text) as PackageManifest;
      return {
        folder: realpathSync(candidate),
        version: manifest.version ?? '0.0.0',
        dependencies: Object.keys({
          ...manifest.dependencies,
          ...manifest.optionalDependencies,
          ...manifest.peerDependencies,
        }),
      };
    }
    if (dirname(folder) === folder) return undefined;
  }
}
