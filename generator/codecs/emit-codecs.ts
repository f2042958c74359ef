import { emittedFile, type EmissionCache } from '../emit/emission-cache.ts';
import type { EmittedFile } from '../emit/emitted-file.ts';
import { compare } from '../emit/identifiers.ts';
import { Imports } from '../emit/imports.ts';
import type { ModelChanges } from '../emit/model-changes.ts';
import { moduleSpecifiers, type ModuleSpecifiers } from '../emit/module-specifier.ts';
import { Names } from '../emit/names.ts';
import { Printer } from '../emit/printer.ts';
import { renderTemplate } from '../emit/render.ts';
import type { MessageModel, ProjectModel, UpcasterModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import { CodecFingerprints, type CodecContent } from './codec-fingerprints.ts';
import { codecPath } from './codec-path.ts';
import type { CodecEntry, CodecState } from './codec-state.ts';
import { keyLines, partName, type CodecModule, type Need, type Part } from './codec-module.ts';
import { printDefinition, printNeed } from './emit-definition.ts';
import { formerNames, printFormer } from './emit-former.ts';
import { codecNames, printMessage } from './emit-message.ts';
import { contentOf, formOf } from './type-form.ts';
import { indexAgain, indexTypes, type TypeIndex } from './type-index.ts';

/** How codecs are emitted. */
export interface CodecOptions {
  /** What relative import specifiers end in. */
  readonly importExtension: '.js' | '.ts';
  /** The output folder, posix, relative to the project root: `src/catga`. */
  readonly output: string;
  /** Version of `@catga/cli`. */
  readonly generatorVersion: string;
}

/**
 * The codec modules of a project: one for each module that declares messages or types of their members. `cache` has those of
 * the run before.
 */
export function emitCodecs(
  model: ProjectModel,
  options: CodecOptions,
  cache?: EmissionCache,
  specifiers: ModuleSpecifiers = moduleSpecifiers(model, options.output, options.importExtension),
): readonly EmittedFile[] {
  const before = cache?.changes && cache.codecs;
  const state = before
    ? lookAgain(before, model, options, specifiers, cache.changes)
    : look(model, options, specifiers);
  if (cache) cache.codecs = state;
  const { index, pathOf } = state;
  return state.modules.map((entry) => {
    const { path, fingerprint } = entry;
    const render = (): string => {
      const taken = new Set(at(model.types, entry.reached).map(({ name }) => name));
      const content = contentOfEntry(model, entry);
      return renderModule({ index, specifiers, pathOf, taken, path }, content, options.generatorVersion);
    };
    return emittedFile(`${path}.ts`, fingerprint, render, cache);
  });
}

function look(model: ProjectModel, options: CodecOptions, specifiers: ModuleSpecifiers): CodecState {
  const index = indexTypes(model);
  const pathOf = pathsOf(model, options.output);
  const places = new Map(model.types.map(({ id }, place) => [id, place]));
  const fingerprints = new CodecFingerprints({ index, pathOf, options, specifiers });
  const modules = [...placesOf(model, options, pathOf)]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, declared]): CodecEntry => {
      const content = contentOfEntry(model, declared);
      const reached = fingerprints.reachedBy(content);
      const fingerprint = fingerprints.of(path, content, reached);
      return { path, ...declared, reached: reached.map(({ id }) => places.get(id) ?? -1), fingerprint };
    });
  return { modules, index, pathOf, places };
}

/** Names and references are the same: only what has changed, and what is made of it, gets another fingerprint. */
function lookAgain(
  { modules, index: before, pathOf, places }: CodecState,
  model: ProjectModel,
  options: CodecOptions,
  specifiers: ModuleSpecifiers,
  changes: ModelChanges,
): CodecState {
  const index = indexAgain(model, before, places);
  const fingerprints = new CodecFingerprints({ index, pathOf, options, specifiers });
  const types = new Set(changes.types);
  const messages = new Set(changes.messages);
  const again = modules.map((entry): CodecEntry => {
    const isSame =
      !entry.reached.some((place) => types.has(place)) && !entry.messages.some((place) => messages.has(place));
    if (isSame) return entry;
    const content = contentOfEntry(model, entry);
    return { ...entry, fingerprint: fingerprints.of(entry.path, content, at(model.types, entry.reached)) };
  });
  return { modules: again, index, pathOf, places };
}

type Places = Pick<CodecEntry, 'definitions' | 'messages' | 'source' | 'upcasters'>;

function contentOfEntry(model: ProjectModel, { source, definitions, messages, upcasters }: Places): CodecContent {
  return {
    source,
    definitions: at(model.types, definitions),
    messages: at(model.messages, messages),
    upcasters: at(model.upcasters, upcasters),
  };
}

function at<T>(list: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((place) => list[place] ?? []);
}

interface OpenPlaces extends Places {
  readonly definitions: number[];
  readonly messages: number[];
  readonly upcasters: number[];
}

