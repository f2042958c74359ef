import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { DependencyModel } from '../../model/project.ts';
import type { ConstructedDraft } from '../fragments/index.ts';

type Dependencies = ReadonlyMap<string, readonly DependencyModel[]>;

/** Reports each cycle once, with its chain. */
export function reportCycles(
  drafts: readonly ConstructedDraft[],
  dependencies: Dependencies,
  diagnostics: Diagnostic[],
): void {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    if (done.has(id)) return;
    const start = path.indexOf(id);
    if (start >= 0) {
      report(path.slice(start));
      return;
    }
    path.push(id);
    for (const next of neighbours(dependencies, id)) visit(next);
    path.pop();
    done.add(id);
  };
  for (const { id } of drafts) visit(id);

  function report(cycle: readonly string[]): void {
    const [first] = cycle;
    const draft = first === undefined ? undefined : byId.get(first);
    if (!draft) return;
    const names = [...cycle, draft.id].map((id) => byId.get(id)?.name ?? id);
    const args = { name: draft.name, chain: names.join(' needs ') };
    const { position, end } = draft.span;
    diagnostics.push(createDiagnostic('CATGA2006', args, position, { end, neededBy: names }));
  }
}

/** Reports singletons that hold on to something scoped, directly or through something transient. */
export function checkLifetimes(
  drafts: readonly ConstructedDraft[],
  dependencies: Dependencies,
  diagnostics: Diagnostic[],
): void {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const draft of drafts) {
    if (draft.lifetime !== 'singleton') continue;
    for (const scoped of scopedBehind(draft.id, new Set())) {
      const args = { name: draft.name, lifetime: scoped.lifetime, dependency: scoped.name };
      const { position, end } = draft.span;
      diagnostics.push(createDiagnostic('CATGA2007', args, position, { end, neededBy: [draft.name] }));
    }
  }

  function scopedBehind(id: string, seen: Set<string>): readonly ConstructedDraft[] {
    const found: ConstructedDraft[] = [];
    for (const next of neighbours(dependencies, id)) {
      const draft = byId.get(next);
      if (!draft || seen.has(next)) continue;
      seen.add(next);
      if (draft.lifetime === 'scoped') found.push(draft);
      else if (draft.lifetime === 'transient') found.push(...scopedBehind(next, seen));
    }
    return found;
  }
}

function neighbours(dependencies: Dependencies, id: string): readonly string[] {
  return (dependencies.get(id) ?? []).flatMap((dependency) => (dependency.kind === 'service' ? [dependency.id] : []));
}
