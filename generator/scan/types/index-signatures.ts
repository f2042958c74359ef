import type { ts } from 'ts-morph';
import type { PatternPart } from '../../../runtime/codecs/pattern-part.ts';
import { typeKey } from '../../model/compare-variants.ts';
import type { TypeModel } from '../../model/types.ts';
import { compareText } from '../project-paths.ts';
import { patternOf } from './patterns.ts';
import type { TypeResolver } from './resolver.ts';
import { elementOf, type Site } from './site.ts';
import { resolveVariants } from './unions.ts';

/** What an object has beside declared members, by its index signatures. */
export function resolveIndex(resolver: TypeResolver, indexes: readonly ts.IndexInfo[], site: Site): TypeModel {
  const { ts } = resolver.context;
  const F = ts.TypeFlags;
  const symbols = indexes.find(({ keyType }) => (keyType.flags & F.ESSymbol) !== 0);
  if (symbols) return resolver.refuse('CATGA1118', site, { type: 'symbols' });
  const formed = indexes.filter(({ keyType }) => (keyType.flags & (F.String | F.Number)) === 0);
  if (formed.length > 0 && !indexes.some(({ keyType }) => (keyType.flags & F.String) !== 0)) {
    return resolveFormed(resolver, indexes, site);
  }
  // A number index next to a string index is part of it.
  const info = indexes.find(({ keyType }) => (keyType.flags & ts.TypeFlags.String) !== 0) ?? indexes[0];
  if (!info) return resolver.refuse('CATGA1107', site, { type: '{}' });
  const key = info.keyType.flags & ts.TypeFlags.String ? 'string' : 'number';
  return { kind: 'record', key, value: resolveValue(resolver, info.type, elementOf(site, '{}', 'Value')) };
}

/** Of `{ [K in string]?: V }` the values that are there. */
function resolveValue(resolver: TypeResolver, type: ts.Type, site: Site): TypeModel {
  const { compiler } = resolver.context;
  if (!type.isUnion()) return resolver.resolve(type, site);
  const present = type.types.filter((part) => !compiler.isMissing(part));
  if (present.length === type.types.length) return resolver.resolve(type, site);
  const written = compiler.unionBeforeUndefined(type);
  return written ? resolver.resolve(written, site) : resolveVariants(resolver, present, site);
}

/** Keys of a form, `data-${string}`: of several forms where their values are of one type. */
function resolveFormed(resolver: TypeResolver, indexes: readonly ts.IndexInfo[], site: Site): TypeModel {
  const alternatives: PatternPart[][] = [];
  const values = new Map<string, TypeModel>();
  for (const { keyType, type } of indexes) {
    const pattern = patternOf(resolver.context, keyType);
    if (!pattern) return resolver.refuse('CATGA1118', site, { type: resolver.show(keyType) });
    alternatives.push(...pattern.alternatives.map((parts) => [...parts]));
    const value = resolveValue(resolver, type, elementOf(site, '{}', 'Value'));
    values.set(typeKey(value), value);
  }
  const [value] = values.values();
  if (!value || values.size > 1) {
    return resolver.refuse('CATGA1118', site, { type: 'keys of several forms, with values of different types' });
  }
  const texts = alternatives.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return { kind: 'record', key: 'string', keys: { kind: 'pattern', alternatives: texts }, value };
}

/** Index signatures that no value fits: nothing but declared members. */
export function isNever(resolver: TypeResolver, indexes: readonly ts.IndexInfo[]): boolean {
  return indexes.length > 0 && indexes.every((info) => (info.type.flags & resolver.context.ts.TypeFlags.Never) !== 0);
}
