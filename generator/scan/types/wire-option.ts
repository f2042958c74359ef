import type { ts } from 'ts-morph';
import type { TypeModel, WireOption } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';
import { readTags } from '../tags/read-tags.ts';
import { isContradiction, wireOptionNamed, wireOptions } from '../tags/wire-choice.ts';
import type { Identity } from './identity.ts';
import { phantom } from './phantom.ts';
import type { TypeResolver } from './resolver.ts';
import type { Site } from './site.ts';

/**
 * What `@wire` says of an object: on its own declaration, in the settings, or on the declaration that it is written in,
 * which covers its unnamed objects.
 */
export function wireOptionOf(
  resolver: TypeResolver,
  type: ts.Type,
  identity: Identity,
  site: Site,
): WireOption | undefined {
  const { context } = resolver;
  const { messages, types } = context.settings;
  const configured = messages[identity.id]?.['wire'] ?? types[identity.id]?.['wire'];
  if (configured !== undefined) return wireOptionNamed(configured);
  const declarations = identity.symbol?.declarations ?? declarationAround(context, type);
  const tags = readTags(context.ts, declarations).filter(({ name }) => name === 'wire');
  const [first] = tags;
  if (first === undefined) return undefined;
  const isMessage = context.compiler.property(type, phantom) !== undefined;
  // Contradictions of messages are reported with those of their other tags, and those of one declaration where it stands.
  const other = tags.find(({ argument, owner }) => owner !== first.owner && isContradiction(first.argument, argument));
  if (other !== undefined && !isMessage) refuseOption(resolver, 'keepUnknown', site, alsoPositional);
  return wireOptionNamed(first.argument);
}

const alsoPositional = 'it is `@wire positional` as well, and an array has no names for what it does not know';

/** Reports an object that cannot be what `@wire` says. */
export function refuseOption(resolver: TypeResolver, option: WireOption, site: Site, reason: string): TypeModel {
  if (option === 'keepUnknown') return resolver.refuse('CATGA1128', site, { reason });
  return resolver.refuse('CATGA1127', site, { layout: option, reason });
}

/** Why an index signature rules an option out. */
export const indexReasons: Readonly<Record<WireOption, string>> = {
  positional: 'its index signature has members without a place',
  keepUnknown: 'its index signature says which members it has besides the declared ones',
};

/** Reports `@wire` on a type that has no object of its own for it, and arguments that it does not have. */
export function checkWireTag(
  context: ScanContext,
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration,
  isMessage: boolean,
): void {
  const tags = readTags(context.ts, [node]).filter(({ name }) => name === 'wire');
  const [first] = tags;
  if (first === undefined) return;
  for (const { argument, node: at } of isMessage ? [] : tags) {
    if (wireOptionNamed(argument) !== undefined) continue;
    const written = `@wire ${argument}`.trim();
    const reason = argument === '' ? 'a value is missing' : `\`${argument}\` is not one of its values`;
    context.report('CATGA1006', { written, reason, form: `@wire ${wireOptions.join('|')}` }, at);
  }
  const path = node.name?.text ?? 'default';
  const second = tags.find(({ argument }) => isContradiction(first.argument, argument));
  const option = wireOptionNamed(first.argument);
  if (second !== undefined) {
    context.report('CATGA1128', { path, reason: alsoPositional }, second.node, { path });
  } else if (option !== undefined && context.ts.isTypeAliasDeclaration(node) && !hasObjects(context, node)) {
    const reason = 'it declares no object of its own';
    if (option === 'keepUnknown') context.report('CATGA1128', { path, reason }, first.node, { path });
    else context.report('CATGA1127', { path, layout: option, reason }, first.node, { path });
  }
}

function declarationAround({ ts }: ScanContext, type: ts.Type): readonly ts.Node[] {
  const symbol = type.symbol as ts.Symbol | undefined;
  let node: ts.Node | undefined = symbol?.declarations?.[0];
  if (node === undefined || !(ts.isTypeLiteralNode(node) || ts.isMappedTypeNode(node))) return [];
  while (node !== undefined && !ts.isSourceFile(node)) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node))
      return [node];
    node = node.parent;
  }
  return [];
}

function hasObjects({ ts, compiler }: ScanContext, node: ts.TypeAliasDeclaration): boolean {
  const symbol = compiler.symbolOf(node.name);
  const type = symbol && compiler.declaredType(symbol);
  const isObject = type !== undefined && (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  if (isObject && type.aliasSymbol === symbol && !compiler.isArray(type) && !compiler.isTuple(type)) return true;
  const isInline = (part: ts.Node): boolean =>
    ts.isTypeLiteralNode(part) || ts.isMappedTypeNode(part) || ts.forEachChild(part, isInline) === true;
  return isInline(node.type);
}
