import type { ts } from 'ts-morph';
import type { BatchModel, HandlerModel, MessageModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ClassDraft } from './class-drafts.ts';
import { isDisposable, placeOf, signaturesOf, type Draft } from './constructed.ts';
import type { FunctionDraft } from './function-handlers.ts';
import type { MessageIndex } from './message-index.ts';
import { messagesOf } from './messages-of.ts';
import type { RoleName } from './roles.ts';

/** A handler that is a class. */
export function classHandler(context: ScanContext, messages: MessageIndex, draft: ClassDraft): HandlerModel {
  const handled = new Set<MessageModel>();
  for (const role of draft.roles) {
    const found = role.argument ? messagesOf(context, messages, role.argument) : [];
    if (found.length === 0)
      reportNotMessage(context, draft.name, role.argument ?? role.node, role.argument?.getText() ?? 'nothing');
    for (const message of found) {
      if (fitsKind(context, draft, role.name, message, role.argument ?? role.node)) handled.add(message);
    }
  }
  const handle = context.compiler.property(draft.type, 'handle');
  const signatures = handle ? signaturesOf(context, handle) : [];
  const counts = signatures.map((signature) => signature.getParameters().length);
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

/** A handler that is a function. */
export function functionHandler(context: ScanContext, messages: MessageIndex, draft: FunctionDraft): HandlerModel {
  const { argument, messageType } = draft;
  const byType = messageType && messages.ofType(messageType);
  const found = argument ? messagesOf(context, messages, argument) : byType ? [byType] : [];
  if (found.length === 0) {
    const shown = argument?.getText() ?? (messageType ? context.project.checker.typeToString(messageType) : 'nothing');
    reportNotMessage(context, draft.name, argument ?? draft.node, shown);
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

export function reportNotMessage(context: ScanContext, name: string, node: ts.Node, type: string): void {
  context.report('CATGA2003', { name, type: type.replace(/\s+/g, ' ') }, node);
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
