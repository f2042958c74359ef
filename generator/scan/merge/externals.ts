import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { ExternalModel } from '../../model/project.ts';
import type { ConstructedDraft, DemandDraft } from '../fragments/index.ts';
import { compareText } from '../project-paths.ts';

interface External {
  readonly demand: DemandDraft;
  isOptional: boolean;
  readonly neededBy: Set<string>;
}

/** What nobody in the project provides: the properties of `registry({...})`. */
export interface Externals {
  /** The property for a demand that no service meets. */
  ask(draft: ConstructedDraft, demand: DemandDraft): string;
  models(): readonly ExternalModel[];
  /** The first demand for each, by property. */
  asked(): ReadonlyMap<string, DemandDraft>;
}

export function createExternals(diagnostics: Diagnostic[]): Externals {
  const byProperty = new Map<string, External>();
  return {
    ask(draft, demand) {
      const { property, optional } = demand;
      const known = byProperty.get(property);
      if (known) {
        if (known.demand.typeKey !== demand.typeKey) diagnostics.push(collision(known.demand, demand));
        known.neededBy.add(draft.id);
        known.isOptional &&= optional;
        return property;
      }
      if (demand.unwritable) diagnostics.push(demand.unwritable);
      byProperty.set(property, { demand, isOptional: optional, neededBy: new Set([draft.id]) });
      return property;
    },
    models: () =>
      [...byProperty]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([property, { demand, isOptional, neededBy }]) => ({
          property,
          type: demand.type,
          optional: isOptional,
          neededBy: [...neededBy].toSorted(),
          position: demand.span.position,
        })),
    asked: () => new Map([...byProperty].map(([property, { demand }]) => [property, demand])),
  };
}

function collision(known: DemandDraft, { property, shown, span }: DemandDraft): Diagnostic {
  const before = `\`${known.shown}\``;
  return createDiagnostic('CATGA2005', { property, types: `${before} and \`${shown}\`` }, span.position, {
    end: span.end,
    related: [{ position: known.span.position, message: `\`${property}\` is ${before} here` }],
  });
}
