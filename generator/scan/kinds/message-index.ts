import type { ts } from 'ts-morph';
import type { MessageModel } from '../../model/project.ts';
import type { MessageDraft } from '../fragments/index.ts';
import { symbolKey } from '../qualified-name.ts';
import type { ScanContext } from '../scan-context.ts';
import type { Identities } from '../types/identity.ts';
import type { ComposedMessages } from './composed-messages.ts';
import { declaredTypes } from './message-declarations.ts';

/** The messages of a project, and how to find one by what a handler names. */
export interface MessageIndex {
  readonly models: readonly MessageModel[];
  ofSymbol(symbol: ts.Symbol): MessageModel | undefined;
  ofType(type: ts.Type): MessageModel | undefined;
  /** The declared type of a message. */
  typeOf(message: MessageModel): ts.Type | undefined;
  /** Whether an earlier run has found that a behavior applies to a message; `undefined`: it has to be looked at. */
  decided(behavior: string, message: MessageModel): boolean | undefined;
}

export function createMessageIndex(
  context: ScanContext,
  identities: Identities,
  drafts: readonly MessageDraft[],
  composed: ComposedMessages,
  decided: MessageIndex['decided'] = () => undefined,
): MessageIndex {
  const { ts, project } = context;
  const bySymbol = new Map(drafts.map(({ key, model }) => [key, model]));
  const byType = new Map(drafts.toReversed().map(({ typeKey, model }) => [typeKey, model]));
  const keys = new Map(drafts.map(({ key, model }) => [model, key]));
  const types = new Map<string, ReadonlyMap<string, ts.Type>>();
  return {
    decided,
    models: drafts.map(({ model }) => model),
    ofSymbol: (symbol) => bySymbol.get(symbolKey(ts, symbol)) ?? composed(symbol),
    ofType: (type) => byType.get(identities.instanceKey(type)),
    typeOf(message) {
      const key = keys.get(message) ?? '#';
      const path = key.slice(0, key.lastIndexOf('#'));
      let inFile = types.get(path);
      if (!inFile) {
        const file = project.program.getSourceFile(path);
        if (!file) context.incomplete = true;
        inFile = file ? declaredTypes(context, file) : new Map<string, ts.Type>();
        types.set(path, inFile);
      }
      return inFile.get(key);
    },
  };
}
