import type { ProjectModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import { onlyRead } from './only-read.ts';
import { referencesOf } from './references.ts';

/** The definitions of a model by id, and which of them lie on a cycle. */
export interface TypeIndex {
  readonly byId: Pick<ReadonlyMap<string, TypeDefinition>, 'get' | 'has'>;
  readonly recursive: Pick<ReadonlySet<string>, 'has'>;
  /** The message whose body alone a definition is: its decoded values carry the wire name. */
  readonly messageOf: Pick<ReadonlyMap<string, string>, 'get' | 'has'>;
  /** Definitions that former versions of messages alone are made of. */
  readonly onlyRead: Pick<ReadonlySet<string>, 'has'>;
}

/** What an index is made of. */
type Indexed = Pick<ProjectModel, 'messages' | 'types' | 'upcasters'>;

const indexes = new WeakMap<Indexed, TypeIndex>();

/** The index of a model: one, so that what was found out with it for the check serves the emission too. */
export function indexTypes(model: Indexed): TypeIndex {
  const index = indexes.get(model) ?? makeIndex(model);
  indexes.set(model, index);
  return index;
}

/**
 * The index of a model that has other definitions in the places of some of another one, with the same names and references.
 *
 * @param places - Where each definition stands in `model.types`, by id.
 */
export function indexAgain(model: Indexed, before: TypeIndex, places: ReadonlyMap<string, number>): TypeIndex {
  const index = {
    ...before,
    byId: { has: (id: string) => places.has(id), get: (id: string) => model.types[places.get(id) ?? -1] },
  };
  indexes.set(model, index);
  return index;
}

function makeIndex(model: Indexed): TypeIndex {
  const byId = new Map(model.types.map((definition) => [definition.id, definition]));
  return {
    byId,
    recursive: createRecursive(byId),
    messageOf: soleMessages(model, byId),
    onlyRead: onlyRead(model, byId),
  };
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
