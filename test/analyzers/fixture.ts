import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import type { GeneratorSettings } from '../../generator/settings.ts';

const folder = fileURLToPath(new URL('../../fixtures/analyzers/', import.meta.url));

/** Settings of the fixture `fixtures/analyzers/<name>`. */
export function fixtureSettings(name: string): GeneratorSettings {
  return {
    projectRoot: path.join(folder, name),
    tsconfig: 'tsconfig.json',
    include: [],
    output: 'src/catga',
    namespace: '',
    importExtension: 'auto',
    unknown: [],
    messages: {},
    modules: [],
    generatorVersion: '0.0.0',
  };
}

/** A model of a project that declares nothing. */
export const emptyModel: ProjectModel = {
  namespace: '',
  messages: [],
  handlers: [],
  behaviors: [],
  validators: [],
  services: [],
  upcasters: [],
  externals: [],
  types: [],
  modules: [],
};

/** One finding a line, as the fixtures' `expected.txt` has them. */
export function findingLines(findings: readonly Diagnostic[]): string {
  return findings
    .map(({ position, end, severity, id, message, related = [] }) => {
      const range = `${position.line}:${position.column}${end === undefined ? '' : `-${end.line}:${end.column}`}`;
      const places = related.map(
        (one) => `  ${one.position.file}:${one.position.line}:${one.position.column} ${one.message}\n`,
      );
      return `${position.file}:${range} ${severity} ${id} ${message}\n${places.join('')}`;
    })
    .join('');
}

/** The findings that a fixture must have. */
export function expectedFindings(name: string): string {
  return readFileSync(path.join(folder, name, 'expected.txt'), 'utf8');
}
