import type { ts } from 'ts-morph';
import type { DependencyModel, ExternalModel } from '../../model/project.ts';
import type { Demand, Draft } from '../kinds/constructed.ts';
import type { ScanContext } from '../scan-context.ts';
import type { Identities } from '../types/identity.ts';
import { createExternals } from './externals.ts';
import { checkLifetimes, reportCycles } from './graph.ts';

/** What each constructed declaration is given. */
export interface ResolvedDependencies {
  readonly byId: ReadonlyMap<string, readonly DependencyModel[]>;
  readonly externals: readonly ExternalModel[];
}

/**
 * Matches demands with what provides them, by declaration: types are compared by identity, so different instantiations
 * of a generic are different and look-alikes do not count.
 */
export function resolveDependencies(
  context: ScanContext,
  identities: Identities,
  drafts: readonly Draft[],
): ResolvedDependencies {
  const providers = new Map<ts.Type, Draft[]>();
  for (const draft of drafts) {
    for (const type of draft.provides) {
      const list = providers.get(type);
      if (list) list.push(draft);
      else providers.set(type, [draft]);
    }
  }
  const externals = createExternals(context, identities);
  const ambiguous = new Set<ts.Type>();
  const byId = new Map<string, readonly DependencyModel[]>();
  for (const draft of drafts)
    byId.set(
      draft.id,
      draft.demands.flatMap((demand) => resolveDemand(draft, demand)),
    );
  reportCycles(context, drafts, byId);
  checkLifetimes(context, drafts, byId);
  return { byId, externals: externals.models() };

  function resolveDemand(draft: Draft, demand: Demand): readonly DependencyModel[] {
    const { parameter } = demand;
    const { type, hadUndefined } = withoutUndefined(context, demand.type);
    if (context.compiler.isUnresolved(type)) {
      context.unresolved = true;
      const node =
        context.ts.isParameter(demand.node) || context.ts.isPropertySignature(demand.node)
          ? demand.node.type
          : undefined;
      context.report(
        'CATGA2014',
        { parameter, name: draft.name, type: node?.getText() ?? parameter },
        node ?? demand.node,
      );
      return [];
    }
    const isOptional = demand.isOptional || hadUndefined;
    const optional = isOptional ? ({ optional: true } as const) : {};
    if (draft.isHandler && isMediator(context, type)) context.report('CATGA2008', { name: draft.name }, demand.node);
    const candidates = candidatesFor(type, draft);
    const [provider, ...others] = candidates;
    if (provider && others.length > 0 && !ambiguous.has(type)) {
      ambiguous.add(type);
      context.report(
        'CATGA2004',
        { type: nameOf(type), services: candidates.map(({ name }) => name).join(' and ') },
        demand.node,
        {
          neededBy: [draft.name],
          related: candidates.map((candidate) => ({
            position: context.positionOf(candidate.node),
            message: `${candidate.name} provides it`,
          })),
        },
      );
    }
    if (provider) return [{ parameter, kind: 'service', id: provider.id, ...optional }];
    const property = externals.ask(draft, demand, type, isOptional);
    return [{ parameter, kind: 'external', property, ...optional }];
  }

  // The class itself before what extends it; a decorator does not provide what it asks for.
  function candidatesFor(type: ts.Type, draft: Draft): readonly Draft[] {
    const found = (providers.get(type) ?? []).filter(
      (candidate) => candidate !== draft || candidate.provides[0] === type,
    );
    const exact = found.filter(({ provides }) => provides[0] === type);
    return exact.length > 0 ? exact : found;
  }

  function nameOf(type: ts.Type): string {
    return identities.key(type).replace(/^[^#]*#/, '');
  }
}

function withoutUndefined(
  context: ScanContext,
  type: ts.Type,
): { readonly type: ts.Type; readonly hadUndefined: boolean } {
  const { ts, compiler } = context;
  if (!type.isUnion()) return { type, hadUndefined: false };
  const rest = type.types.filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
  if (rest.length === type.types.length) return { type, hadUndefined: false };
  const [only] = rest;
  return {
    type: compiler.unionBeforeUndefined(type) ?? (only && rest.length === 1 ? only : compiler.nonNullable(type)),
    hadUndefined: true,
  };
}

function isMediator(context: ScanContext, type: ts.Type): boolean {
  const symbol = type.symbol as ts.Symbol | undefined;
  return symbol?.name === 'Mediator' && context.exports.isCatga(symbol);
}
