import type { Imports } from '../emit/imports.ts';
import { camelCase, pascalCase } from '../emit/identifiers.ts';
import type { ModuleSpecifiers } from '../emit/module-specifier.ts';
import type { TypeDefinition, TypeModel } from '../model/types.ts';
import type { TypeIndex } from './type-index.ts';

/** What emitters of one codec module share. */
export interface CodecModule {
  readonly index: TypeIndex;
  readonly specifiers: ModuleSpecifiers;
  readonly imports: Imports;
  /** Where it goes, without extension. */
  readonly path: string;
  /** Where the codecs of a definition go. */
  readonly pathOf: (definition: TypeDefinition) => string;
  /** Unnamed types that got a name, by structure. */
  readonly parts: Map<string, Part>;
  /** What is needed of unnamed types, in the order in which it was first asked for. */
  readonly needs: Map<string, Need>;
  /** Names that are taken in the whole project. */
  readonly taken: ReadonlySet<string>;
}

/** An unnamed type with functions of its own in a module. */
export interface Part {
  readonly name: string;
  readonly type: TypeModel;
  /** The functions are those of a definition of this module, which prints them itself. */
  readonly named?: true;
}

/** A function or a constant of an unnamed type. */
export interface Need {
  readonly part: Part;
  readonly item: PartItem;
}

export type PartItem = 'write' | 'read' | 'decision' | 'literals';

/** The local name of something from `catga/codecs`. */
export function core(module: CodecModule, name: string): string {
  return module.imports.value('catga/codecs', name);
}

/** The local name of a type from `catga/codecs`. */
export function coreType(module: CodecModule, name: string): string {
  return module.imports.type('catga/codecs', name);
}

/** What can be done with a type. */
export type Action = 'write' | 'read' | 'shape';

const scalars: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  bigint: 'Bigint',
  null: 'Null',
  undefined: 'Undefined',
  date: 'Date',
  bytes: 'Bytes',
};

/** The function (or, for shapes, the constant) that does it. `owner` names a part on its first use. */
export function use(module: CodecModule, action: Action, type: TypeModel, owner: string): string {
  const scalar = scalars[type.kind];
  if (scalar !== undefined && action !== 'shape') return core(module, action + scalar);
  if (type.kind === 'array' && type.element.kind === 'number' && action !== 'shape')
    return core(module, `${action}Numbers`);
  if (type.kind === 'unknown') return module.imports.value('catga/codecs/unknown', `${action}Unknown`);
  if (type.kind === 'reference') {
    const definition = module.index.byId.get(type.id);
    if (definition === undefined) throw new TypeError(`The model has no type ${type.id}.`);
    return nameOf(module, action, definition);
  }
  return usePart(module, action, type, owner);
}

/** A function or a constant of an unnamed type, which is printed because it was asked for. */
export function usePart(module: CodecModule, item: PartItem | 'shape', type: TypeModel, owner: string): string {
  const used = part(module, type, owner);
  // A definition prints its own functions, but not its constants: others may need those before it.
  const own = used.named === true && (item === 'write' || item === 'read');
  if (item !== 'shape' && !own) module.needs.set(`${item} ${used.name}`, { part: used, item });
  return partName(item, used);
}

/** The name of a definition's function, imported where it lives in another module. */
export function nameOf(module: CodecModule, action: Action, definition: TypeDefinition): string {
  const name = partName(action, definition);
  const path = module.pathOf(definition);
  return path === module.path ? name : module.imports.value(module.specifiers.generated(path, module.path), name);
}

/** `writeOrder`, `readOrder`, `orderShape`, `orderStatusLiterals`. */
export function partName(item: Action | PartItem, { name }: { readonly name: string }): string {
  return item === 'write' || item === 'read' ? item + pascalCase(name) : camelCase(name) + pascalCase(item);
}

/** The functions of an unnamed type: made once for each structure in a module, named after the first that needs it. */
function part(module: CodecModule, type: TypeModel, owner: string): Part {
  const key = JSON.stringify(type);
  const known = module.parts.get(key);
  if (known !== undefined) return known;
  const used = new Set([...module.parts.values()].map(({ name }) => name));
  let name = owner;
  for (let count = 2; module.taken.has(name) || used.has(name); count++) name = `${owner}${count}`;
  const made: Part = { name, type };
  module.parts.set(key, made);
  return made;
}
