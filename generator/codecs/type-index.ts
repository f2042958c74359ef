import type { ProjectModel } from '../model/project.ts';
import type { TypeDefinition, TypeModel } from '../model/types.ts';

/** The definitions of a model by id, and which of them lie on a cycle. */
export interface TypeIndex {
  readonly byId: Pick<ReadonlyMap<string, TypeDefinition>, 'get' | 'has'>;
  readonly recursive: Pick<ReadonlySet<string>, 'has'>;
  /** The message whose body alone a definition is: its decoded values carry the wire name. */
  readonly messageOf: Pick<ReadonlyMap<string, string>, 'get' | 'has'>;
}

/** What an index is made of. */
type Indexed = Pick<ProjectModel, 'messages' | 'types'>;

const indexes = new WeakMap<Indexed, TypeIndex>();

/** The index of a model: one, so that what was found out with it for the check serves the emission too. */
export function indexTypes(model: Indexed): TypeIndex {
  const index = indexes.get(model) ?? makeIndex(model);
  indexes.set(model, index);
  return index;
}

function makeIndex(model: Indexed): TypeIndex {
  const byId = new Map(model.types.map((definition) => [definition.id, definition]));
  return { byId, recursive: createRecursive(byId), messageOf: soleMessages(model, byId) };
}

/** The types that a type is made of, one level down. */
export function childrenOf(type: TypeModel): readonly TypeModel[] {
  switch (type.kind) {
    case 'array':
    case 'set':
      return [type.element];
    case 'tuple':
      return [...type.elements, ...(type.rest === undefined ? [] : [type.rest]), ...(type.trailing ?? [])];
    case 'record':
      return [type.value];
    case 'map':
      return [type.key, type.value];
    case 'union':
      return type.variants;
    default:
      return [];
  }
}

/** The types that a definition is made of, one level down. */
export function partsOf({ shape }: TypeDefinition): readonly TypeModel[] {
  if (shape.kind === 'alias') return [shape.type];
  const members = shape.members.map(({ type }) => type);
  return shape.index === undefined ? members : [...members, shape.index];
}

/** Ids of all definitions that `types` refer to directly, through unnamed types. */
export function referencesIn(types: readonly TypeModel[]): readonly string[] {
  return types.flatMap((type) => (type.kind === 'reference' ? [type.id] : referencesIn(childrenOf(type))));
}

const references = new WeakMap<TypeDefinition, readonly string[]>();

/** Ids of all definitions that one is directly made of, each once. */
export function referencesOf(definition: TypeDefinition): readonly string[] {
  let ids = references.get(definition);
  if (ids === undefined) {
    ids = [...new Set(referencesIn(partsOf(definition)))];
    references.set(definition, ids);
  }
  return ids;
}

/**
 * Tarjan's algorithm: every strongly connected component with a cycle, found for what is reached from a definition when it is
 * first asked for.
 */
function createRecursive(byId: ReadonlyMap<string, TypeDefinition>): TypeIndex['recursive'] {
  const recursive = new Set<string>();
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();

  const visit = (id: string, definition: TypeDefinition): void => {
    order.set(id, order.size);
    let lowest = order.size - 1;
    stack.push(id);
    open.add(id);
    for (const next of referencesOf(definition)) {
      const target = byId.get(next);
      if (target === undefined) continue;
      if (next === id) recursive.add(id);
      if (!order.has(next)) visit(next, target);
      if (open.has(next)) lowest = Math.min(lowest, low.get(next) ?? order.get(next) ?? lowest);
    }
    low.set(id, lowest);
    if (lowest !== order.get(id)) return;
    const component = stack.splice(stack.indexOf(id));
    for (const member of component) open.delete(member);
    if (component.length > 1) for (const member of component) recursive.add(member);
  };
  return {
    has(id) {
      const definition = order.has(id) ? undefined : byId.get(id);
      if (definition) visit(id, definition);
      return recursive.has(id);
    },
  };
}

function soleMessages(
  model: Pick<ProjectModel, 'messages'>,
  byId: ReadonlyMap<string, TypeDefinition>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { body, form, name } of model.messages) {
    if (body.kind !== 'reference') continue;
    if (form !== 'data' || names.has(body.id) || byId.get(body.id)?.shape.kind !== 'object') shared.add(body.id);
    names.set(body.id, name);
  }
  for (const id of shared) names.delete(id);
  return names;
}
