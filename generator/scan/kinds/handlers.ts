import type { ts } from 'ts-morph';
import type { BatchModel, HandlerModel, MessageModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ClassDraft } from './class-drafts.ts';
import { isDisposable, placeOf, signaturesOf, type Draft } from './constructed.ts';
import type { FunctionDraft } from './function-handlers.ts';
import type { MessageIndex } from './message-index.ts';
import { messagesNamed, messagesOfType } from './messages-of.ts';
import type { RoleName } from './roles.ts';

/** A handler that is a class. */
export function classHandler(context: ScanContext, messages: MessageIndex, draft: ClassDraft): HandlerModel {
  const handled = new Set<MessageModel>();
  for (const role of draft.roles) {
    for (const message of messagesNamed(context, messages, draft.name, role)) {
      if (fitsKind(context, draft, role.name, message, role.argument ?? role.node)) handled.add(message);
    }
  }
  const handle = context.compiler.property(draft.type, 'handle');
  const signatures = handle ? signaturesOf(context, handle) : [];
  const counts = signatures.map((signature) => parameterCount(context, signature));
  return {
    ...placeOf(context, draft),
    form: 'class',
    messages: [...handled].map(({ name }) => name).toSorted(),
    order: draft.order,
    ...contextOf(
      draft.roles.some(({ name }) => name === 'BatchHandler'),
      counts.length === 0 || counts.some((count) => count > 1),
      draft.batch,
    ),
    ...(counts.length > 0 && counts.every((count) => count === 0) && { ignoresMessage: true }),
    disposable: isDisposable(context, draft.type),
  };
}

/** How many arguments a call may have; a rest parameter takes any number. */
function parameterCount(context: ScanContext, signature: ts.Signature): number {
  const parameters = signature.getParameters();
  const last = parameters.at(-1)?.valueDeclaration;
  return last && context.ts.isParameter(last) && last.dotDotDotToken ? Number.POSITIVE_INFINITY : parameters.length;
}

/** A handler that is a function. */
export function functionHandler(context: ScanContext, messages: MessageIndex, draft: FunctionDraft): HandlerModel {
  const { argument, messageType } = draft;
  const found = argument
    ? messagesNamed(context, messages, draft.name, { argument, node: draft.node })
    : messageType
      ? messagesOfType(messages, messageType)
      : [];
  if (!argument && found.length === 0) {
    const type = messageType ? context.project.checker.typeToString(messageType) : 'nothing';
    context.report('CATGA2003', { name: draft.name, type }, draft.node);
  }
  return {
    ...placeOf(context, draft),
    form: 'function',
    messages: found.map(({ name }) => name).toSorted(),
    order: draft.order,
    ...contextOf(draft.takesBatches, draft.usesContext, draft.batch),
    disposable: false,
  };
}

/** A message that joins a batch always takes its context with it. */
function contextOf(
  takesBatches: boolean,
  usesContext: boolean,
  policy: BatchModel | undefined,
): Pick<HandlerModel, 'batch' | 'usesContext'> {
  if (!takesBatches) return { usesContext };
  return { usesContext: true, batch: { usesContext, ...(policy && { policy }) } };
}

function fitsKind(
  context: ScanContext,
  draft: Draft,
  contract: RoleName,
  message: MessageModel,
  node: ts.Node,
): boolean {
  const expected = message.kind === 'event' ? 'EventHandler' : 'RequestHandler';
  if (contract === expected || contract === 'BatchHandler') return true;
  const kind = message.kind === 'event' ? 'an event' : `a ${message.kind}`;
  context.report('CATGA2010', { name: draft.name, contract, type: message.exportName, kind, expected }, node);
  return false;
}
