import type { ts } from 'ts-morph';
import type { TypeModel } from '../../model/types.ts';
import type { TypeResolver } from './resolver.ts';
import { elementOf, type Site } from './site.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A tuple. The compiler has put elements in order: required ones, then optional ones, a rest, required ones behind it. */
export function resolveTuple(resolver: TypeResolver, type: ts.TupleTypeReference, site: Site): TypeModel {
  const { ts, compiler } = resolver.context;
  const { elementFlags, readonly } = type.target;
  const elements: TypeModel[] = [];
  const trailing: TypeModel[] = [];
  let optional = 0;
  let rest: TypeModel | undefined;
  for (const [at, element] of compiler.typeArguments(type).slice(0, elementFlags.length).entries()) {
    const flag = elementFlags[at] ?? ts.ElementFlags.Required;
    if (flag & ts.ElementFlags.Variadic) return resolver.refuse('CATGA1108', site, { type: resolver.show(element) });
    if (flag & ts.ElementFlags.Rest) {
      rest = resolver.resolve(element, elementOf(site, '[]', 'Rest'));
      continue;
    }
    const place = elementOf(site, `[${at}]`, `Element${at + 1}`);
    if (flag & ts.ElementFlags.Optional) {
      elements.push(optionalElement(resolver, element, place));
      optional++;
    } else (rest === undefined ? elements : trailing).push(resolver.resolve(element, place));
  }
  return {
    kind: 'tuple',
    elements,
    ...(optional > 0 && { optional }),
    ...(rest && { rest }),
    ...(trailing.length > 0 && { trailing }),
    ...(readonly && { readonly: true }),
  };
}

/** What is left out in the middle is `undefined`, and nil on the wire: unless nil is `null` there. */
function optionalElement(resolver: TypeResolver, type: ts.Type, site: Site): TypeModel {
  const { model } = withoutUndefined(resolver, type, site);
  const variants = model.kind === 'union' ? model.variants : [model];
  if (variants.some(({ kind }) => kind === 'null' || kind === 'undefined' || kind === 'unknown')) return model;
  return { kind: 'union', variants: [{ kind: 'undefined' }, ...variants] };
}
