import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ProjectLocation } from '../config/locate.ts';
import { readManifest, type FreshnessManifest, type OutputStamp, type Stamp } from './manifest.ts';
import { stampFile, stampFolder } from './stamp.ts';

/**
 * What the last run left, if running again would read and write exactly the same. Costs reading the sources; nothing of
 * the compiler is loaded.
 */
export function freshManifest(location: ProjectLocation): FreshnessManifest | undefined {
  const { root, configFile } = location;
  const manifest = readManifest(root);
  if (manifest === undefined) return undefined;
  if (manifest.configFile !== (configFile === undefined ? undefined : relative(root, configFile))) return undefined;
  const sameFile = ([path, hash]: Stamp): boolean => stampFile(join(root, path)) === hash;
  const output = join(root, manifest.output);
  const fresh =
    manifest.inputs.every(sameFile) &&
    manifest.outputs.every((stamp) => isUntouched(root, stamp)) &&
    manifest.folders.every(([path, hash]) => stampFolder(join(root, path), output) === hash);
  return fresh ? manifest : undefined;
}

function isUntouched(root: string, [path, hash, size, changedMs]: OutputStamp): boolean {
  const file = join(root, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return false;
  return (found.size === size && found.mtimeMs === changedMs) || stampFile(file) === hash;
}
