import type { ValidatorModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ClassDraft } from './class-drafts.ts';
import { isDisposable, mayReturnPromise, placeOf } from './constructed.ts';
import { reportNotMessage } from './handlers.ts';
import type { MessageIndex } from './message-index.ts';
import { messagesOf } from './messages-of.ts';

/** A validator of one message; `undefined` where its message is not clear. */
export function validator(context: ScanContext, messages: MessageIndex, draft: ClassDraft): ValidatorModel | undefined {
  const roles = draft.roles.filter(({ name }) => name === 'Validator');
  const found = new Set(roles.flatMap(({ argument }) => (argument ? messagesOf(context, messages, argument) : [])));
  const [message, ...others] = found;
  const argument = roles[0]?.argument;
  if (!message) {
    reportNotMessage(context, draft.name, argument ?? draft.node, argument?.getText() ?? 'nothing');
    return undefined;
  }
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
