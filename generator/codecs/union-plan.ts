import type { Decision } from '../../runtime/codecs/decision.ts';
import type { UnionType } from '../model/types.ts';
import type { Literal } from './literal.ts';
import { planUnion, type UnionPlan } from './plan-union.ts';
import type { TypeIndex } from './type-index.ts';

type Decided = Extract<UnionPlan, { decision: unknown }>;

// The same union is reached at many places; finding out how to decide it costs most of the emission.
const plans = new WeakMap<TypeIndex, Map<string, Decided>>();

/** The plan of a union that the project's check has let through. */
export function decided(index: TypeIndex, type: UnionType): Decided {
  const known = plans.get(index) ?? new Map<string, Decided>();
  plans.set(index, known);
  const content = JSON.stringify(type.variants);
  const found = known.get(content);
  if (found !== undefined) return found;
  const plan = planUnion(type.variants, index);
  if (!('decision' in plan)) throw new TypeError(`Undecidable union: ${plan.reason}.`);
  known.set(content, plan);
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
  const variants: (readonly Literal[])[] = [];
  for (const { absent, kinds, literals, leads } of decision.cases) {
    if (absent === true || kinds !== undefined || literals === undefined || typeof leads !== 'number') return undefined;
    variants[leads] = literals;
  }
  return { member: decision.member, variants };
}
