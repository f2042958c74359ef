import type { Decision } from '../../runtime/codecs/decision.ts';
import type { UnionType } from '../model/types.ts';
import type { CodecModule } from './codec-module.ts';
import type { Literal } from './literal.ts';
import { planUnion, type UnionPlan } from './plan-union.ts';

/** The plan of a union that the project's check has let through. */
export function decided(module: CodecModule, type: UnionType): Extract<UnionPlan, { decision: unknown }> {
  const plan = planUnion(type.variants, module.index);
  if ('decision' in plan) return plan;
  throw new TypeError(`Undecidable union: ${plan.reason}.`);
}

/** A member that alone tells the variants of a union apart. */
export interface Tag {
  readonly member: string;
  readonly variants: readonly { readonly literal: Literal; readonly variant: number }[];
}

/** A union that one member decides by its literal alone. */
export function tagOf(decision: Decision): Tag | undefined {
  if (typeof decision === 'number' || decision.member === undefined) return undefined;
  const variants: { literal: Literal; variant: number }[] = [];
  for (const { absent, kinds, literals, leads } of decision.cases) {
    if (absent === true || kinds !== undefined || typeof leads !== 'number') return undefined;
    for (const literal of literals ?? []) variants.push({ literal, variant: leads });
  }
  return { member: decision.member, variants };
}
