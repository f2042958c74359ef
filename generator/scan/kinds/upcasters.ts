import type { ts } from 'ts-morph';
import type { FormerType } from '../../model/project.ts';
import type { UpcasterDraft, UpcasterEnd } from '../fragments/index.ts';
import { symbolKey } from '../qualified-name.ts';
import type { ScanContext } from '../scan-context.ts';
import { parseInteger } from '../tags/arguments.ts';
import { isTagged } from '../tags/constructed-tags.ts';
import { readTags } from '../tags/read-tags.ts';
import { resolveBody } from '../types/objects.ts';
import type { TypeResolver } from '../types/resolver.ts';
import type { Site } from '../types/site.ts';
import type { ClassDraft } from './class-drafts.ts';
import { mayReturnPromise } from './constructed.ts';
import { contractOf } from './contract.ts';
import type { MessageIndex } from './message-index.ts';

/** What an upcaster is, before its type arguments are looked at. */
type Place = Pick<UpcasterDraft, 'exportName' | 'form' | 'id' | 'module' | 'name'> & { readonly node: ts.Declaration };

/** An upcaster that is a class. */
export function classUpcaster(
  context: ScanContext,
  resolver: TypeResolver,
  messages: MessageIndex,
  draft: ClassDraft,
): void {
  const role = draft.roles.find(({ name }) => name === 'Upcaster');
  const [parameter] = draft.demands;
  if (parameter !== undefined) {
    context.report('CATGA8008', { name: draft.name, parameter: parameter.parameter }, parameter.node);
  }
  const upcast = context.compiler.property(draft.type, 'upcast');
  if (upcast && mayReturnPromise(context, upcast)) {
    context.report('CATGA8007', { name: draft.name }, upcast.valueDeclaration ?? draft.node);
  }
  const { id, module, exportName, name, node } = draft;
  const place = { id, module, exportName, name, node, form: 'class' } as const;
  collect(context, resolver, messages, place, role?.argument, role?.second);
}

/** Finds the upcasters that are constants. */
export function scanConstantUpcasters(context: ScanContext, resolver: TypeResolver, messages: MessageIndex): void {
  const { ts, fragments } = context;
  for (const file of context.files) {
    for (const statement of file.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const declaration of statement.declarationList.declarations) {
        const args = upcasterArguments(context, declaration);
        if (!args || isTagged(context, [statement], 'ignore')) continue;
        fragments.within(file.fileName, () => constantUpcaster(context, resolver, messages, declaration, args));
      }
    }
  }
}

function constantUpcaster(
  context: ScanContext,
  resolver: TypeResolver,
  messages: MessageIndex,
  node: ts.VariableDeclaration,
  [old, made]: readonly ts.TypeNode[],
): void {
  const { compiler, exports } = context;
  const name = node.name.getText();
  const symbol = compiler.symbolOf(node.name);
  const exportName = symbol && exports.exportName(symbol);
  if (exportName === undefined) {
    context.report('CATGA2001', { name, subject: 'message upcaster' }, node);
    refuse(context, made && endOf(context, messages, made));
    return;
  }
  const written = node.initializer && writtenFunction(context, node.initializer);
  const signatures = written ? compiler.callSignatures(compiler.typeOfExpression(written)) : [];
  if (signatures.some((signature) => isPromise(context, compiler.returnType(signature)))) {
    context.report('CATGA8007', { name }, node);
  }
  const module = exports.moduleOfFile(node.getSourceFile());
  const place = { id: `${module}#${exportName}`, module, exportName, name, node, form: 'constant' } as const;
  collect(context, resolver, messages, place, old, made);
}

function isPromise({ compiler }: ScanContext, type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).some((part) => compiler.property(part, 'then') !== undefined);
}

/** The type arguments of `Upcaster<Old, New>` in the annotation, or of the call `upcaster<Old, New>(…)`. */
function upcasterArguments(context: ScanContext, node: ts.VariableDeclaration): readonly ts.TypeNode[] | undefined {
  const { ts, compiler, exports } = context;
  if (!ts.isIdentifier(node.name)) return undefined;
  if (node.type) {
    if (!ts.isTypeReferenceNode(node.type)) return undefined;
    const symbol = compiler.symbolOf(node.type.typeName);
    return symbol?.name === 'Upcaster' && exports.isCatga(symbol) ? [...(node.type.typeArguments ?? [])] : undefined;
  }
  if (!node.initializer || !ts.isCallExpression(node.initializer)) return undefined;
  const callee = compiler.symbolOf(node.initializer.expression);
  return callee?.name === 'upcaster' && exports.isCatga(callee)
    ? [...(node.initializer.typeArguments ?? [])]
    : undefined;
}

