import type { ts } from 'ts-morph';
import type { MemberModel } from '../../model/types.ts';
import { docOf } from './documentation.ts';
import { memberStep } from './member-step.ts';
import { pascalCase } from './pascal-case.ts';
import { phantom } from './phantom.ts';
import type { TypeResolver } from './resolver.ts';
import type { Site } from './site.ts';
import { isWellFormed } from './well-formed.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A member as it travels; `undefined` for what is no data, or was refused. */
export function resolveMember(
  resolver: TypeResolver,
  symbol: ts.Symbol,
  ofClass: boolean,
  owner: Site,
): MemberModel | undefined {
  const { ts, compiler, inputs } = resolver.context;
  if (symbol.name === phantom) return undefined;
  const S = ts.SymbolFlags;
  // What a class computes is not its data; an interface that lists a getter or a method has it as a member.
  if (ofClass && (symbol.flags & (S.Method | S.Accessor)) !== 0) return undefined;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration) inputs.add(declaration.getSourceFile().fileName);
  // A declared name that starts so is escaped with one more underscore.
  if (symbol.escapedName.toString().startsWith('__@')) {
    resolver.refuse('CATGA1116', owner, { member: symbol.name.replace(/^__@|@\d+$/g, '') });
    return undefined;
  }
  const site = memberSite(resolver, owner, symbol, declaration);
  resolver.sites.set(site.id, site);
  if (!isWellFormed(symbol.name)) {
    resolver.refuse('CATGA1126', site, { text: JSON.stringify(symbol.name) });
    return undefined;
  }
  const type = compiler.typeOfSymbol(symbol);
  const optional = (symbol.flags & S.Optional) !== 0;
  if (compiler.isNever(type) || (optional && (type.flags & ts.TypeFlags.Undefined) !== 0)) {
    // `member?: never` says that it is never there.
    if (optional) return undefined;
    resolver.refuse('CATGA1119', site, { type: 'never' });
    return undefined;
  }
  const { model, undefinable } = withoutUndefined(resolver, type, site);
  const doc = declaration && docOf(ts, declaration);
  return {
    name: symbol.name,
    type: model,
    ...(optional ? { optional: true } : undefinable && { undefinable: true }),
    ...(compiler.isReadonly(symbol) && { readonly: true }),
    ...(doc !== undefined && { doc }),
  };
}

function memberSite(resolver: TypeResolver, owner: Site, symbol: ts.Symbol, declaration: ts.Node | undefined): Site {
  const { ts } = resolver.context;
  const { name } = symbol;
  const suffix = memberStep(name);
  const inProject = declaration !== undefined && !declaration.getSourceFile().fileName.includes('/node_modules/');
  const node =
    inProject &&
    (ts.isPropertySignature(declaration) ||
      ts.isPropertyDeclaration(declaration) ||
      ts.isParameter(declaration) ||
      ts.isMethodSignature(declaration) ||
      ts.isAccessor(declaration))
      ? declaration
      : owner.node;
  return {
    ...owner,
    path: owner.path + suffix,
    id: owner.id + suffix,
    name: owner.name + (pascalCase(name) || 'Member'),
    node,
    depth: owner.depth + 1,
  };
}
