import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { ScanContext } from '../scan-context.ts';
import { compareText } from '../project-paths.ts';
import { symbolKey } from '../qualified-name.ts';
import { isTagged } from '../tags/constructed-tags.ts';
import { contractOf, type MessageContract } from './contract.ts';

/** A declaration that is a message: exported, concrete, with a contract. */
export interface MessageDeclaration {
  readonly node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  readonly contract: MessageContract;
  /** As declared. */
  readonly name: string;
  readonly module: string;
  readonly exportName: string;
}

type Candidate = Omit<MessageDeclaration, 'module' | 'exportName'>;

/**
 * All message declarations of the context's files, sorted by module and export name. `isKnown` tells of further
 * declarations, by symbol key, that they are like messages.
 */
export function findMessageDeclarations(
  context: ScanContext,
  isKnown: (key: string) => boolean,
): readonly MessageDeclaration[] {
  const { fragments } = context;
  const candidates = new Map<ts.Symbol, Candidate>();
  for (const file of context.files)
    fragments.within(file.fileName, () => collect(context, file.statements, candidates));
  const found: MessageDeclaration[] = [];
  for (const candidate of candidates.values()) {
    const { node, symbol, name } = candidate;
    const file = node.getSourceFile().fileName;
    fragments.within(file, () => {
      if (isOnlyAnotherName(context, candidate, candidates, isKnown)) return;
      const exportName = context.exports.exportName(symbol);
      const parameters = node.typeParameters;
      // Whoever instantiates a generic declares the message; what others build on need not be exported.
      if (parameters) {
        const written = parameters.map((parameter) => parameter.name.text).join(', ');
        unlessBase(context, symbol, context.finding('CATGA1002', { name, parameters: written }, node));
      } else if (exportName === undefined) {
        unlessBase(context, symbol, context.finding('CATGA1001', { name }, node));
      } else {
        found.push({ ...candidate, exportName, module: context.exports.moduleOfFile(node.getSourceFile()) });
      }
    });
  }
  return found.toSorted((a, b) => compareText(a.module, b.module) || compareText(a.exportName, b.exportName));
}

function unlessBase({ ts, fragments }: ScanContext, symbol: ts.Symbol, diagnostic: Diagnostic): void {
  fragments.current?.conditional.push({ unlessBase: symbolKey(ts, symbol), diagnostics: [diagnostic] });
}

/** The types that messages of other files are, by key; for looking up what this run does not scan. */
export function declaredTypes(context: ScanContext, file: ts.SourceFile): ReadonlyMap<string, ts.Type> {
  const candidates = new Map<ts.Symbol, Candidate>();
  context.fragments.apart(() => collect(context, file.statements, candidates));
  return new Map([...candidates.values()].map(({ symbol, type }) => [symbolKey(context.ts, symbol), type]));
}

function collect(
  context: ScanContext,
  statements: readonly ts.Statement[],
  candidates: Map<ts.Symbol, Candidate>,
): void {
  const { ts, compiler, fragments } = context;
  for (const node of statements) {
    if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      collect(context, node.body.statements, candidates);
      continue;
    }
    if (!mayBeMessage(context, node) || !node.name) continue;
    const symbol = compiler.symbolOf(node.name);
    if (!symbol || candidates.has(symbol)) continue;
    const type = compiler.declaredType(symbol);
    const contract = contractOf(context, type);
    if (!contract) {
      noteUnresolvedBase(context, node);
      continue;
    }
    for (const base of baseNames(context, node)) {
      const declared = compiler.symbolOf(base);
      if (declared) fragments.current?.bases.add(symbolKey(ts, declared));
    }
    const isAbstract = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract) !== 0;
    if (isAbstract || isTagged(context, node, 'ignore')) continue;
    if (!node.typeParameters) fragments.current?.candidates.add(symbolKey(ts, symbol));
    candidates.set(symbol, {
      node,
      symbol,
      type,
      contract,
      name: node.name.text === 'default' ? symbol.name : node.name.text,
    });
  }
}

// Syntax alone rules out most declarations: without a base or a reference nothing brings the phantom in.
function mayBeMessage(context: ScanContext, node: ts.Statement): node is MessageDeclaration['node'] {
  const { ts } = context;
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
    return node.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword) ?? false;
  }
  if (!ts.isTypeAliasDeclaration(node)) return false;
  const { type } = node;
  if (ts.isTypeReferenceNode(type)) return true;
  return (
    (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)) &&
    type.types.some((part) => !ts.isLiteralTypeNode(part))
  );
}

function baseNames(context: ScanContext, node: MessageDeclaration['node']): readonly ts.Node[] {
  const { ts } = context;
  if (!ts.isTypeAliasDeclaration(node)) {
    return (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((base) => base.expression));
  }
  const names = (type: ts.TypeNode): readonly ts.Node[] =>
    ts.isTypeReferenceNode(type)
      ? [type.typeName]
      : ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)
        ? type.types.flatMap(names)
        : [];
  return ts.isUnionTypeNode(node.type) ? [] : names(node.type);
}

/** `type Renamed = PlaceOrder` and `type OrderEvents = OrderPlaced | OrderShipped` declare nothing new. */
function isOnlyAnotherName(
  context: ScanContext,
  candidate: Candidate,
  candidates: ReadonlyMap<ts.Symbol, Candidate>,
  isKnown: (key: string) => boolean,
): boolean {
  const { ts } = context;
  if (!ts.isTypeAliasDeclaration(candidate.node)) return false;
  const isMessage = (type: ts.Type): boolean => {
    const symbol: ts.Symbol | undefined = type.aliasSymbol ?? type.symbol;
    if (!symbol || symbol === candidate.symbol) return false;
    const other = candidates.get(symbol);
    return other ? other.node.typeParameters === undefined : isKnown(symbolKey(ts, symbol));
  };
  return isMessage(candidate.type) || (candidate.type.isUnion() && candidate.type.types.every(isMessage));
}

// A message whose base does not resolve is no message to the checker. Where its members say nothing either, the scan
// would drop it without a word; the second try with the project's ambient packages is worth it.
function noteUnresolvedBase(context: ScanContext, node: MessageDeclaration['node']): void {
  const { ts, compiler } = context;
  const refs = ts.isTypeAliasDeclaration(node)
    ? ts.isIntersectionTypeNode(node.type)
      ? node.type.types
      : [node.type]
    : (node.heritageClauses ?? [])
        .filter((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
        .flatMap((clause) => [...clause.types]);
  const broken = refs.find(
    (ref) =>
      (ts.isTypeReferenceNode(ref) || ts.isExpressionWithTypeArguments(ref)) &&
      compiler.isUnresolved(compiler.typeOfNode(ref)),
  );
  if (!broken) return;
  const text = broken.getText();
  const isOurs = refs.some((ref) =>
    /^(Command|Query|DomainEvent|ReliableEvent|CommandMessage|QueryMessage|DomainEventMessage|ReliableEventMessage)\b/.test(
      ref.getText(),
    ),
  );
  if (!isOurs) return;
  context.noteUnresolved();
  context.report('CATGA1108', { path: node.name?.text ?? 'default', type: text }, broken, {
    path: node.name?.text ?? 'default',
  });
}
