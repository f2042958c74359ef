import { emittedFile, type EmissionCache } from '../emit/emission-cache.ts';
import type { EmittedFile } from '../emit/emitted-file.ts';
import { compare } from '../emit/identifiers.ts';
import { Imports } from '../emit/imports.ts';
import { moduleSpecifiers, type ModuleSpecifiers } from '../emit/module-specifier.ts';
import { Names } from '../emit/names.ts';
import { Printer } from '../emit/printer.ts';
import { renderTemplate } from '../emit/render.ts';
import type { MessageModel, ProjectModel, UpcasterModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import { CodecFingerprints, type CodecContent } from './codec-fingerprints.ts';
import { codecPath } from './codec-path.ts';
import { keyLines, partName, type CodecModule, type Need, type Part } from './codec-module.ts';
import { printDefinition, printNeed } from './emit-definition.ts';
import { formerNames, printFormer } from './emit-former.ts';
import { codecNames, printMessage } from './emit-message.ts';
import { contentOf, formOf } from './type-form.ts';
import { indexTypes, type TypeIndex } from './type-index.ts';

/** How codecs are emitted. */
export interface CodecOptions {
  /** What relative import specifiers end in. */
  readonly importExtension: '.js' | '.ts';
  /** The output folder, posix, relative to the project root: `src/catga`. */
  readonly output: string;
  /** Version of `@catga/cli`. */
  readonly generatorVersion: string;
}

interface Content extends CodecContent {
  readonly definitions: TypeDefinition[];
  readonly messages: MessageModel[];
  readonly upcasters: UpcasterModel[];
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
  const index = indexTypes(model);
  const pathOf = pathsOf(model, options.output);
  const contents = contentsOf(model, options, pathOf);
  const fingerprints = new CodecFingerprints({ index, pathOf, options, specifiers });
  return [...contents]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, content]) => {
      const reached = fingerprints.reachedBy(content);
      const render = (): string => {
        const taken = new Set(reached.map(({ name }) => name));
        return renderModule({ index, specifiers, pathOf, taken, path }, content, options.generatorVersion);
      };
      return emittedFile(`${path}.ts`, fingerprints.of(path, content, reached), render, cache);
    });
}

/** What each module declares, by its path. */
function contentsOf(
  model: ProjectModel,
  options: CodecOptions,
  pathOf: (definition: TypeDefinition) => string,
): ReadonlyMap<string, Content> {
  const contents = new Map<string, Content>();
  const contentAt = (path: string, source: string): Content => {
    const content = contents.get(path) ?? { source, definitions: [], messages: [], upcasters: [] };
    contents.set(path, content);
    return content;
  };
  for (const definition of model.types) contentAt(pathOf(definition), definition.module).definitions.push(definition);
  const own = new Map<string, string>();
  const modules = new Map<string, string>();
  for (const message of model.messages) {
    const path = own.get(message.module) ?? codecModuleOf(message, options);
    own.set(message.module, path);
    modules.set(message.name, message.module);
    contentAt(path, message.module).messages.push(message);
  }
  for (const upcaster of model.upcasters) {
    const module = modules.get(upcaster.message);
    if (module !== undefined) contentAt(codecPath(module, options.output, false), module).upcasters.push(upcaster);
  }
  return contents;
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

function renderModule(shared: Shared, content: Content, version: string): string {
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

function printModule(shared: Shared, imports: Imports, { definitions, messages, upcasters }: Content): Printed {
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

function namesIn(content: Content, { needs, keys }: Printed, shared: Shared): readonly string[] {
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
