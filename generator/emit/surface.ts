import type { MessageModel, ProjectModel } from '../model/project.ts';
import { fingerprint } from './fingerprint.ts';
import type { ModelChanges } from './model-changes.ts';
import { modelDigest, modelText, surfaceText } from './model-text.ts';
import type { Plan } from './plan.ts';
import { definitionsOf, keyText } from './routes.ts';

/** What the texts of a project's files depend on, the codecs aside. */
export interface Fingerprints {
  /**
   * Stands for all that generated files know of a project beside the shapes and the documentation of its messages: options,
   * which messages there are and how they are handled, what is constructed, and what composed packages say of theirs.
   */
  readonly surface: string;
  /** Stands for the shapes and the documentation of a project's own messages. */
  readonly contents: string;
}

/** The fingerprints of a project in a process that stays. */
export class SurfaceFingerprints {
  #known: { readonly model: ProjectModel; readonly surface: string; readonly keys: string } | undefined;
  #digests: string[] = [];

  /** @param changes - What is different from the model that was looked at before. */
  of(plan: Plan, changes?: ModelChanges): Fingerprints {
    const { model } = plan.own;
    const keys = keyTexts(plan);
    const known = changes && this.#known?.keys === keys ? this.#known : undefined;
    const surface = known && hasSameSurface(known.model, model) ? known.surface : surfaceOf(plan, keys);
    this.#known = { model, surface, keys };
    return { surface, contents: fingerprint(this.#contents(model, changes)) };
  }

  #contents({ messages, types }: ProjectModel, changes: ModelChanges | undefined): readonly string[] {
    if (!changes || this.#digests.length !== messages.length + types.length) {
      this.#digests = [...messages, ...types].map(modelDigest);
      return this.#digests;
    }
    const replace = (list: readonly object[], places: readonly number[], offset: number): void => {
      for (const place of places) {
        const item = list[place];
        if (item) this.#digests[offset + place] = modelDigest(item);
      }
    };
    replace(messages, changes.messages, 0);
    replace(types, changes.types, messages.length);
    return this.#digests;
  }
}

function surfaceOf({ own, output, importExtension, generatorVersion, specifiers }: Plan, keys: string): string {
  const texts = [generatorVersion, output, importExtension, own.model.namespace, specifiers.unusual];
  for (const message of own.model.messages) texts.push(surfaceText(message));
  for (const list of otherLists(own.model)) {
    texts.push(String(list.length));
    for (const item of list) texts.push(modelText(item));
  }
  texts.push(keys);
  return fingerprint(texts);
}

/** Of two models that differ in some declarations only. */
function hasSameSurface(before: ProjectModel, now: ProjectModel): boolean {
  const others = otherLists(now);
  return (
    isSameList(before.messages, now.messages, surfaceText) &&
    otherLists(before).every((list, index) => isSameList(list, others[index] ?? [], modelText))
  );
}

function isSameList<T extends object>(before: readonly T[], now: readonly T[], textOf: (item: T) => string): boolean {
  return (
    before.length === now.length &&
    before.every((one, place) => {
      const other = now[place];
      return one === other || (other !== undefined && textOf(one) === textOf(other));
    })
  );
}

function otherLists(model: ProjectModel): readonly (readonly object[])[] {
  const { handlers, behaviors, validators, services, externals, upcasters, modules } = model;
  return [handlers, behaviors, validators, services, externals, upcasters, modules];
}

/** How a key is read depends on the types on the way to it. */
function keyTexts({ units }: Plan): string {
  const texts: string[] = [];
  const definitions = hasKeys(units) ? definitionsOf({ units }) : undefined;
  for (const unit of definitions ? units : []) {
    for (const message of unit.model.messages) {
      for (const key of keysOf(message)) texts.push(keyText(message, key, definitions?.get(unit) ?? new Map()));
    }
  }
  return texts.join('\0');
}

function hasKeys(units: Plan['units']): boolean {
  return units.some(({ model }) => model.messages.some((message) => keysOf(message).length > 0));
}

const noKeys: readonly string[] = [];

function keysOf({ options: { partitionKey, idempotencyKey } }: MessageModel): readonly string[] {
  if (partitionKey === undefined && idempotencyKey === undefined) return noKeys;
  return [partitionKey, idempotencyKey].filter((key) => key !== undefined);
}
