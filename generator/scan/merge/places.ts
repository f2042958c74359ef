import type { Constructed, ProjectModel } from '../../model/project.ts';
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

/** Those of a merge: what is put in the place of something else leaves them as they are. */
export function placesOf({ model, drafts, definitions, places }: MergedProject): Places {
  return (
    places ?? {
      messages: placesBy(drafts, ({ key }) => key),
      constructed: new Map(constructedLists(model).flatMap((list) => [...placesBy(list, ({ id }) => id)])),
      definitions: placesBy(definitions, ({ id }) => id),
      types: placesBy(model.types, ({ id }) => id),
    }
  );
}

function constructedLists(model: ProjectModel): readonly (readonly Constructed[])[] {
  return [model.handlers, model.behaviors, model.validators, model.services];
}

function placesBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  return new Map(list.map((item, place) => [keyOf(item), place]));
}
