import { fileOf } from '../declarations-of.ts';
import type { ts } from 'ts-morph';
import type { MemberModel, ObjectShape, RecordType, TypeDefinition, TypeModel } from '../../model/types.ts';
import { builtinOf } from './builtins.ts';
import { constructionOf, findHiddenState, isClass } from './classes.ts';
import { isNever, resolveIndex } from './index-signatures.ts';
import { orderedMembers } from './member-order.ts';
import { resolveMember } from './members.ts';
import { phantom } from './phantom.ts';
import type { Identity } from './identity.ts';
import type { TypeResolver } from './resolver.ts';
import { elementOf, type Site } from './site.ts';
import { temporalKindOf } from './temporal.ts';
import { resolveTuple } from './tuples.ts';
import { variantsOf } from './unions.ts';
import { indexReasons, refuseOption, wireOptionOf } from './wire-option.ts';

/** Everything with the object flag: collections, library types, interfaces, literals, classes and intersections. */
export function resolveObject(resolver: TypeResolver, type: ts.Type, site: Site): TypeModel {
  const { ts, compiler } = resolver.context;
  if (compiler.isArray(type)) {
    const element = compiler.typeArguments(type)[0];
    if (element) return listOf(resolver, type, element, site);
  }
  if (compiler.isTuple(type)) return resolveTuple(resolver, type as ts.TupleTypeReference, site);
  if (type.isIntersection()) return resolveIntersection(resolver, type, site);
  const symbol = type.symbol as ts.Symbol | undefined;
  const temporal = symbol && temporalKindOf(resolver.context, symbol);
  if (temporal) return { kind: 'temporal', type: temporal };
  // Its members are all there is; one finding says what a thousand would.
  if (symbol?.name === 'globalThis' && (symbol.declarations ?? []).length === 0) {
    return resolver.refuse('CATGA1115', site, { type: 'globalThis' });
  }
  const file = symbol && fileOf(symbol);
  if (
    symbol &&
    file &&
    compiler.isLibrary(file) &&
    (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0
  ) {
    return resolveBuiltin(resolver, type, symbol.name, site);
  }
  if (compiler.callSignatures(type).length > 0 || compiler.constructSignatures(type).length > 0) {
    return resolver.refuse('CATGA1101', site);
  }
  const extended = extendedBuiltin(resolver, type);
  if (extended !== undefined) {
    const renamed = resolveRenamed(resolver, type, site);
    if (renamed) return renamed;
    const reason = `it extends \`${extended}\`, which cannot carry further members on the wire`;
    return resolver.refuse('CATGA1120', site, { type: resolver.show(type), reason });
  }
  return resolveMembers(resolver, type, site);
}

/** An interface that extends one type and adds nothing is another name for it: `interface Names extends Array<string> {}`. */
function resolveRenamed(resolver: TypeResolver, type: ts.Type, site: Site): TypeModel | undefined {
  const { ts, compiler } = resolver.context;
  const [base, ...others] = compiler.baseTypes(type);
  const isBare = (type.symbol.declarations ?? []).every(
    (node) => ts.isInterfaceDeclaration(node) && node.members.length === 0,
  );
  if (base === undefined || others.length > 0 || !isBare) return undefined;
  const define = (build: (own: Site) => TypeModel): TypeModel =>
    resolver.define(resolver.identities.of(type, site), site, (own) => ({ kind: 'alias', type: build(own) }));
  if (compiler.typeArguments(type).length === 0) return define((own) => resolver.resolve(base, own));
  // The base speaks of type parameters; of a list, the compiler tells what they stand for here.
  const element = compiler.indexSignatures(type).find(({ keyType }) => (keyType.flags & ts.TypeFlags.Number) !== 0);
  if (!compiler.isArray(base) || !element) return undefined;
  return define((own) => listOf(resolver, base, element.type, own));
}

function listOf(resolver: TypeResolver, list: ts.Type, element: ts.Type, site: Site): TypeModel {
  const model = resolver.resolve(element, elementOf(site));
  return { kind: 'array', element: model, ...(list.symbol.name === 'ReadonlyArray' && { readonly: true }) };
}

/** The name of a built-in type with a wire form of its own that an interface extends, however far up. */
function extendedBuiltin(resolver: TypeResolver, type: ts.Type): string | undefined {
  const { compiler } = resolver.context;
  if (isClass(resolver.context, type)) return undefined;
  for (const base of compiler.baseTypes(type)) {
    if (compiler.isTuple(base)) return resolver.show(base);
    const symbol = base.symbol as ts.Symbol | undefined;
    if (symbol && isBuiltin(resolver, base)) {
      const builtin = builtinOf(symbol.name);
      if (compiler.isArray(base) || builtin.kind !== 'refused' || builtin.id !== 'CATGA1115') return symbol.name;
    }
    const further = extendedBuiltin(resolver, base);
    if (further !== undefined) return further;
  }
  return undefined;
}

/** A message's body: an object or a union of objects, by the message's own name, however few members it has. */
export function resolveBody(
  resolver: TypeResolver,
  type: ts.Type,
  identity: Identity,
  site: Site,
): TypeModel | undefined {
  const { context } = resolver;
  const { ts } = context;
  if (type.isUnion()) {
    return resolver.define(identity, site, (own) => ({
      kind: 'alias',
      type: variantsOf(resolver, type.types, own, true),
    }));
  }
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return undefined;
  if (type.isIntersection()) {
    const classes = type.types.some((part) => isClass(context, part));
    if (hasBuiltin(resolver, type)) return undefined;
    if (classes) return resolveIntersection(resolver, type, site);
  }
  if (context.compiler.callSignatures(type).length > 0) return resolver.refuse('CATGA1101', site);
  return resolver.define(identity, site, (own) =>
    objectShape(resolver, type, context.compiler.indexSignatures(type), own, identity),
  );
}

function resolveBuiltin(resolver: TypeResolver, type: ts.Type, name: string, site: Site): TypeModel {
  const builtin = builtinOf(name);
  if (builtin.kind === 'refused') {
    return resolver.refuse(builtin.id, site, {
      type: name,
      ...(builtin.primitive !== undefined && { primitive: builtin.primitive }),
    });
  }
  if (builtin.kind === 'binary' || builtin.kind === 'bytes') {
    const memory = resolver.context.compiler.typeArguments(type)[0];
    const shared = memory?.symbol;
    if (shared?.name === 'SharedArrayBuffer') return resolver.refuse('CATGA1112', site, { type: resolver.show(type) });
    return builtin.kind === 'binary' ? builtin : { kind: 'bytes' };
  }
  if (builtin.kind === 'date') return { kind: 'date' };
  const [first, second] = resolver.context.compiler.typeArguments(type);
  if (builtin.kind === 'set' && first) return { kind: 'set', element: resolver.resolve(first, elementOf(site)) };
  if (first && second) {
    return {
      kind: 'map',
      key: resolver.resolve(first, elementOf(site, '{key}', 'Key')),
      value: resolver.resolve(second, elementOf(site, '{}', 'Value')),
    };
  }
  return resolver.refuse('CATGA1115', site, { type: name });
}

function hasBuiltin(resolver: TypeResolver, type: ts.IntersectionType): boolean {
  const { compiler } = resolver.context;
  return type.types.some((part) => compiler.isPrimitive(part) || isBuiltin(resolver, part));
}

/** A collection, or a type of the library that is not just members. */
function isBuiltin(resolver: TypeResolver, type: ts.Type): boolean {
  const { ts, compiler } = resolver.context;
  if (compiler.isArray(type) || compiler.isTuple(type)) return true;
  const symbol = type.symbol as ts.Symbol | undefined;
  const file = symbol && fileOf(symbol);
  return (
    file !== undefined &&
    compiler.isLibrary(file) &&
    (type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0
  );
}

function resolveIntersection(resolver: TypeResolver, type: ts.IntersectionType, site: Site): TypeModel {
  const { compiler } = resolver.context;
  // A primitive cannot have members at run time, so what it is intersected with is a brand.
  const primitive = type.types.find((part) => compiler.isPrimitive(part));
  if (primitive) return resolver.resolve(primitive, site);
  if (compiler.isNever(type)) return resolver.refuse('CATGA1119', site, { type: 'never' });
  const parts = type.types.filter((part) => !isPhantomOnly(resolver, part));
  const [only] = parts;
  if (only && parts.length === 1 && parts.length < type.types.length) return resolver.resolve(only, site);
  const show = (): string => resolver.show(type);
  const base = brandedBase(resolver, parts);
  if (base) return resolver.resolve(base, site);
  if (hasBuiltin(resolver, type)) {
    return resolver.refuse('CATGA1120', site, {
      type: show(),
      reason: 'a built-in type cannot carry further members on the wire',
    });
  }
  if (parts.some((part) => compiler.callSignatures(part).length > 0)) return resolver.refuse('CATGA1101', site);
  if (parts.some((part) => isClass(resolver.context, part))) {
    return resolver.refuse('CATGA1120', site, {
      type: show(),
      reason: 'an instance of a class cannot be made from it',
    });
  }
  return resolveMembers(resolver, type, site);
}

function isPhantomOnly(resolver: TypeResolver, type: ts.Type): boolean {
  const members = resolver.context.compiler.properties(type);
  // It tells the compiler what `this` is, and has no members.
  if ((type.symbol as ts.Symbol | undefined)?.name === 'ThisType' && members.length === 0) return true;
  return members.length > 0 && members.every((member) => member.name === phantom || isBrandKey(resolver, member));
}

/** A member by a unique symbol, and no function: it exists in types only. */
function isBrandKey({ context }: TypeResolver, member: ts.Symbol): boolean {
  if (!member.escapedName.toString().startsWith('__@')) return false;
  const { compiler } = context;
  const file = fileOf(member);
  const type = compiler.typeOfSymbol(member);
  return !(file && compiler.isLibrary(file)) && compiler.callSignatures(type).length === 0;
}

/** The member by which typia's tags brand a type, collections too. */
const typiaTag = 'typia.tag';

/** What is left of a collection or a built-in type without its brands: members by symbols or with a leading underscore. */
function brandedBase(resolver: TypeResolver, parts: readonly ts.Type[]): ts.Type | undefined {
  const { compiler } = resolver.context;
  const bases = parts.filter((part) => !isBrand(part));
  const [base] = bases;
  return bases.length === 1 && base && isBuiltin(resolver, base) ? base : undefined;

  function isBrand(part: ts.Type): boolean {
    if (isBuiltin(resolver, part)) return false;
    const members = compiler.properties(part);
    return members.length > 0 && members.every(({ name }) => name.startsWith('_') || name === typiaTag);
  }
}

function resolveMembers(resolver: TypeResolver, type: ts.Type, site: Site): TypeModel {
  const { compiler } = resolver.context;
  const identity = resolver.identities.of(type, site);
  const indexes = compiler.indexSignatures(type);
  const hasMembers = compiler.properties(type).some((member) => member.name !== phantom);
  if (!hasMembers && !isClass(resolver.context, type)) {
    if (indexes.length === 0) {
      // `{}` says no more than `unknown` does, and a type from a package cannot be changed to say so.
      if (resolver.optIns.accepts(site)) return { kind: 'unknown' };
      return resolver.refuse('CATGA1107', site, { type: resolver.show(type) });
    }
    if (!isNever(resolver, indexes)) {
      const option = wireOptionOf(resolver, type, identity, site);
      if (option !== undefined) return refuseOption(resolver, option, site, indexReasons[option]);
      if (!identity.isNamed || identity.module === 'typescript') return resolveIndex(resolver, indexes, site);
      return resolver.define(identity, site, (own) => {
        checkNames(resolver, type, own);
        return { kind: 'alias', type: resolveIndex(resolver, indexes, own) };
      });
    }
  }
  return resolver.define(identity, site, (own) => objectShape(resolver, type, indexes, own, identity));
}

function objectShape(
  resolver: TypeResolver,
  type: ts.Type,
  indexes: readonly ts.IndexInfo[],
  site: Site,
  identity: Identity,
): TypeDefinition['shape'] | undefined {
  const { context } = resolver;
  checkNames(resolver, type, site);
  const ofClass = isClass(context, type);
  if (ofClass && findHiddenState(resolver, type, site)) return undefined;
  const members: MemberModel[] = [];
  for (const symbol of orderedMembers(context, type)) {
    const member = resolveMember(resolver, symbol, ofClass, site);
    if (member) members.push(member);
  }
  const index = indexes.length === 0 || isNever(resolver, indexes) ? undefined : resolveIndex(resolver, indexes, site);
  const wire = wireOptionOf(resolver, type, identity, site);
  if (wire !== undefined && index !== undefined) refuseOption(resolver, wire, site, indexReasons[wire]);
  const shape: ObjectShape = {
    kind: 'object',
    members,
    ...(index?.kind === 'record' && { index: index satisfies RecordType }),
    ...(wire !== undefined && { wire }),
  };
  if (!ofClass) return shape;
  const construct = constructionOf(resolver, type, members, site);
  if (wire === 'keepUnknown' && construct?.style === 'static') {
    // What one message brought would then be sent with another.
    refuseOption(resolver, wire, site, `its \`${construct.method ?? 'from'}\` may give an instance that others hold`);
  }
  return construct ? { ...shape, construct } : undefined;
}

function checkNames(resolver: TypeResolver, type: ts.Type, site: Site): void {
  for (const symbol of [type.aliasSymbol, type.symbol as ts.Symbol | undefined]) {
    for (const declaration of symbol?.declarations ?? []) {
      const file = declaration.getSourceFile();
      resolver.context.inputs.add(file.fileName);
      if (!resolver.context.compiler.isLibrary(file)) resolver.unresolved.check(declaration, site);
    }
  }
}
