import { appearances, type Decision, type DecisionCase, type ValueKind } from '../../runtime/codecs/decision.ts';
import type { TypeModel } from '../model/types.ts';
import type { Literal } from './literal.ts';
import { elementTokens, memberTokens, tokensOf, type Token } from './plan-union.ts';
import type { TypeIndex } from './type-index.ts';

const none = -1;

/**
 * The variants that a decision leads values of a type to that it was not made for: what an older or newer version of a union
 * has. `-1` is among them where a value may lead nowhere.
 */
export function foreignVariants(decision: Decision, type: TypeModel, index: TypeIndex): ReadonlySet<number> {
  if (typeof decision === 'number') return new Set([decision]);
  const { member, cases } = decision;
  const tokens = member === undefined ? tokensOf(type, index) : tokensAt(type, member, index);
  const leads = new Set<Decision>();
  for (const token of tokens) for (const lead of leadsOf(token, cases)) leads.add(lead);
  return new Set([...leads].flatMap((lead) => [...foreignVariants(lead, type, index)]));
}

function tokensAt(type: TypeModel, member: string, index: TypeIndex): readonly Token[] {
  const isList = type.kind === 'array' || type.kind === 'tuple';
  return isList ? elementTokens(type, Number(member), index) : memberTokens(type, member, index);
}

function leadsOf(token: Token, cases: readonly DecisionCase[]): readonly Decision[] {
  switch (token.kind) {
    case 'any':
      return [...cases.map(({ leads }) => leads), none];
    case 'absent':
      return [cases.find(({ absent }) => absent === true)?.leads ?? none];
    case 'literal': {
      const exact = cases.find(({ literals }) => literals?.includes(token.value));
      return exact === undefined ? leadsOfKind(kindOf(token.value), cases) : [exact.leads];
    }
    default: {
      // Any of the literals may be among the values, and others beside them.
      const literal = cases.filter(({ literals }) => literals?.some((value) => kindOf(value) === token.type));
      return [...literal.map(({ leads }) => leads), ...leadsOfKind(token.type, cases)];
    }
  }
}

/** In MessagePack and in JSON. */
function leadsOfKind(kind: ValueKind, cases: readonly DecisionCase[]): readonly Decision[] {
  return ([1, 2] as const).flatMap((side) =>
    appearances[kind][side === 1 ? 0 : 1].map(
      (seen) => cases.find(({ kinds }) => kinds?.[side].includes(seen))?.leads ?? none,
    ),
  );
}

function kindOf(value: Literal): ValueKind {
  return typeof value as ValueKind;
}
