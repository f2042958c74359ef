import type { Decision, Look } from '../../runtime/codecs/decision.ts';
import type { TypeModel, UnionType } from '../model/types.ts';
import type { Literal } from './literal.ts';
import { planUnion, type UnionPlan } from './plan-union.ts';
import type { TypeIndex } from './type-index.ts';

type Decided = Extract<UnionPlan, { decision: unknown }>;

interface Plans {
  readonly byVariants: WeakMap<readonly TypeModel[], UnionPlan>;
  readonly byContent: Map<string, UnionPlan>;
}

const plans = new WeakMap<TypeIndex, Plans>();

/** How the variants of a union are told apart. The same union is reached at many places, and decided once. */
export function unionPlan(index: TypeIndex, { variants }: UnionType): UnionPlan {
  const known = plans.get(index) ?? { byVariants: new WeakMap(), byContent: new Map() };
  plans.set(index, known);
  const seen = known.byVariants.get(variants);
  if (seen !== undefined) return seen;
  const content = JSON.stringify(variants);
  const plan = known.byContent.get(content) ?? planUnion(variants, index);
  known.byContent.set(content, plan);
  known.byVariants.set(variants, plan);
  return plan;
}

/** The plan of a union that the project's check has let through. */
export function decided(index: TypeIndex, type: UnionType): Decided {
  const plan = unionPlan(index, type);
  if (!('decision' in plan)) throw new TypeError(`Undecidable union: ${plan.reason}.`);
  return plan;
}

/** A member that alone tells the variants of a union apart. */
export interface Tag {
  readonly member: string;
  /** For each variant in turn, the literals that lead to it. */
  readonly variants: readonly (readonly Literal[])[];
}

/** A union that one member decides by its literal alone. */
export function tagOf(decision: Decision): Tag | undefined {
  if (typeof decision === 'number' || decision.member === undefined || /^\d+$/.test(decision.member)) return undefined;
  return literalTag(decision);
}

/** The same of what arrays in MessagePack have in one place. */
export function placeTagOf(decision: Decision): Tag | undefined {
  return typeof decision === 'number' || !/^\d+$/.test(decision.member ?? '') ? undefined : literalTag(decision);
}

function literalTag({ member, cases }: Look): Tag | undefined {
  if (member === undefined) return undefined;
  const variants: (readonly Literal[])[] = [];
  for (const { absent, kinds, literals, leads } of cases) {
    if (absent === true || kinds !== undefined || literals === undefined || typeof leads !== 'number') return undefined;
    variants[leads] = literals;
  }
  return { member, variants };
}