/** The function that a constant is made of, in `upcaster(fn)` and in `{ upcast: fn }`, as far as it is written there. */
function writtenFunction(context: ScanContext, initializer: ts.Expression): ts.Expression | undefined {
  const { ts } = context;
  if (ts.isCallExpression(initializer)) return initializer.arguments[0];
  if (!ts.isObjectLiteralExpression(initializer)) return undefined;
  const upcast = initializer.properties.find((property) => property.name?.getText() === 'upcast');
  return upcast && ts.isPropertyAssignment(upcast) ? upcast.initializer : undefined;
}

function collect(
  context: ScanContext,
  resolver: TypeResolver,
  messages: MessageIndex,
  place: Place,
  old: ts.TypeNode | undefined,
  made: ts.TypeNode | undefined,
): void {
  const from = old && endOf(context, messages, old);
  const to = made && endOf(context, messages, made);
  const { node, ...rest } = place;
  if (!from || !to) {
    const wrong = from ? made : old;
    const type = wrong?.getText().replace(/\s+/g, ' ') ?? 'nothing';
    context.report(
      'CATGA8009',
      { type, name: place.name, reason: 'it is not the name of a declared type' },
      wrong ?? node,
    );
    refuse(context, to);
    return;
  }
  const isMessage = contractOf(context, context.compiler.declaredType(from.symbol)) !== undefined;
  const former = isMessage ? undefined : formerType(context, resolver, from, place.name);
  if (!isMessage && !former) {
    refuse(context, to);
    return;
  }
  context.fragments.current?.upcasters.push({
    ...rest,
    span: context.spanOf(node),
    from: from.end,
    to: to.end,
    ...(former && { former }),
  });
}

function refuse({ fragments }: ScanContext, to: Named | undefined): void {
  if (to) fragments.current?.refusedSteps.push(to.end.key);
}

interface Named {
  readonly symbol: ts.Symbol;
  readonly node: ts.TypeNode;
  readonly end: UpcasterEnd;
}

/** What a type argument names. Names of names are followed to what they stand for. */
function endOf(context: ScanContext, messages: MessageIndex, node: ts.TypeNode): Named | undefined {
  const { ts, compiler } = context;
  let symbol: ts.Symbol | undefined;
  let at: ts.TypeNode | undefined = node;
  for (let depth = 0; at && depth < 20; depth++) {
    if (!ts.isTypeReferenceNode(at) || at.typeArguments) break;
    symbol = compiler.symbolOf(at.typeName);
    if (!symbol || messages.ofSymbol(symbol)) break;
    at = symbol.declarations?.find((declaration) => ts.isTypeAliasDeclaration(declaration))?.type;
  }
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration) return undefined;
  const tag = readTags(ts, [declaration]).find(({ name }) => name === 'version');
  const version = tag && parseInteger(tag.argument, 1, 65_535);
  const tagged = version && 'value' in version ? { tagged: version.value } : {};
  return {
    symbol,
    node,
    end: { key: symbolKey(ts, symbol), name: node.getText(), span: context.spanOf(node), ...tagged },
  };
}

/** The wire shape of a former version. */
function formerType(
  context: ScanContext,
  resolver: TypeResolver,
  { symbol, node }: Named,
  name: string,
): FormerType | undefined {
  const { compiler, exports } = context;
  const type = compiler.declaredType(symbol);
  const own = node.getText();
  const unreadable = (reason: string): undefined => {
    context.report('CATGA8009', { type: own, name, reason }, node);
    return undefined;
  };
  if (compiler.isUnresolved(type)) return unreadable('it does not resolve');
  const expression = exports.importOf(symbol);
  if (!expression) return unreadable('it is not exported');
  const site: Site = { path: own, id: `${exports.moduleOf(symbol)}#${own}`, name: own, node, depth: 0 };
  const body = resolveBody(resolver, type, resolver.identities.ofDeclaration(symbol, site), site);
  return body ? { body, expression } : unreadable('it is not an object');
}
