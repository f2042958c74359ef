import type { ts } from 'ts-morph';
import type { MessageModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { MessageIndex } from './message-index.ts';

/**
 * The messages that a type argument names: one, several in a union, none. Aliases are followed by their declarations,
 * since to the checker two aliases of one type are the same.
 */
export function messagesOf(context: ScanContext, messages: MessageIndex, node: ts.TypeNode): readonly MessageModel[] {
  const { ts, compiler } = context;
  const found = new Set<MessageModel>();
  let complete = true;
  visit(node, 0);
  return complete ? [...found] : [];

  function visit(at: ts.TypeNode, depth: number): void {
    if (ts.isParenthesizedTypeNode(at)) {
      visit(at.type, depth);
      return;
    }
    if (ts.isUnionTypeNode(at)) {
      for (const part of at.types) visit(part, depth);
      return;
    }
    const symbol = ts.isTypeReferenceNode(at) ? compiler.symbolOf(at.typeName) : undefined;
    const declared = symbol && messages.ofSymbol(symbol);
    if (declared) {
      found.add(declared);
      return;
    }
    const alias = symbol?.declarations?.find((declaration) => ts.isTypeAliasDeclaration(declaration));
    if (alias && !alias.typeParameters && depth < 20) {
      visit(alias.type, depth + 1);
      return;
    }
    const type = compiler.typeOfNode(at);
    const byType = messages.ofType(type);
    if (byType) found.add(byType);
    else complete = false;
  }
}
