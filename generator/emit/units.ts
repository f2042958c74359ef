import type { ModuleModel, ProjectModel } from '../model/project.ts';
import { camelCase } from './identifiers.ts';
import { Names } from './names.ts';

/** The project itself, or a package composed into it. */
export interface Unit {
  readonly model: ProjectModel;
  /** What generated code calls it, for example `billing`; empty for the project itself. */
  readonly variable: string;
  /** Absent for the project itself. */
  readonly composed?: ModuleModel;
}

/** The project first, then composed packages: each once, in configured order. */
export function unitsOf(model: ProjectModel): readonly [Unit, ...Unit[]] {
  const names = new Names();
  const composed = flatten(model.modules, new Set()).map((module): Unit => ({
    model: module.model,
    composed: module,
    variable: names.take(variableOf(module)),
  }));
  return [{ model, variable: '' }, ...composed];
}

/** Composed packages may be composed themselves: each is taken once, where it is met first. */
function flatten(modules: readonly ModuleModel[], seen: Set<string>): readonly ModuleModel[] {
  return modules.flatMap((module) => {
    if (seen.has(module.specifier)) return [];
    seen.add(module.specifier);
    return [module, ...flatten(module.model.modules, seen)];
  });
}

function variableOf(module: ModuleModel): string {
  return camelCase(module.packageName.slice(module.packageName.lastIndexOf('/') + 1));
}
