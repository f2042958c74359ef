import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scanProject, type ScanResult } from '../../generator/scan/index.ts';
import type { GeneratorSettings } from '../../generator/settings.ts';
import { printModel } from './print-model.ts';
import { settingsFor } from '../support/settings.ts';

export const fixtures: string = fileURLToPath(new URL('../../fixtures/declarations/', import.meta.url));

/** Settings of a project in `folder`, with what its `settings.json` says. */
export function settingsOf(folder: string): GeneratorSettings {
  const file = `${folder}/settings.json`;
  const own = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<GeneratorSettings>) : {};
  return settingsFor(folder, { output: 'input/catga', ...own });
}

/** What a scan found, as text: the model, then the findings with their exact positions. */
export function printResult({ model, diagnostics }: ScanResult): string {
  const findings = diagnostics.map(({ id, severity, message, position, end }) => {
    const start = `${position.file}:${position.line}:${position.column}`;
    return `${start}-${end?.line ?? '?'}:${end?.column ?? '?'} ${severity} ${id} ${message}`;
  });
  return [...printModel(model), ...(findings.length > 0 ? ['', ...findings] : []), ''].join('\n');
}

export function scanFolder(folder: string): ScanResult {
  return scanProject(settingsOf(folder));
}
