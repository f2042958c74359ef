import type { ValidatorModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ClassDraft } from './class-drafts.ts';
import { isDisposable, mayReturnPromise, placeOf } from './constructed.ts';
import type { MessageIndex } from './message-index.ts';
import { messagesNamed } from './messages-of.ts';

/** A validator of one message; `undefined` where its message is not clear. */
export function validator(context: ScanContext, messages: MessageIndex, draft: ClassDraft): ValidatorModel | undefined {
  const roles = draft.roles.filter(({ name }) => name === 'Validator');
  const found = new Set(roles.flatMap((role) => messagesNamed(context, messages, draft.name, role)));
  const [message, ...others] = found;
  if (!message) return undefined;
  if (others.length > 0) {
    const names = [...found].map(({ exportName }) => exportName).toSorted();
    context.report('CATGA2013', { name: draft.name, messages: names.join(' and ') }, draft.node);
    return undefined;
  }
  const validate = context.compiler.property(draft.type, 'validate');
  return {
    ...placeOf(context, draft),
    message: message.name,
    async: validate === undefined || mayReturnPromise(context, validate),
    disposable: isDisposable(context, draft.type),
  };
}
