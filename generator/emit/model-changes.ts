import { referencesIn, referencesOf } from '../codecs/references.ts';
import type { DeclarationModel, MessageModel, ProjectModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';

/** Places in the lists of a model that hold another object than those of the model before. */
export interface ModelChanges {
  readonly messages: readonly number[];
  readonly types: readonly number[];
}

/**
 * Compares two models of one project. `undefined` where they differ in more than the members, options and documentation of
 * some declarations: then names, or what refers to what, may be others too.
 */
export function changesBetween(before: ProjectModel, now: ProjectModel): ModelChanges | undefined {
  const isSameProject =
    before.namespace === now.namespace &&
    before.upcasters.length === now.upcasters.length &&
    changedPlaces(before.upcasters, now.upcasters).length === 0 &&
    before.modules.length === now.modules.length &&
    changedPlaces(before.modules, now.modules).length === 0 &&
    areSame(before.handlers, now.handlers, hasSamePlace) &&
    areSame(before.behaviors, now.behaviors, hasSamePlace) &&
    areSame(before.validators, now.validators, hasSamePlace) &&
    areSame(before.services, now.services, hasSamePlace) &&
    areSame(before.messages, now.messages, isSameMessage) &&
    areSame(before.types, now.types, isSameDefinition);
  if (!isSameProject) return undefined;
  return { messages: changedPlaces(before.messages, now.messages), types: changedPlaces(before.types, now.types) };
}

function areSame<T extends object>(before: readonly T[], now: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return (
    before.length === now.length &&
    before.every((one, place) => {
      const other = now[place];
      return one === other || (other !== undefined && isSame(one, other));
    })
  );
}

function changedPlaces<T>(before: readonly T[], now: readonly T[]): readonly number[] {
  const places: number[] = [];
  for (const [place, one] of now.entries()) if (before[place] !== one) places.push(place);
  return places;
}

function hasSamePlace(a: DeclarationModel, b: DeclarationModel): boolean {
  return a.module === b.module && a.exportName === b.exportName && a.position.file === b.position.file;
}

function isSameMessage(a: MessageModel, b: MessageModel): boolean {
  return (
    hasSamePlace(a, b) &&
    a.name === b.name &&
    a.variable === b.variable &&
    a.form === b.form &&
    a.body.kind === b.body.kind &&
    isSameList(referencesIn(bodiesOf(a)), referencesIn(bodiesOf(b)))
  );
}

function bodiesOf({ body, response }: MessageModel): Parameters<typeof referencesIn>[0] {
  return response ? [body, response.type] : [body];
}

function isSameDefinition(a: TypeDefinition, b: TypeDefinition): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.module === b.module &&
    a.position.file === b.position.file &&
    a.shape.kind === b.shape.kind &&
    a.expression?.module === b.expression?.module &&
    a.expression?.external === b.expression?.external &&
    isSameList(referencesOf(a), referencesOf(b)) &&
    isSameList(referencesIn(a.expression?.arguments ?? []), referencesIn(b.expression?.arguments ?? []))
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, place) => text === b[place]);
}
