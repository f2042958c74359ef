import type { ts } from 'ts-morph';
import type { TypeModel } from '../../model/types.ts';
import type { TypeResolver } from './resolver.ts';
import type { Site } from './site.ts';
import { resolveVariants } from './unions.ts';

/** A type without `undefined`, and whether it had it. */
export function withoutUndefined(
  resolver: TypeResolver,
  type: ts.Type,
  site: Site,
): { readonly model: TypeModel; readonly undefinable: boolean } {
  const { ts, compiler } = resolver.context;
  const isUndefined = (part: ts.Type): boolean => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0;
  if (isUndefined(type)) return { model: { kind: 'undefined' }, undefinable: false };
  if (!type.isUnion() || (type.flags & ts.TypeFlags.Boolean) !== 0)
    return { model: resolver.resolve(type, site), undefinable: false };
  const rest = type.types.filter((part) => !isUndefined(part));
  if (rest.length === type.types.length) return { model: resolver.resolve(type, site), undefinable: false };
  const written = compiler.unionBeforeUndefined(type);
  const model = written ? resolver.resolve(written, site) : resolveVariants(resolver, rest, site);
  return { model, undefinable: true };
}
