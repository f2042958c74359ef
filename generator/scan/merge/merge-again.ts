import { referencesIn, referencesOf } from '../../codecs/index.ts';
import type { Constructed, ExternalModel, MessageModel, ProjectModel } from '../../model/project.ts';
import type { TypeDefinition } from '../../model/types.ts';
import type { FileFragment } from '../fragments/index.ts';
import { withDependencies } from './merge-constructed.ts';
import { fragmentFindings, type MergedProject } from './merge-fragments.ts';
import { outlineOf } from './outline.ts';
import { keepPlaces, placesOf, type Places } from './places.ts';
import { asWritten } from './reachable-definitions.ts';

/** A merge that has been made, and what it was made of. */
export interface EarlierMerge {
  readonly fragments: ReadonlyMap<string, FileFragment>;
  readonly merged: MergedProject;
}

/** What may be different since. */
export interface MergeChanges {
  readonly fragments: ReadonlyMap<string, FileFragment>;
  /** Ids of the definitions that have been looked at again. */
  readonly looked: Iterable<string>;
  readonly definition: (id: string) => TypeDefinition | undefined;
  readonly modules: ProjectModel['modules'];
}

/**
 * Comes to what a merge of all fragments would, where what has changed is of no concern to other files: in a project of
 * 1,000 messages nearly all of that merge would be spent on finding out the same again. `undefined` where it may be of
 * concern. The benchmark `generate watch/1000` watches this.
 */
export function mergeAgain({ fragments, merged }: EarlierMerge, changes: MergeChanges): MergedProject | undefined {
  // Such findings tell of positions in several files.
  if (merged.hasFindings || fragments.size !== changes.fragments.size) return undefined;
  const changed: FragmentPair[] = [];
  for (const [path, now] of changes.fragments) {
    const before = fragments.get(path);
    if (before === now) continue;
    if (!before || before.upcasters.length + now.upcasters.length > 0 || outlineOf(before) !== outlineOf(now))
      return undefined;
    changed.push({ before, now });
  }
  const places = placesOf(merged);
  const messages = replaceMessages(merged, places, changed);
  const types = messages && replaceDefinitions(merged, places, changes);
  if (!messages || !types) return undefined;
  const model = {
    ...merged.model,
    messages,
    ...replaceConstructed(merged, places, changed),
    types: types.named,
    modules: changes.modules,
  };
  const again = {
    ...merged,
    ...replaceDrafts(merged, places, changed),
    model,
    definitions: types.definitions,
    diagnostics: fragmentFindings([...changes.fragments.values()]),
  };
  keepPlaces(again, places);
  return again;
}

/** The declarations of one file: the outlines are the same, so each has its counterpart in the same place. */
interface FragmentPair {
  readonly before: FileFragment;
  readonly now: FileFragment;
}

type Pair<T> = readonly [then: T, now: T];

function pairs<T>(changed: readonly FragmentPair[], list: (fragment: FileFragment) => readonly T[]): Pair<T>[] {
  return changed.flatMap(({ before, now }) => {
    const counterparts = list(now);
    return list(before).flatMap((one, index): Pair<T>[] => {
      const other = counterparts[index];
      return other === undefined ? [] : [[one, other]];
    });
  });
}

function replaceMessages(
  { model }: MergedProject,
  { messages: places }: Places,
  changed: readonly FragmentPair[],
): readonly MessageModel[] | undefined {
  const messages = [...model.messages];
  for (const [then, now] of pairs(changed, (fragment) => fragment.messages)) {
    if (!isSame(bodyReferences(then.model), bodyReferences(now.model))) return undefined;
    const place = places.get(then.key);
    const before = place === undefined ? undefined : messages[place];
    if (place === undefined || !before) return undefined;
    const { variable } = before;
    messages[place] = variable === now.model.variable ? now.model : { ...now.model, variable };
  }
  return messages;
}

function bodyReferences({ body, response }: MessageModel): readonly string[] {
  return referencesIn(response ? [body, response.type] : [body]);
}

interface Replaced {
  readonly definitions: readonly TypeDefinition[];
  readonly named: readonly TypeDefinition[];
}

function replaceDefinitions(
  { model, definitions: before }: MergedProject,
  { definitions: places, types: placesByName }: Places,
  { looked, definition }: MergeChanges,
): Replaced | undefined {
  const definitions = [...before];
  const named = [...model.types];
  for (const id of looked) {
    const [place, placeByName] = [places.get(id), placesByName.get(id)];
    // Nothing leads to it, as before.
    if (place === undefined || placeByName === undefined) continue;
    const [then, now, last] = [before[place], definition(id), named[placeByName]];
    if (now === then) continue;
    if (!now || !then || !last || !isInterchangeable(then, now)) return undefined;
    const written = asWritten(now, places);
    definitions[place] = now;
    named[placeByName] = written.name === last.name ? written : { ...written, name: last.name };
  }
  return { definitions, named };
}

/** Whether names and reach of all definitions stay the same with one in the place of the other. */
function isInterchangeable(then: TypeDefinition, now: TypeDefinition): boolean {
  return (
    then.name === now.name &&
    then.module === now.module &&
    then.position.file === now.position.file &&
    (then.expression === undefined) === (now.expression === undefined) &&
    then.expression?.external === now.expression?.external &&
    isSame(referencesOf(then), referencesOf(now))
  );
}

type ConstructedLists = Pick<ProjectModel, 'behaviors' | 'externals' | 'handlers' | 'services' | 'validators'>;

function replaceConstructed(
  { model, asked }: MergedProject,
  { constructed: places }: Places,
  changed: readonly FragmentPair[],
): ConstructedLists {
  const lists = {
    handlers: [...model.handlers],
    behaviors: [...model.behaviors],
    validators: [...model.validators],
    services: [...model.services],
  };
  const asking = new Map<string, ExternalModel['position']>();
  for (const [then, now] of pairs(changed, (fragment) => fragment.constructed)) {
    for (const [index, demand] of then.demands.entries()) {
      const span = now.demands[index]?.span;
      if (span && asked.get(demand.property) === demand) asking.set(demand.property, span.position);
    }
    const list: Constructed[] = lists[`${now.of.subject}s`];
    const place = places.get(then.id);
    const before = place === undefined ? undefined : list[place];
    if (place === undefined || !before || !now.of.model) continue;
    list[place] = withDependencies(now.of.model, before.variable, before.dependencies);
  }
  const externals =
    asking.size === 0
      ? model.externals
      : model.externals.map((external) => {
          const position = asking.get(external.property);
          return position ? { ...external, position } : external;
        });
  return { ...lists, externals };
}

function replaceDrafts(
  { drafts, asked }: MergedProject,
  { messages: places }: Places,
  changed: readonly FragmentPair[],
): Pick<MergedProject, 'asked' | 'drafts'> {
  const now = { drafts: [...drafts], asked: new Map(asked) };
  for (const [then, other] of pairs(changed, (fragment) => fragment.messages)) {
    const place = places.get(then.key);
    if (place !== undefined) now.drafts[place] = other;
  }
  for (const [then, other] of pairs(changed, (fragment) => fragment.constructed)) {
    for (const [index, demand] of then.demands.entries()) {
      const counterpart = other.demands[index];
      if (counterpart && asked.get(demand.property) === demand) now.asked.set(demand.property, counterpart);
    }
  }
  return now;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
