import type { Constructed, ProjectModel } from '../../model/project.ts';
import type { TypeDefinition } from '../../model/types.ts';
import type { MergedProject } from './merge-fragments.ts';

/** Where things stand in the lists of a merged project. */
export interface Places {
  /** By symbol key. */
  readonly messages: ReadonlyMap<string, number>;
  /** In the list of its kind, by id. */
  readonly constructed: ReadonlyMap<string, number>;
  /** By id, in the order in which they were reached. */
  readonly definitions: ReadonlyMap<string, number>;
  /** By id, in the model. */
  readonly types: ReadonlyMap<string, number>;
}

const known = new WeakMap<MergedProject, Places>();

/** Those of a merge, looked for once. */
export function placesOf(merged: MergedProject): Places {
  const places = known.get(merged) ?? findPlaces(merged);
  known.set(merged, places);
  return places;
}

/** Says that a merge has everything in the places that it had in the one before. */
export function keepPlaces(merged: MergedProject, places: Places): void {
  known.set(merged, places);
}

/** The definition of that id in a merge. */
export function definitionIn(merged: MergedProject, id: string): TypeDefinition | undefined {
  return merged.definitions[placesOf(merged).definitions.get(id) ?? -1];
}

function findPlaces({ model, drafts, definitions }: MergedProject): Places {
  return {
    messages: placesBy(drafts, ({ key }) => key),
    constructed: new Map(constructedLists(model).flatMap((list) => [...placesBy(list, ({ id }) => id)])),
    definitions: placesBy(definitions, ({ id }) => id),
    types: placesBy(model.types, ({ id }) => id),
  };
}

function constructedLists(model: ProjectModel): readonly (readonly Constructed[])[] {
  return [model.handlers, model.behaviors, model.validators, model.services];
}

function placesBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  return new Map(list.map((item, place) => [keyOf(item), place]));
}
