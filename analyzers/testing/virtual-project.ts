import path from 'node:path';
import type { ts } from 'ts-morph';
import { defaultSettings, examine } from '../../generator/index.ts';
import { openProject, scan, type OpenProject } from '../../generator/scan/index.ts';
import { toPosix } from '../../generator/scan/project-paths.ts';
import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import type { GeneratorSettings } from '../../generator/settings.ts';

/** What `catga.config.ts` of such a project says. */
export type VirtualSettings = Partial<Pick<GeneratorSettings, 'include' | 'messages'>>;

/** A project that is not on disk. */
export interface VirtualProject {
  readonly project: OpenProject;
  readonly model: ProjectModel;
  readonly diagnostics: readonly Diagnostic[];
}

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'ESNext.Disposable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

// Most of a small program is the standard library and packages, which are the same in each.
const parsed = new Map<string, ts.SourceFile>();

/**
 * Opens files as a project in a folder that need not exist: packages resolve as they would from there.
 *
 * @param files - Texts by path relative to the folder.
 */
export function openVirtualProject(
  folder: string,
  files: Readonly<Record<string, string>>,
  options: {
    readonly compilerOptions?: Readonly<Record<string, unknown>>;
    readonly generator?: VirtualSettings;
  } = {},
): VirtualProject {
  const root = toPosix(path.resolve(folder));
  const names = Object.keys(files).map((name) => path.posix.join(root, name));
  const tsconfig = {
    compilerOptions: { ...compilerOptions, ...options.compilerOptions },
    files: names.filter((name) => /\.[cm]?tsx?$/.test(name)),
  };
  const overlay = new Map([
    [path.posix.join(root, 'tsconfig.json'), JSON.stringify(tsconfig)],
    [path.posix.join(root, 'package.json'), JSON.stringify({ name: 'virtual', type: 'module', private: true })],
    ...Object.entries(files).map(([name, text]): [string, string] => [path.posix.join(root, name), text]),
  ]);
  const settings = { ...defaultSettings, projectRoot: root, generatorVersion: '0.0.0', ...options.generator };
  const project = openProject(settings, {
    ambientTypes: true,
    overlay,
    parsed: (file) => (overlay.has(file) ? undefined : parsed.get(file)),
  });
  for (const file of project.program.getSourceFiles()) {
    if (!overlay.has(file.fileName)) parsed.set(file.fileName, file);
  }
  const scanned = scan(project);
  return { project, model: scanned.model, diagnostics: examine(scanned, settings) };
}
