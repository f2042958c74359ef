import type { ts } from 'ts-morph';
import type { ExternalModel, ExternalType } from '../../model/project.ts';
import type { Demand, Draft } from '../kinds/constructed.ts';
import { compareText } from '../project-paths.ts';
import { fileOf } from '../declarations-of.ts';
import type { ScanContext } from '../scan-context.ts';
import { camelCase } from '../types/pascal-case.ts';
import type { Identities } from '../types/identity.ts';
import { typeText } from './type-text.ts';

interface External {
  readonly property: string;
  readonly type: ts.Type;
  readonly shown: string;
  readonly text: ExternalType;
  readonly demand: Demand;
  isOptional: boolean;
  readonly neededBy: Set<string>;
}

/** What nobody in the project provides: the properties of `registry({...})`. */
export interface Externals {
  /** The property for a demand that no service meets. */
  ask(draft: Draft, demand: Demand, type: ts.Type, isOptional: boolean): string;
  models(): readonly ExternalModel[];
}

export function createExternals(context: ScanContext, identities: Identities): Externals {
  const byProperty = new Map<string, External>();
  return {
    ask(draft, demand, type, isOptional) {
      const property = propertyOf(context, identities, type, demand);
      const known = byProperty.get(property);
      if (known) {
        if (known.type !== type) reportCollision(known, type, demand);
        known.neededBy.add(draft.id);
        known.isOptional &&= isOptional;
        return property;
      }
      byProperty.set(property, {
        property,
        type,
        shown: show(type),
        text: textOf(draft, demand, type, isOptional),
        demand,
        isOptional,
        neededBy: new Set([draft.id]),
      });
      return property;
    },
    models: () =>
      [...byProperty.values()]
        .toSorted((a, b) => compareText(a.property, b.property))
        .map(({ property, text, isOptional, neededBy, demand }) => ({
          property,
          type: text,
          optional: isOptional,
          neededBy: [...neededBy].toSorted(),
          position: context.positionOf(demand.node),
        })),
  };

  function reportCollision(known: External, type: ts.Type, demand: Demand): void {
    const other = known.demand.node;
    context.report('CATGA2005', { property: known.property, types: `${known.shown} and ${show(type)}` }, demand.node, {
      related: [
        {
          position: context.positionOf(other),
          message: `\`${known.property}\` is ${known.shown} here`,
        },
      ],
    });
  }

  function show(type: ts.Type): string {
    return `\`${identities.key(type)}\``;
  }

  function textOf(draft: Draft, demand: Demand, type: ts.Type, isOptional: boolean): ExternalType {
    const direct = typeText(context, type);
    if (direct) return direct;
    const { indirect } = demand;
    if (!indirect) {
      const reason = 'it, or a part of it, is not exported';
      context.report('CATGA2009', { parameter: demand.parameter, name: draft.name, reason }, demand.node);
      return { text: 'unknown', imports: [] };
    }
    const text = isOptional || type !== demand.type ? `Exclude<${indirect.text}, undefined>` : indirect.text;
    return { text, imports: [{ name: indirect.name, module: indirect.module }] };
  }
}

// Named after the type where the project or a package declares it. The library's own types say too little, `Date` for
// one, and so do primitives: there the parameter's name is better.
function propertyOf(context: ScanContext, identities: Identities, type: ts.Type, demand: Demand): string {
  const { ts, compiler } = context;
  const symbol = type.aliasSymbol ?? type.symbol;
  const isDeclared =
    symbol !== undefined &&
    (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0 &&
    (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.Union)) !== 0;
  const file = symbol && fileOf(symbol);
  if (!isDeclared || !file || compiler.isLibrary(file)) return demand.parameter;
  const { name } = identities.of(type, { path: '', id: '#', name: demand.parameter, node: demand.node, depth: 0 });
  return camelCase(name);
}
