import { fingerprint } from './fingerprint.ts';
import { modelDigest, modelText, surfaceText } from './model-text.ts';
import type { Plan } from './plan.ts';
import { definitionsOf, keyText } from './routes.ts';

/**
 * Stands for all that generated files know of a project beside the shapes and the documentation of its messages: options,
 * which messages there are and how they are handled, what is constructed, and what composed packages say of theirs.
 */
export function surfaceOf(plan: Plan): string {
  const { own, units, output, importExtension, generatorVersion, specifiers } = plan;
  const { namespace, messages, handlers, behaviors, validators, services, externals, upcasters, modules } = own.model;
  const texts = [generatorVersion, output, importExtension, namespace, specifiers.unusual];
  for (const message of messages) texts.push(surfaceText(message));
  for (const list of [handlers, behaviors, validators, services, externals, upcasters, modules]) {
    texts.push(String(list.length));
    for (const item of list) texts.push(modelText(item));
  }
  // How a key is read depends on the types on the way to it.
  const definitions = definitionsOf({ units });
  for (const { model, unit } of plan.messages) {
    for (const key of [model.options.partitionKey, model.options.idempotencyKey]) {
      if (key !== undefined) texts.push(keyText(model, key, definitions.get(unit) ?? new Map()));
    }
  }
  return fingerprint(texts);
}

/** Stands for the shapes and the documentation of a project's own messages. */
export function contentsOf({ own: { model } }: Plan): string {
  return fingerprint([...model.messages, ...model.types].map(modelDigest));
}