/** Where what each module declares stands in the model, by its path. */
function placesOf(
  model: ProjectModel,
  options: CodecOptions,
  pathOf: (definition: TypeDefinition) => string,
): ReadonlyMap<string, Places> {
  const modules = new Map<string, OpenPlaces>();
  const placesAt = (path: string, source: string): OpenPlaces => {
    const places = modules.get(path) ?? { source, definitions: [], messages: [], upcasters: [] };
    modules.set(path, places);
    return places;
  };
  for (const [place, definition] of model.types.entries()) {
    placesAt(pathOf(definition), definition.module).definitions.push(place);
  }
  const own = new Map<string, string>();
  const moduleOf = new Map<string, string>();
  for (const [place, message] of model.messages.entries()) {
    const path = own.get(message.module) ?? codecModuleOf(message, options);
    own.set(message.module, path);
    moduleOf.set(message.name, message.module);
    placesAt(path, message.module).messages.push(place);
  }
  for (const [place, upcaster] of model.upcasters.entries()) {
    const module = moduleOf.get(upcaster.message);
    if (module !== undefined) placesAt(codecPath(module, options.output, false), module).upcasters.push(place);
  }
  return modules;
}

/** The module, without extension and relative to the output folder, that holds the codecs of a message. */
export function codecModuleOf(message: MessageModel, options: Pick<CodecOptions, 'output'>): string {
  return codecPath(message.module, options.output, false);
}

/** Modules of packages are known by the expressions that name them. */
function pathsOf(model: ProjectModel, output: string): (definition: TypeDefinition) => string {
  const packages = new Set<string>();
  for (const { module, expression, position } of model.types) {
    if (expression?.external === true) packages.add(expression.module);
    if (/(?:^|\/)node_modules\//.test(position.file)) packages.add(module);
  }
  const paths = new Map<string, string>();
  return ({ module }) => {
    let path = paths.get(module);
    if (path === undefined) paths.set(module, (path = codecPath(module, output, packages.has(module))));
    return path;
  };
}

type Shared = Omit<CodecModule, 'imports' | 'keyNames' | 'keys' | 'needs' | 'partNames' | 'parts'>;

function renderModule(shared: Shared, content: CodecContent, version: string): string {
  // Which names clash is known only when all are: where any do, the module is printed again with others.
  const imports = new Imports([]);
  let printed = printModule(shared, imports, content);
  if (imports.settle(namesIn(content, printed, shared))) printed = printModule(shared, imports, content);
  const { body } = printed;
  return renderTemplate('codec-module', { version, source: content.source, imports: imports.toString(), body });
}

interface Printed {
  readonly body: string;
  readonly needs: ReadonlyMap<string, Need>;
  readonly keys: ReadonlyMap<string, string>;
}

function printModule(shared: Shared, imports: Imports, { definitions, messages, upcasters }: CodecContent): Printed {
  const parts = new Map<string, Part>();
  // An unnamed type of the same content uses the functions of the named one.
  for (const { id, name, shape } of definitions) {
    if (shape.kind !== 'alias' || shared.index.onlyRead.has(id)) continue;
    const form = formOf(shape.type, shared.index);
    const content = contentOf(form);
    if (!parts.has(content)) parts.set(content, { name, form, named: true });
  }
  const own = definitions.flatMap((definition) => ownNames(definition, shared.index));
  const keyNames = new Names([...own, ...messages.flatMap((message) => messageNames(message, upcasters))]);
  const state = { keys: new Map<string, string>(), needs: new Map<string, Need>(), partNames: new Set<string>() };
  const module: CodecModule = { ...shared, ...state, imports, keyNames, parts };
  const named = definitions.map((definition) => print((printer) => printDefinition(printer, module, definition)));
  const codecs = print((printer) => {
    for (const message of messages) printMessage(printer, module, message);
    for (const message of messages) printFormer(printer, module, message, upcastersOf(message, upcasters));
  });
  // Printing one may ask for another; a map's iteration visits those too.
  const constants: string[] = [];
  const functions: string[] = [];
  for (const need of module.needs.values()) {
    const isConstant = need.item !== 'write' && need.item !== 'read';
    (isConstant ? constants : functions).push(print((printer) => printNeed(printer, module, need)));
  }
  // Constants come before what is made from them when the module is loaded: shapes, then codecs.
  const tables = [...keyLines(module), ...constants].join('\n');
  const blocks = [tables, ...named, ...functions, codecs].filter((text) => text !== '');
  return { body: blocks.join('\n\n'), needs: module.needs, keys: module.keys };
}

function print(what: (printer: Printer) => void): string {
  const printer = new Printer();
  what(printer);
  return printer.toString();
}

function namesIn(content: CodecContent, { needs, keys }: Printed, shared: Shared): readonly string[] {
  return [
    ...[...needs.values()].map(({ item, part }) => partName(item, part)),
    ...keys.values(),
    ...content.definitions.flatMap((definition) => ownNames(definition, shared.index)),
    ...content.messages.flatMap((message) => messageNames(message, content.upcasters)),
  ];
}

/** What a message declares in its module. */
function messageNames(message: MessageModel, upcasters: readonly UpcasterModel[]): readonly string[] {
  return [...Object.values(codecNames(message)), ...formerNames(message, upcastersOf(message, upcasters))];
}

function upcastersOf({ name }: MessageModel, upcasters: readonly UpcasterModel[]): readonly UpcasterModel[] {
  return upcasters.filter(({ message }) => message === name);
}

/** What a definition declares in its module. */
function ownNames({ id, name }: TypeDefinition, index: TypeIndex): readonly string[] {
  const [write, read] = [partName('write', { name }), partName('read', { name })];
  const names = [write, read, `make${name}`, partName('shape', { name })];
  return index.recursive.has(id) ? [...names, `${write}Level`, `${read}Level`] : names;
}
