import type { ts } from 'ts-morph';
import type { TypeId } from '../../diagnostics/types.ts';
import type { TypeDefinition, TypeModel } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';
import { holdsItself } from './holds-itself.ts';
import { createIdentities, isEndless, type Identities, type Identity } from './identity.ts';
import { createOptIns, type OptIns } from './opt-ins.ts';
import { resolveObject } from './objects.ts';
import { createReach, type Reach } from './reach.ts';
import type { Site } from './site.ts';
import { createUnresolvedNames, type UnresolvedNames } from './unresolved.ts';
import { resolveUnion } from './unions.ts';
import { patternOf } from './patterns.ts';
import { isWellFormed } from './well-formed.ts';

/** Turns resolved types into models; what cannot travel is reported and answered with a placeholder. */
export interface TypeResolver {
  readonly context: ScanContext;
  readonly identities: Identities;
  readonly optIns: OptIns;
  readonly unresolved: UnresolvedNames;
  readonly definitions: Map<string, TypeDefinition>;
  /** Where each definition was met first, and each member, by `<definition id>.<member>`. */
  readonly sites: Map<string, Site>;
  readonly reach: Reach;
  resolve(type: ts.Type, site: Site): TypeModel;
  /** Reports why a type cannot travel. */
  refuse(id: TypeId, site: Site, args?: Readonly<Record<string, string>>): TypeModel;
  /** As a reader would write the type, cut to a line. */
  show(type: ts.Type): string;
  /**
   * A reference to the definition of `identity`, made by `build` on the first call. The reference is there before
   * `build` runs, so a type may contain itself.
   */
  define(identity: Identity, site: Site, build: (site: Site) => TypeDefinition['shape'] | undefined): TypeModel;
}

/** Takes the place of what was refused; the run ends with the errors, so nothing is generated from it. */
const placeholder: TypeModel = { kind: 'unknown' };
const deepestPath = 100;

export function createTypeResolver(context: ScanContext): TypeResolver {
  const { ts, compiler } = context;
  const reported = new Set<string>();
  const inProgress = new Set<string>();
  const reach = createReach();

  const resolver: TypeResolver = {
    context,
    identities: createIdentities(context),
    optIns: createOptIns(context.settings.unknown),
    unresolved: createUnresolvedNames(context),
    definitions: new Map(),
    sites: new Map(),
    reach,
    refuse(id, site, args = {}) {
      const key = `${id} ${site.id}`;
      if (!reported.has(key) && !resolver.unresolved.isBroken(site.node)) {
        reported.add(key);
        reach.place(site.path, site.within);
        context.report(id, { path: site.path, ...args }, site.node, { path: site.path });
      }
      return placeholder;
    },
    show(type) {
      const text = context.project.checker.typeToString(type).replace(/\s+/g, ' ');
      return text.length > 80 ? `${text.slice(0, 79)}…` : text;
    },
    define(identity, site, build) {
      const { id } = identity;
      if (isEndless(id) || site.depth > deepestPath) {
        return resolver.refuse('CATGA1117', site, { type: identity.symbol?.name ?? identity.name.slice(0, 40) });
      }
      reach.note(identity, site);
      if (!resolver.definitions.has(id) && !inProgress.has(id)) {
        inProgress.add(id);
        resolver.sites.set(id, site);
        const own: Site = { ...site, id, name: identity.name, within: id };
        const shape = resolver.identities.within(identity, () => build(own));
        inProgress.delete(id);
        if (!shape) return placeholder;
        const imported = expressionOf(resolver, identity, site);
        resolver.definitions.set(id, {
          id,
          name: identity.name,
          module: identity.module,
          ...(imported && { expression: imported }),
          shape,
          position: identity.position,
        });
      }
      return { kind: 'reference', id };
    },
    resolve(type, site) {
      const { flags } = type;
      const F = ts.TypeFlags;
      if (flags & (F.Any | F.Unknown)) return resolveUntyped(resolver, type, site);
      if (flags & F.String) return { kind: 'string' };
      if (flags & F.Number) return { kind: 'number' };
      if (flags & F.Boolean) return { kind: 'boolean' };
      if (flags & F.BigInt) return { kind: 'bigint' };
      if (flags & F.Null) return { kind: 'null' };
      if (flags & (F.Undefined | F.Void)) return { kind: 'undefined' };
      if (flags & F.StringLiteral) return resolveText(resolver, (type as ts.StringLiteralType).value, site);
      if (flags & F.NumberLiteral) return { kind: 'literal', value: (type as ts.NumberLiteralType).value };
      if (flags & F.BooleanLiteral) {
        return { kind: 'literal', value: (type as { readonly intrinsicName?: string }).intrinsicName === 'true' };
      }
      if (flags & F.BigIntLiteral) {
        const { negative, base10Value } = (type as ts.BigIntLiteralType).value;
        return { kind: 'literal', value: (negative ? '-' : '') + base10Value, bigint: true };
      }
      if (type.isUnion()) return resolveUnion(resolver, type, site);
      if (flags & F.Enum) return { kind: 'number' };
      if (flags & (F.ESSymbol | F.UniqueESSymbol)) return resolver.refuse('CATGA1102', site);
      if (flags & (F.TemplateLiteral | F.StringMapping)) {
        return patternOf(context, type) ?? resolver.refuse('CATGA1108', site, { type: resolver.show(type) });
      }
      if (flags & F.Never) return resolver.refuse('CATGA1119', site, { type: 'never' });
      if (flags & F.NonPrimitive) {
        return resolver.optIns.accepts(site)
          ? { kind: 'unknown' }
          : resolver.refuse('CATGA1107', site, { type: 'object', pattern: site.id });
      }
      if (flags & (F.Object | F.Intersection)) {
        if (!type.aliasSymbol || !holdsItself(context, type)) return resolveObject(resolver, type, site);
        const identity = resolver.identities.of(type, site);
        return resolver.define(identity, site, (own) => ({ kind: 'alias', type: resolveObject(resolver, type, own) }));
      }
      return resolver.refuse('CATGA1108', site, { type: resolver.show(type) });
    },
  };
  return resolver;

  function resolveText(self: TypeResolver, value: string, site: Site): TypeModel {
    return isWellFormed(value)
      ? { kind: 'literal', value }
      : self.refuse('CATGA1126', site, { text: JSON.stringify(value) });
  }

  function resolveUntyped(self: TypeResolver, type: ts.Type, site: Site): TypeModel {
    if (compiler.isUnresolved(type)) {
      reach.place(site.path, site.within);
      self.unresolved.report(site, self.show(type));
      return placeholder;
    }
    if (self.optIns.accepts(site)) return { kind: 'unknown' };
    const name = type.flags & ts.TypeFlags.Any ? 'any' : 'unknown';
    return self.refuse('CATGA1106', site, { type: name, pattern: site.id });
  }
}

