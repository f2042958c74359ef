import type { ts } from 'ts-morph';
import type { ObjectShape } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';
import { readTags } from '../tags/read-tags.ts';
import type { Identity } from './identity.ts';
import type { TypeResolver } from './resolver.ts';

type Layout = NonNullable<ObjectShape['wire']>;

/** How `@wire` is written. */
const wireLayouts: readonly Layout[] = ['positional'];

/**
 * What `@wire` says of an object: on its own declaration, in the settings, or on the declaration that it is written in,
 * which covers its unnamed objects.
 */
export function wireLayoutOf({ context }: TypeResolver, type: ts.Type, identity: Identity): Layout | undefined {
  const { messages, types } = context.settings;
  const configured = messages[identity.id]?.['wire'] ?? types[identity.id]?.['wire'];
  if (configured !== undefined) return layoutNamed(configured);
  const declarations = identity.symbol?.declarations ?? declarationAround(context, type);
  for (const { name, argument } of readTags(context.ts, declarations)) {
    if (name === 'wire') return layoutNamed(argument);
  }
  return undefined;
}

/** Reports `@wire` on a type that has no object of its own for it, and arguments that it does not have. */
export function checkWireTag(
  context: ScanContext,
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration,
  isMessage: boolean,
): void {
  const tag = readTags(context.ts, [node]).find(({ name }) => name === 'wire');
  if (tag === undefined) return;
  if (layoutNamed(tag.argument) === undefined) {
    if (isMessage) return;
    const written = `@wire ${tag.argument}`.trim();
    const reason = tag.argument === '' ? 'a value is missing' : `\`${tag.argument}\` is not one of its values`;
    context.report('CATGA1006', { written, reason, form: `@wire ${wireLayouts.join('|')}` }, tag.node);
  } else if (context.ts.isTypeAliasDeclaration(node) && !hasObjects(context, node)) {
    const args = { path: node.name.text, layout: tag.argument, reason: 'it declares no object of its own' };
    context.report('CATGA1127', args, tag.node, { path: node.name.text });
  }
}

function layoutNamed(text: string): Layout | undefined {
  return wireLayouts.find((layout) => layout === text);
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
