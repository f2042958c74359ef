import { codecModuleOf, codecNames } from '../codecs/index.ts';
import type { Plan, PlannedMessage } from './plan.ts';
import { compositionSpecifier, type References } from './references.ts';

/** The local name of the codec of a message's body, or of its response. */
export function codecReference(
  { model, unit }: PlannedMessage,
  of: 'body' | 'response',
  plan: Plan,
  references: References,
): string {
  const composition = compositionSpecifier(unit);
  const name = codecNames(model)[of];
  return composition === undefined
    ? references.generatedValue(codecModuleOf(model, plan), name)
    : references.imports.value(composition, name);
}
