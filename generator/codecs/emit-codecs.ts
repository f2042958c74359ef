import type { EmittedFile } from '../emit/emitted-file.ts';
import { compare } from '../emit/identifiers.ts';
import { Imports } from '../emit/imports.ts';
import { moduleSpecifiers } from '../emit/module-specifier.ts';
import { Printer } from '../emit/printer.ts';
import { renderTemplate } from '../emit/render.ts';
import type { MessageModel, ProjectModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import { codecPath } from './codec-path.ts';
import { partName, type CodecModule, type Need, type Part } from './codec-module.ts';
import { printDefinition, printNeed } from './emit-definition.ts';
import { codecNames, printMessage } from './emit-message.ts';
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

interface Content {
  readonly source: string;
  readonly definitions: TypeDefinition[];
  readonly messages: MessageModel[];
}

/** The codec modules of a project: one for each module that declares messages or types of their members. */
export function emitCodecs(model: ProjectModel, options: CodecOptions): readonly EmittedFile[] {
  const index = indexTypes(model);
  const specifiers = moduleSpecifiers(model, options.output, options.importExtension);
  const pathOf = pathsOf(model, options.output);
  const contents = new Map<string, Content>();
  const contentOf = (path: string, source: string): Content => {
    const content = contents.get(path) ?? { source, definitions: [], messages: [] };
    contents.set(path, content);
    return content;
  };
  for (const definition of model.types) contentOf(pathOf(definition), definition.module).definitions.push(definition);
  for (const message of model.messages) {
    contentOf(codecPath(message.module, options.output, false), message.module).messages.push(message);
  }
  const taken = new Set(model.types.map(({ name }) => name));
  return [...contents]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, content]) => {
      const shared = { index, specifiers, path, pathOf, taken };
      return { path: `${path}.ts`, text: renderModule(shared, content, options.generatorVersion) };
    });
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
  return ({ module }) => codecPath(module, output, packages.has(module));
}

type Shared = Omit<CodecModule, 'imports' | 'needs' | 'parts'>;

function renderModule(shared: Shared, content: Content, version: string): string {
  // Which names clash is known only when all are: the first pass collects, the second prints.
  const first = printModule(shared, new Imports([]), content);
  const imports = new Imports(namesIn(content, first.needs, shared.index));
  printModule(shared, imports, content);
  imports.settle();
  const { body } = printModule(shared, imports, content);
  return renderTemplate('codec-module', { version, source: content.source, imports: imports.toString(), body });
}

function printModule(
  shared: Shared,
  imports: Imports,
  { definitions, messages }: Content,
): { readonly body: string; readonly needs: ReadonlyMap<string, Need> } {
  const parts = new Map<string, Part>();
  // An unnamed type of the same structure uses the functions of the named one.
  for (const { name, shape } of definitions) {
    if (shape.kind !== 'alias') continue;
    const key = JSON.stringify(shape.type);
    if (!parts.has(key)) parts.set(key, { name, type: shape.type, named: true });
  }
  const needs = new Map<string, Need>();
  const module: CodecModule = { ...shared, imports, needs, parts };
  const named = printAll(definitions, (printer, definition) => printDefinition(printer, module, definition));
  const codecs = new Printer();
  for (const message of messages) printMessage(codecs, module, message);
  // Printing one may ask for another; a map's iteration visits those too.
  const constants: string[] = [];
  const functions: string[] = [];
  for (const need of needs.values()) {
    const isConstant = need.item === 'decision' || need.item === 'literals';
    (isConstant ? constants : functions).push(...printAll([need], (printer) => printNeed(printer, module, need)));
  }
  // Constants come before what is made from them when the module is loaded: shapes, then codecs.
  const blocks = [...constants, ...named, ...functions, codecs.toString()].filter((text) => text !== '');
  return { body: blocks.join('\n\n'), needs };
}

function printAll<T>(items: readonly T[], print: (printer: Printer, item: T) => void): readonly string[] {
  return items.map((item) => {
    const printer = new Printer();
    print(printer, item);
    return printer.toString();
  });
}

function namesIn(content: Content, needs: ReadonlyMap<string, Need>, index: TypeIndex): readonly string[] {
  const names = [...needs.values()].map(({ item, part }) => partName(item, part));
  for (const { id, name } of content.definitions) {
    const [write, read] = [partName('write', { name }), partName('read', { name })];
    names.push(write, read, `make${name}`);
    for (const item of ['shape', 'decision', 'literals'] as const) names.push(partName(item, { name }));
    if (index.recursive.has(id)) names.push(`${write}Level`, `${read}Level`);
  }
  for (const message of content.messages) names.push(...Object.values(codecNames(message)));
  return names;
}
