import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { ScanContext } from '../scan-context.ts';
import { compareText } from '../project-paths.ts';
import { mergedTypes } from '../declarations-of.ts';
import { symbolKey } from '../qualified-name.ts';
import { isTagged } from '../tags/constructed-tags.ts';
import { phantom } from '../types/phantom.ts';
import { nameOfFile } from './constructed.ts';
import { contractOf, type MessageContract } from './contract.ts';
import { isAmbient, placeInWords } from './placement.ts';

/** A declaration that is a message: exported, concrete, with a contract. */
export interface MessageDeclaration {
  readonly node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;
  /** All declarations that are merged into it. */
  readonly declarations: readonly ts.Declaration[];
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  readonly contract: MessageContract;
  /** As exported, where that is another name than the declared one. A class without a name is called after its file. */
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
  const { fragments, ts } = context;
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
      if (parameters) {
        // Whoever instantiates a generic declares the message; one that is not exported is for use in its own file.
        if (exportName === undefined) return;
        const written = parameters.map((parameter) => parameter.name.text).join(', ');
        unlessBase(context, symbol, context.finding('CATGA1002', { name, parameters: written }, node));
      } else if (exportName === undefined) {
        const place = placeInWords(context, node);
        const unreachable =
          place === undefined
            ? context.finding('CATGA1001', { name }, node)
            : context.finding('CATGA1016', { name, place }, node);
        // What others build on need not be exported.
        unlessBase(context, symbol, unreachable);
      } else if (ts.isClassDeclaration(node) && isAmbient(context, node)) {
        context.report('CATGA2020', { name, subject: 'message' }, node);
      } else {
        found.push({
          ...candidate,
          name: exportName === 'default' || exportName === symbol.name ? name : exportName,
          exportName,
          module: context.exports.moduleOfFile(node.getSourceFile()),
        });
      }
    });
  }
  return found.toSorted((a, b) => compareText(a.module, b.module) || compareText(a.exportName, b.exportName));
}

function unlessBase({ ts, fragments }: ScanContext, symbol: ts.Symbol, diagnostic: Diagnostic): void {
  fragments.current?.conditional.push({ base: symbolKey(ts, symbol), diagnostics: [diagnostic] });
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
    if (!mayBeMessage(context, node)) continue;
    const symbol = compiler.symbolOf(node.name ?? node);
    if (!symbol || candidates.has(symbol)) continue;
    const type = compiler.declaredType(symbol);
    const contract = contractOf(context, type);
    if (!contract) {
      noteUnresolvedBase(context, node);
      continue;
    }
    const declarations = mergedTypes(context, symbol);
    for (const base of declarations.flatMap((declaration) => baseNames(context, declaration))) {
      const declared = compiler.symbolOf(base);
      if (declared) fragments.current?.bases.add(symbolKey(ts, declared));
    }
    const main = declarations.find((declaration) => ts.isClassDeclaration(declaration)) ?? declarations[0] ?? node;
    if (main.getSourceFile() !== node.getSourceFile()) {
      reportAugmentation(context, node, main);
      continue;
    }
    const isAbstract = (ts.getCombinedModifierFlags(main) & ts.ModifierFlags.Abstract) !== 0;
    if (isAbstract || isTagged(context, declarations, 'ignore')) continue;
    if (!main.typeParameters) fragments.current?.candidates.add(symbolKey(ts, symbol));
    const name = main.name?.text ?? nameOfFile(context, main.getSourceFile());
    candidates.set(symbol, { node: main, declarations, symbol, type, contract, name });
  }
}

// What augments a module belongs to the declaration there, and is found with it if that is a message by itself.
function reportAugmentation(
  context: ScanContext,
  node: MessageDeclaration['node'],
  main: MessageDeclaration['node'],
): void {
  const place = placeInWords(context, node);
  if (place === undefined || (context.isOwn(main.getSourceFile()) && mayBeMessage(context, main))) return;
  context.report('CATGA1016', { name: node.name?.text ?? 'default', place }, node);
}

// Syntax alone rules out most declarations: without a base or a reference nothing brings the phantom in.
function mayBeMessage(context: ScanContext, node: ts.Statement): node is MessageDeclaration['node'] {
  const { ts } = context;
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
    const isExtended = node.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword) ?? false;
    return isExtended || (ts.isInterfaceDeclaration(node) && node.members.some((member) => isPhantom(context, member)));
  }
  return ts.isTypeAliasDeclaration(node) && mayNameMessage(context, node.type);
}

function mayNameMessage(context: ScanContext, type: ts.TypeNode): boolean {
  const { ts } = context;
  if (ts.isParenthesizedTypeNode(type)) return mayNameMessage(context, type.type);
  if (ts.isTypeLiteralNode(type)) return type.members.some((member) => isPhantom(context, member));
  if (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type))
    return type.types.some((part) => !ts.isLiteralTypeNode(part));
  return (
    ts.isTypeReferenceNode(type) ||
    ts.isImportTypeNode(type) ||
    ts.isIndexedAccessTypeNode(type) ||
    ts.isTypeQueryNode(type) ||
    ts.isConditionalTypeNode(type) ||
    ts.isMappedTypeNode(type)
  );
}

function isPhantom(context: ScanContext, { name }: ts.TypeElement): boolean {
  return name !== undefined && context.ts.isStringLiteral(name) && name.text === phantom;
}

function baseNames(context: ScanContext, node: MessageDeclaration['node']): readonly ts.Node[] {
  const { ts } = context;
  if (!ts.isTypeAliasDeclaration(node)) {
    return (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((base) => base.expression));
  }
  const names = (type: ts.TypeNode): readonly ts.Node[] =>
    ts.isTypeReferenceNode(type)
      ? [type.typeName]
      : ts.isParenthesizedTypeNode(type)
        ? names(type.type)
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
