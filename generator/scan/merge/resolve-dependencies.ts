import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { DependencyModel, ExternalModel } from '../../model/project.ts';
import type { ConstructedDraft, DemandDraft } from '../fragments/index.ts';
import { createExternals } from './externals.ts';
import { checkLifetimes, reportCycles } from './graph.ts';

/** What each constructed declaration is given. */
export interface ResolvedDependencies {
  readonly byId: ReadonlyMap<string, readonly DependencyModel[]>;
  readonly externals: readonly ExternalModel[];
  /** The first demand for each of them, by property. */
  readonly asked: ReadonlyMap<string, DemandDraft>;
}

/**
 * Matches demands with what provides them, by declaration: types are compared by identity, so different instantiations
 * of a generic are different and look-alikes do not count.
 */
export function resolveDependencies(
  drafts: readonly ConstructedDraft[],
  diagnostics: Diagnostic[],
): ResolvedDependencies {
  const providers = new Map<string, ConstructedDraft[]>();
  for (const draft of drafts) {
    for (const key of new Set(draft.provides)) {
      const list = providers.get(key);
      if (list) list.push(draft);
      else providers.set(key, [draft]);
    }
  }
  const externals = createExternals(diagnostics);
  const ambiguous = new Set<string>();
  const byId = new Map<string, readonly DependencyModel[]>();
  for (const draft of drafts)
    byId.set(
      draft.id,
      draft.demands.map((demand) => resolveDemand(draft, demand)),
    );
  reportCycles(drafts, byId, diagnostics);
  checkLifetimes(drafts, byId, diagnostics);
  return { byId, externals: externals.models(), asked: externals.asked() };

  function resolveDemand(draft: ConstructedDraft, demand: DemandDraft): DependencyModel {
    const { parameter, typeKey } = demand;
    const optional = demand.optional ? ({ optional: true } as const) : {};
    const candidates = candidatesFor(typeKey, draft);
    const [provider, ...others] = candidates;
    if (provider && others.length > 0 && !ambiguous.has(typeKey)) {
      ambiguous.add(typeKey);
      diagnostics.push(ambiguity(draft, demand, candidates));
    }
    if (provider) return { parameter, kind: 'service', id: provider.id, ...optional };
    return { parameter, kind: 'external', property: externals.ask(draft, demand), ...optional };
  }

  // The class itself before what extends it; a decorator does not provide what it asks for.
  function candidatesFor(key: string, draft: ConstructedDraft): readonly ConstructedDraft[] {
    const found = (providers.get(key) ?? []).filter(
      (candidate) => candidate !== draft || candidate.provides[0] === key,
    );
    const exact = found.filter(({ provides }) => provides[0] === key);
    return exact.length > 0 ? exact : found;
  }
}

function ambiguity(
  draft: ConstructedDraft,
  { shown, span }: DemandDraft,
  candidates: readonly ConstructedDraft[],
): Diagnostic {
  const args = {
    type: shown.replace(/^[^#]*#/, ''),
    services: candidates.map(({ name }) => name).join(' and '),
  };
  return createDiagnostic('CATGA2004', args, span.position, {
    end: span.end,
    neededBy: [draft.name],
    related: candidates.map((candidate) => ({
      position: candidate.span.position,
      message: `${candidate.name} provides it`,
    })),
  });
}