function expressionOf(resolver: TypeResolver, identity: Identity, site: Site): TypeDefinition['expression'] {
  if (!identity.symbol) return undefined;
  const imported = resolver.context.exports.importOf(identity.symbol);
  if (!imported) return undefined;
  if (identity.typeArguments.length === 0) return imported;
  const args: TypeModel[] = [];
  for (const argument of identity.typeArguments) {
    const model = nameable(resolver, argument, site);
    if (!model) return undefined;
    args.push(model);
  }
  return { ...imported, arguments: args };
}

// A type argument is written out by its model, so only types whose model says all there is to say may stand there:
// a branded string, for one, would come out as `string` and no longer fit.
function nameable(resolver: TypeResolver, type: ts.Type, site: Site): TypeModel | undefined {
  const { ts, compiler } = resolver.context;
  const F = ts.TypeFlags;
  if (type.flags & F.EnumLiteral) return undefined;
  if (
    type.flags &
    (F.String |
      F.Number |
      F.Boolean |
      F.BigInt |
      F.Null |
      F.Undefined |
      F.StringLiteral |
      F.NumberLiteral |
      F.BooleanLiteral)
  ) {
    return resolver.resolve(type, site);
  }
  if (type.isUnion() && type.types.every((part) => nameable(resolver, part, site))) return resolver.resolve(type, site);
  if (compiler.isArray(type)) {
    const element = compiler.typeArguments(type)[0];
    const model = element && nameable(resolver, element, site);
    return model && { kind: 'array', element: model, ...(type.symbol.name === 'ReadonlyArray' && { readonly: true }) };
  }
  if (type.flags & (F.Object | F.Intersection)) {
    const identity = resolver.identities.of(type, site);
    // Without its own name it would be printed member by member, which is right, but may be long. Whether it is defined at
    // all does not depend on what has been resolved so far: see reachableDefinitions.
    return expressionOf(resolver, identity, site) ? { kind: 'reference', id: identity.id } : undefined;
  }
  return undefined;
}
