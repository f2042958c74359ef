import { posix } from 'node:path';
import type { ProjectModel } from '../model/project.ts';
import { compare } from './identifiers.ts';

/** Writes import specifiers of the project's own modules as the project wants them. */
export interface ModuleSpecifiers {
  /** Of a module of the project, by its path without extension. */
  readonly source: (module: string, from: string) => string;
  /** Of a generated file, by its path without extension relative to the output folder. */
  readonly generated: (path: string, from: string) => string;
  /** The modules whose extension is not `.ts`: with it and the options, all specifiers are given. */
  readonly unusual: string;
}

/**
 * @param output - The output folder, posix, relative to the project root.
 * @param extension - What relative specifiers end in.
 */
export function moduleSpecifiers(model: ProjectModel, output: string, extension: '.js' | '.ts'): ModuleSpecifiers {
  const files = sourceFiles(model);
  const known = new Map<string, Map<string, string>>();
  const relative = (from: string, target: string): string => {
    const targets = known.get(from) ?? new Map<string, string>();
    known.set(from, targets);
    return once(targets, target, () => relativeSpecifier(posix.join(output, from), target));
  };
  const sources = new Map<string, string>();
  const generated = new Map<string, string>();
  const unusual = [...files].filter(([module, file]) => file !== `${module}.ts`).toSorted(([a], [b]) => compare(a, b));
  return {
    unusual: JSON.stringify(unusual),
    source: (module, from) =>
      relative(
        from,
        once(sources, module, () => module + importExtension(files.get(module) ?? '.ts', extension)),
      ),
    generated: (path, from) =>
      relative(
        from,
        once(generated, path, () => posix.join(output, path) + extension),
      ),
  };
}

function once(names: Map<string, string>, name: string, make: () => string): string {
  const made = names.get(name) ?? make();
  names.set(name, made);
  return made;
}

function relativeSpecifier(from: string, target: string): string {
  const path = posix.relative(posix.dirname(from), target);
  return path.startsWith('.') ? path : `./${path}`;
}

/** The file of each module, known from where its declarations stand. */
function sourceFiles(model: ProjectModel): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const { messages, handlers, behaviors, validators, services, types } = model;
  for (const { module, position } of [...messages, ...handlers, ...behaviors, ...validators, ...services, ...types]) {
    files.set(module, position.file);
  }
  return files;
}

function importExtension(file: string, extension: '.js' | '.ts'): string {
  const suffix = /(\.d)?\.([cm]?)([jt])s(x?)$/.exec(file);
  if (suffix === null) return extension;
  const [, declaration, kind = '', language, jsx = ''] = suffix;
  // A declaration file is imported under the name of the script that it describes.
  if (extension === '.js' || declaration !== undefined || language === 'j') return `.${kind}js`;
  return `.${kind}ts${jsx}`;
}
