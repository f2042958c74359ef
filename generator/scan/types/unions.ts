import { fileOf } from '../declarations-of.ts';
import type { ts } from 'ts-morph';
import { compareVariants, typeKey } from '../../model/compare-variants.ts';
import type { TypeModel } from '../../model/types.ts';
import type { TypeResolver } from './resolver.ts';
import { elementOf, type Site } from './site.ts';

/** A union: flattened, without doubles, sorted, `true | false` folded; named where it has object variants. */
export function resolveUnion(resolver: TypeResolver, type: ts.UnionType, site: Site): TypeModel {
  const { ts } = resolver.context;
  const parts = type.types.filter((part) => !resolver.context.compiler.isNever(part));
  const [only] = parts;
  if (only === undefined) return resolver.refuse('CATGA1119', site, { type: 'never' });
  if (parts.length === 1) return resolver.resolve(only, site);
  if (type.flags & ts.TypeFlags.EnumLiteral) return combine(parts.map((part) => resolver.resolve(part, site)));
  const objects = parts.filter((part) => isObject(resolver, part)).length;
  const present = parts.filter((part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0);
  const identity = resolver.identities.of(type, site);
  const isRecursive = identity.isNamed && parts.some((part) => (part.flags & ts.TypeFlags.Object) !== 0);
  if ((objects > 0 && present.length > 1) || isRecursive) {
    return resolver.define(identity, site, (own) => ({ kind: 'alias', type: variantsOf(resolver, parts, own, true) }));
  }
  return variantsOf(resolver, parts, site);
}

/** As {@link resolveUnion}, for what is left of a union: `undefined` taken out of a member's type. */
export function resolveVariants(resolver: TypeResolver, parts: readonly ts.Type[], site: Site): TypeModel {
  const [only] = parts;
  if (only && parts.length === 1) return resolver.resolve(only, site);
  const { ts } = resolver.context;
  const present = parts.filter((part) => (part.flags & ts.TypeFlags.Null) === 0);
  if (present.length < 2 || !parts.some((part) => isObject(resolver, part))) return variantsOf(resolver, parts, site);
  const module = site.id.slice(0, site.id.indexOf('#'));
  const identity = {
    id: site.id,
    name: site.name,
    module,
    position: resolver.context.positionOf(site.node),
    isNamed: false,
    typeArguments: [],
  };
  return resolver.define(identity, site, (own) => ({ kind: 'alias', type: variantsOf(resolver, parts, own, true) }));
}

/**
 * The variants of a union that has been given its place.
 *
 * @param isDefined - The place is that of the union's own definition, so no variant can have it.
 */
export function variantsOf(
  resolver: TypeResolver,
  parts: readonly ts.Type[],
  site: Site,
  isDefined = false,
): TypeModel {
  // The checker's order depends on what it saw first; ids of anonymous variants must not.
  const ordered = parts
    .map((part) => ({ part, key: resolver.identities.key(part) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const anonymous = ordered.filter(({ part }) => isObject(resolver, part)).map(({ part }) => part);
  const single = anonymous.length < 2 && !isDefined;
  return combine(
    ordered.map(({ part }) => {
      const index = anonymous.indexOf(part);
      if (index < 0 || single) return resolver.resolve(part, site);
      const variant = elementOf(site, `|${index}`, `Variant${index + 1}`);
      return resolver.resolve(part, { ...variant, path: site.path });
    }),
  );
}

function isObject(resolver: TypeResolver, type: ts.Type): boolean {
  const { ts, compiler } = resolver.context;
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return false;
  if (compiler.isArray(type) || compiler.isTuple(type)) return false;
  if (type.isIntersection()) return !type.types.some((part) => compiler.isPrimitive(part));
  const file = fileOf(type.symbol);
  const declaredByLibrary = file !== undefined && compiler.isLibrary(file);
  return !(declaredByLibrary && (type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0);
}

/** Flattens, folds, sorts and removes doubles. */
function combine(models: readonly TypeModel[]): TypeModel {
  const byKey = new Map<string, TypeModel>();
  const add = (model: TypeModel): void => {
    if (model.kind === 'union') model.variants.forEach(add);
    else byKey.set(typeKey(model), model);
  };
  models.forEach(add);
  if (byKey.has('true') && byKey.has('false')) byKey.set('boolean', { kind: 'boolean' });
  if (byKey.has('boolean')) {
    byKey.delete('true');
    byKey.delete('false');
  }
  const variants = [...byKey.values()].toSorted(compareVariants);
  const [only] = variants;
  return only && variants.length === 1 ? only : { kind: 'union', variants };
}
