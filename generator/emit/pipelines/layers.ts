import type { BehaviorModel, HookModel, ValidatorModel } from '../../model/project.ts';
import type { Owned, PlannedMessage } from '../plan.ts';

/** One layer around a handler, outermost first in {@link layersOf}. */
export type Layer =
  | { readonly kind: 'hooks'; readonly behavior: Owned<BehaviorModel>; readonly hooks: Hooks }
  | { readonly kind: 'around'; readonly behavior: Owned<BehaviorModel> }
  | { readonly kind: 'validation'; readonly validators: readonly Owned<ValidatorModel>[] };

/** The hooks that a behavior has. */
type Hooks = { readonly [Name in HookModel['name']]?: HookModel };

/** Validation is the outermost of what has order 0: a behavior sees only valid messages unless it asks for less than 0. */
const validationOrder = 0;

/** The layers around the handler of a message, outermost first. */
export function layersOf({
  behaviors,
  validators,
}: Pick<PlannedMessage, 'behaviors' | 'validators'>): readonly Layer[] {
  const layers = behaviors.map(layerOf);
  if (validators.length === 0) return layers;
  const outside = behaviors.filter(({ model }) => model.order < validationOrder).length;
  return [...layers.slice(0, outside), { kind: 'validation', validators }, ...layers.slice(outside)];
}

function layerOf(behavior: Owned<BehaviorModel>): Layer {
  const { style, hooks } = behavior.model;
  if (style === 'next') return { kind: 'around', behavior };
  return { kind: 'hooks', behavior, hooks: Object.fromEntries(hooks.map((hook) => [hook.name, hook])) };
}
