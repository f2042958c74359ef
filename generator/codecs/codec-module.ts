import { makeConstant, textBytes } from '../../runtime/codecs/constant.ts';
import type { Imports } from '../emit/imports.ts';
import { camelCase, pascalCase, quote } from '../emit/identifiers.ts';
import type { ModuleSpecifiers } from '../emit/module-specifier.ts';
import type { Names } from '../emit/names.ts';
import type { TypeDefinition } from '../model/types.ts';
import { contentOf, type Form } from './type-form.ts';
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
  /** Unnamed types that got a name, by content. */
  readonly parts: Map<string, Part>;
  /** The names of parts. */
  readonly partNames: Set<string>;
  /** What is needed of unnamed types, in the order in which it was first asked for. */
  readonly needs: Map<string, Need>;
  /** The constants of member names. */
  readonly keys: Map<string, string>;
  /** The names of those constants. */
  readonly keyNames: Names;
  /** Names of the definitions that the module declares or gets from others: parts are called otherwise. */
  readonly taken: Pick<ReadonlySet<string>, 'has'>;
}

/** An unnamed type with functions of its own in a module. */
export interface Part {
  readonly name: string;
  readonly form: Form;
  /** The functions are those of a definition of this module, which prints them itself. */
  readonly named?: true;
}

/** A function or a constant of an unnamed type. */
export interface Need {
  readonly part: Part;
  readonly item: PartItem;
}

export type PartItem = 'write' | 'read' | 'decision' | 'literals' | 'pattern';

/** What can be done with a type. */
export type Action = 'write' | 'read' | 'shape';

/** The local name of something from `catga/codecs`. */
export function core(module: CodecModule, name: string): string {
  return module.imports.value('catga/codecs', name);
}

/** The local name of a type from `catga/codecs`. */
export function coreType(module: CodecModule, name: string): string {
  return module.imports.type('catga/codecs', name);
}

/** A call without effect, so that bundlers drop what nobody uses. */
export function pure(module: CodecModule, name: string, parameters: string): string {
  return `/*#__PURE__*/ ${core(module, name)}(${parameters})`;
}

/** The constant of a member's name: `$orderId`. */
export function keyOf(module: CodecModule, member: string): string {
  const known = module.keys.get(member);
  if (known !== undefined) return known;
  const name = module.keyNames.take(`$${member.replaceAll(/[^\p{ID_Continue}$]/gu, '_')}`);
  module.keys.set(member, name);
  return name;
}

/** Which functions find and write a member's name. */
export type NameSize = 2 | 4 | 8 | 16 | 'long';

// Names recur over the modules of a project.
const nameSizes = new Map<string, NameSize>();

/** The size of a member's name, rounded up. */
export function nameSize(member: string): NameSize {
  let size = nameSizes.get(member);
  if (size === undefined) nameSizes.set(member, (size = findSize(member)));
  return size;
}

function findSize(member: string): NameSize {
  const constant = makeConstant(textBytes(member));
  if (!constant.inTwo) return 'long';
  return ([2, 4, 8, 16] as const).find((size) => constant.size <= size) ?? 'long';
}

/** The constants of all member names, in the order in which they were asked for. */
export function keyLines(module: CodecModule): readonly string[] {
  return [...module.keys].map(([member, name]) => `const ${name} = ${pure(module, 'key', quote(member))};`);
}

/** A function or a constant of an unnamed type, which is printed because it was asked for. */
export function usePart(module: CodecModule, item: PartItem, form: Form, owner: string): string {
  const used = partOf(module, form, owner);
  // A definition prints its own functions, but not its constants: others may need those before it.
  const own = used.named === true && (item === 'write' || item === 'read');
  if (!own) module.needs.set(`${item} ${used.name}`, { part: used, item });
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

/** Code of an unnamed type: made once for each content in a module, named after the first that needs it. */
function partOf(module: CodecModule, form: Form, owner: string): Part {
  const content = contentOf(form);
  const known = module.parts.get(content);
  if (known !== undefined) return known;
  let name = owner;
  for (let count = 2; module.taken.has(name) || module.partNames.has(name); count++) name = `${owner}${count}`;
  const made: Part = { name, form };
  module.parts.set(content, made);
  module.partNames.add(name);
  return made;
}
