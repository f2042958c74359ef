import { createDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { ModuleModel } from '../model/project.ts';
import type { GeneratorSettings } from '../settings.ts';
import { findManifest, packageNameOf, packageRoot } from './manifest-file.ts';
import { parseManifest } from './parse-manifest.ts';

/** The composed packages of a project, as their own manifests tell. */
export interface ComposedModules {
  /** In configured order. Those whose manifest cannot be read are missing. */
  readonly modules: readonly ModuleModel[];
  /** Those, and what they are composed of, each with its place on disk. */
  readonly packages: readonly ComposedPackage[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the manifests that were read, and of what decided where one should be. */
  readonly inputs: readonly string[];
  /** Where manifests were looked for and none was: absolute paths. */
  readonly absent: readonly string[];
}

/** Where a composed package is installed. */
export interface ComposedPackage {
  /** Absolute, posix: the folder of its package.json, links resolved. */
  readonly root: string;
  readonly module: ModuleModel;
}

/** Where the configuration is reported: it is a script, whose lines the generator does not know. */
const configuration = { file: 'catga.config.ts', line: 1, column: 1 };

/** Reads the manifests of `settings.modules`, and of the packages that those are composed of. */
export function readModules(settings: Pick<GeneratorSettings, 'projectRoot' | 'modules'>): ComposedModules {
  const diagnostics: Diagnostic[] = [];
  const inputs = new Set<string>();
  const absent = new Set<string>();
  const packages: ComposedPackage[] = [];
  const read = (specifier: string, chain: readonly string[]): readonly ModuleModel[] => {
    if (chain.includes(specifier)) {
      const problem = `it is composed of itself: ${[...chain, specifier].join(' → ')}`;
      diagnostics.push(createDiagnostic('CATGA2052', { specifier, problem }, configuration));
      return [];
    }
    const file = findManifest(settings.projectRoot, specifier);
    if ('reason' in file) {
      for (const path of file.absent) absent.add(path);
      for (const path of file.inputs) inputs.add(path);
      const neededBy = chain.length === 0 ? {} : { neededBy: chain };
      diagnostics.push(createDiagnostic('CATGA2051', { specifier, reason: file.reason }, configuration, neededBy));
      return [];
    }
    inputs.add(file.path);
    const parsed = parseManifest(file.text);
    if ('problem' in parsed) {
      diagnostics.push(createDiagnostic('CATGA2052', { specifier, problem: parsed.problem }, configuration));
      return [];
    }
    const { model, schemaHash } = parsed.manifest;
    const modules = model.modules.flatMap((inner) => read(inner.specifier, [...chain, specifier]));
    const packageName = packageNameOf(specifier);
    const module: ModuleModel = { specifier, schemaHash, packageName, model: { ...model, modules } };
    packages.push({ root: packageRoot(file.path, packageName), module });
    return [module];
  };
  const modules = settings.modules.flatMap((specifier) => read(specifier, []));
  return { modules, packages, diagnostics, inputs: [...inputs].toSorted(), absent: [...absent].toSorted() };
}
