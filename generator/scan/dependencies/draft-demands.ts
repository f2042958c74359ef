import type { ts } from 'ts-morph';
import type { ExternalType } from '../../model/project.ts';
import { fileOf } from '../declarations-of.ts';
import type { DemandDraft } from '../fragments/index.ts';
import type { Demand, Draft } from '../kinds/constructed.ts';
import type { ScanContext } from '../scan-context.ts';
import { camelCase } from '../types/pascal-case.ts';
import type { Identities } from '../types/identity.ts';
import { dependencyKey } from './dependency-key.ts';
import { typeText } from './type-text.ts';

/** What a declaration asks for, as data; what cannot be resolved is reported and left out. */
export function draftDemands(context: ScanContext, identities: Identities, draft: Draft): readonly DemandDraft[] {
  return draft.demands.flatMap((demand) => {
    const { parameter } = demand;
    const { type, hadUndefined } = withoutUndefined(context, demand.type);
    if (context.compiler.isUnresolved(type)) {
      reportUnresolved(context, draft, demand);
      return [];
    }
    // `typeof` of a name that only the ambient packages have is `any`, without an error.
    if (type.flags & context.ts.TypeFlags.Any && !context.project.ambientTypes && !isWrittenAny(context, demand.node))
      context.noteUnresolved();
    const optional = demand.isOptional || hadUndefined;
    if (draft.isHandler && isMediator(context, type)) context.report('CATGA2008', { name: draft.name }, demand.node);
    return [
      {
        parameter,
        span: context.spanOf(demand.node),
        optional,
        typeKey: dependencyKey(context, identities, type),
        shown: identities.key(type),
        property: propertyOf(context, identities, type, demand),
        ...textOf(context, draft, demand, type, optional),
      },
    ];
  });
}

/** The keys of what a declaration is to others, itself first. */
export function providedKeys(context: ScanContext, identities: Identities, draft: Draft): readonly string[] {
  return draft.provides.map((type) => dependencyKey(context, identities, type));
}

function isWrittenAny({ ts }: ScanContext, node: ts.Node): boolean {
  const type = ts.isParameter(node) || ts.isPropertySignature(node) ? node.type : undefined;
  return type === undefined || type.kind === ts.SyntaxKind.AnyKeyword;
}

function reportUnresolved(context: ScanContext, draft: Draft, { parameter, node }: Demand): void {
  const { ts } = context;
  context.noteUnresolved();
  const type = ts.isParameter(node) || ts.isPropertySignature(node) ? node.type : undefined;
  context.report('CATGA2014', { parameter, name: draft.name, type: type?.getText() ?? parameter }, type ?? node);
}

function textOf(
  context: ScanContext,
  draft: Draft,
  demand: Demand,
  type: ts.Type,
  isOptional: boolean,
): Pick<DemandDraft, 'type' | 'unwritable'> {
  const direct = typeText(context, type);
  if (direct) return { type: direct };
  const { indirect } = demand;
  if (!indirect) {
    const reason = 'it, or a part of it, is not exported';
    const args = { parameter: demand.parameter, name: draft.name, reason };
    return { type: { text: 'unknown', imports: [] }, unwritable: context.finding('CATGA2009', args, demand.node) };
  }
  const text = isOptional || type !== demand.type ? `Exclude<${indirect.text}, undefined>` : indirect.text;
  const imported: ExternalType = { text, imports: [{ name: indirect.name, module: indirect.module }] };
  return { type: imported };
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
