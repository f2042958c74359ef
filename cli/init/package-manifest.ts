import type { ProjectShape } from './project-shape.ts';

const scripts: Readonly<Record<string, string>> = {
  generate: 'catga generate',
  check: 'catga generate --check && catga analyze',
  build: 'catga generate && tsc',
};

/** What becomes of `package.json`: its new text, and what was added and what was there already. */
export interface ManifestChange {
  readonly text: string;
  readonly added: readonly string[];
  readonly kept: readonly string[];
}

/** Adds what is missing to `package.json`; nothing that is there is changed. */
export function extendManifest(shape: ProjectShape, folderName: string): ManifestChange {
  const added: string[] = [];
  const kept: string[] = [];
  const before = shape.manifest?.content ?? { name: packageName(folderName), version: '0.0.0', private: true };
  const result: Record<string, unknown> = { ...before };
  if (!('type' in result) && !shape.commonJs) {
    result['type'] = 'module';
    added.push('type');
  }
  const existing = isRecord(before['scripts']) ? before['scripts'] : {};
  const merged: Record<string, unknown> = { ...existing };
  for (const [name, command] of Object.entries(scripts)) {
    if (name in existing) {
      if (existing[name] !== command) kept.push(`scripts.${name}`);
    } else {
      merged[name] = command;
      added.push(`scripts.${name}`);
    }
  }
  result['scripts'] = merged;
  return { text: `${JSON.stringify(result, undefined, shape.manifest?.indent ?? '  ')}\n`, added, kept };
}

function packageName(folderName: string): string {
  const name = folderName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[._-]+|[._-]+$/g, '');
  return name === '' ? 'app' : name;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
