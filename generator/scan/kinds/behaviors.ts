import type { BehaviorModel, HookModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ClassDraft } from './class-drafts.ts';
import { isDisposable, mayReturnPromise, placeOf } from './constructed.ts';
import type { MessageIndex } from './message-index.ts';

/** A behavior: its style, its hooks, and the messages that fit its type argument. */
export function behavior(context: ScanContext, messages: MessageIndex, draft: ClassDraft): BehaviorModel {
  const { compiler } = context;
  const hooks: HookModel[] = [];
  for (const name of ['before', 'after', 'error'] as const) {
    const method = compiler.property(draft.type, name);
    if (method && declaredByClass(context, method)) hooks.push({ name, async: mayReturnPromise(context, method) });
  }
  const handle = compiler.property(draft.type, 'handle');
  if (handle && hooks.length > 0) {
    const reason = `both \`handle\` and ${hooks.map(({ name }) => `\`${name}\``).join(', ')}`;
    context.report('CATGA2012', { name: draft.name, reason }, draft.node);
  } else if (!handle && hooks.length === 0) {
    context.report('CATGA2012', { name: draft.name, reason: 'neither `handle` nor a hook' }, draft.node);
  }
  return {
    ...placeOf(context, draft),
    order: draft.order,
    style: handle ? 'next' : 'hooks',
    hooks: handle ? [] : hooks,
    messages: appliesTo(context, messages, draft),
    disposable: isDisposable(context, draft.type),
  };
}

function appliesTo(context: ScanContext, messages: MessageIndex, draft: ClassDraft): readonly string[] | 'all' {
  const { compiler, exports } = context;
  const argument = draft.roles.find(({ name }) => name === 'Behavior')?.argument;
  if (!argument) return 'all';
  const target = compiler.typeOfNode(argument);
  if (target.symbol?.name === 'Message' && exports.isCatga(target.symbol)) return 'all';
  return messages.models
    .filter((message) => {
      const decided = messages.decided(draft.id, message);
      if (decided !== undefined) return decided;
      const type = messages.typeOf(message);
      return type !== undefined && compiler.isAssignable(type, target);
    })
    .map(({ name }) => name)
    .toSorted();
}

// An interface merged with the class lists hooks that nobody wrote.
function declaredByClass(
  context: ScanContext,
  method: { readonly declarations?: readonly { readonly parent: unknown }[] | undefined },
): boolean {
  return (method.declarations ?? []).some(({ parent }) => context.ts.isClassLike(parent as never));
}
