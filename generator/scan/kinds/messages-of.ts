import type { ts } from 'ts-morph';
import type { MessageModel } from '../../model/project.ts';
import { fileOf, mergedTypes } from '../declarations-of.ts';
import { symbolKey } from '../qualified-name.ts';
import type { ScanContext } from '../scan-context.ts';
import { isTagged } from '../tags/constructed-tags.ts';
import { isClass } from '../types/classes.ts';
import { contractOf } from './contract.ts';
import type { MessageIndex } from './message-index.ts';

/**
 * The messages that a type argument names: one, several in a union; none where a part of it is no message, which is
 * reported. Aliases are followed by their declarations, since to the checker two aliases of one type are the same.
 */
export function messagesNamed(
  context: ScanContext,
  messages: MessageIndex,
  name: string,
  { argument, node }: { readonly argument?: ts.TypeNode; readonly node: ts.Node },
): readonly MessageModel[] {
  const { ts, compiler } = context;
  const found = new Set<MessageModel>();
  const strangers = new Set<ts.TypeNode>();
  if (argument) visit(argument, argument, 0);
  else context.report('CATGA2003', { name, type: 'nothing' }, node);
  for (const stranger of strangers) reportStranger(context, name, stranger);
  return strangers.size > 0 ? [] : [...found];

  /** @param written - The node in the file of the handler, to point at. */
  function visit(at: ts.TypeNode, written: ts.TypeNode, depth: number): void {
    const inner = (part: ts.TypeNode): void => visit(part, at === written ? part : written, depth);
    if (ts.isParenthesizedTypeNode(at)) {
      inner(at.type);
      return;
    }
    if (ts.isUnionTypeNode(at)) {
      for (const part of at.types) inner(part);
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
      visit(alias.type, written, depth + 1);
      return;
    }
    const byType = messagesOfType(messages, compiler.typeOfNode(at));
    if (byType.length === 0) strangers.add(written);
    for (const message of byType) found.add(message);
  }
}

/** The messages that a resolved type is, each part of a union for itself; none where a part is no message. */
export function messagesOfType(messages: MessageIndex, type: ts.Type): readonly MessageModel[] {
  const own = messages.ofType(type);
  if (own) return [own];
  if (!type.isUnion()) {
    const symbol = type.symbol as ts.Symbol | undefined;
    const named = symbol && messages.ofSymbol(symbol);
    return named ? [named] : [];
  }
  const parts = type.types.map((part) => messagesOfType(messages, part));
  return parts.some((part) => part.length === 0) ? [] : [...new Set(parts.flat())];
}

function reportStranger(context: ScanContext, name: string, node: ts.TypeNode): void {
  const { compiler, exports, fragments, ts } = context;
  const written = node.getText().replace(/\s+/g, ' ');
  const symbol = ts.isTypeReferenceNode(node) ? compiler.symbolOf(node.typeName) : undefined;
  const file = symbol && fileOf(symbol);
  const type = compiler.typeOfNode(node);
  const isMessage = symbol && file && !exports.isCatga(symbol) && contractOf(context, type) !== undefined;
  if (isMessage === true && !context.isOwn(file)) {
    const own = written.slice(written.lastIndexOf('.') + 1);
    const declaration = isClass(context, type)
      ? `export class My${own} extends ${written} {}`
      : `export type My${own} = ${written}`;
    const args = { name, type: written, origin: `\`${exports.moduleOf(symbol)}\``, declaration };
    context.report('CATGA2017', args, node);
    return;
  }
  const finding = context.finding('CATGA2003', { name, type: written }, node);
  const declarations = symbol ? mergedTypes(context, symbol) : [];
  const isReported =
    isMessage === true && exports.exportName(symbol) === undefined && !isTagged(context, declarations, 'ignore');
  // Where it is declared it is reported as not exported, unless others build on it: then it is reported here.
  if (isReported)
    fragments.current?.conditional.push({ base: symbolKey(ts, symbol), whenBase: true, diagnostics: [finding] });
  else fragments.current?.diagnostics.push(finding);
}
