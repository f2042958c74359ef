import { appearances, type Decision, type DecisionCase, type ValueKind } from '../../runtime/codecs/decision.ts';
import type { TypeModel } from '../model/types.ts';
import type { Literal } from './literal.ts';
import type { TypeIndex } from './type-index.ts';
import {
  bothSides,
  isList,
  isPositional,
  memberTokens,
  placeTokens,
  tokensOf,
  type Side,
  type Token,
} from './union-tokens.ts';

const none = -1;

/**
 * The variants that a decision leads values of a type to that it was not made for: what an older or newer version of a union
 * has. `-1` is among them where a value may lead nowhere.
 */
export function foreignVariants(decision: Decision, type: TypeModel, index: TypeIndex): ReadonlySet<number> {
  if (typeof decision === 'number' || decision.wire === undefined) return leadsTo(decision, type, index, bothSides);
  return new Set([...leadsTo(decision, type, index, [1]), ...leadsTo(decision.wire, type, index, [0])]);
}

function leadsTo(decision: Decision, type: TypeModel, index: TypeIndex, sides: readonly Side[]): ReadonlySet<number> {
  if (typeof decision === 'number') return new Set([decision]);
  const { member, cases } = decision;
  const tokens = member === undefined ? tokensOf(type, index) : tokensAt(type, member, index, sides);
  const leads = new Set<Decision>();
  for (const token of tokens) for (const lead of leadsOf(token, cases, sides)) leads.add(lead);
  return new Set([...leads].flatMap((lead) => [...leadsTo(lead, type, index, sides)]));
}

function tokensAt(type: TypeModel, member: string, index: TypeIndex, sides: readonly Side[]): readonly Token[] {
  const isArray = isList(type) || (!sides.includes(1) && isPositional(type, index));
  if (!isArray) return memberTokens(type, member, index);
  const tokens = placeTokens(type, Number(member), index);
  // An empty list is the same whichever variant of lists takes it.
  const present = isList(type) && member === '0' ? tokens.filter(({ kind }) => kind !== 'absent') : [];
  return present.length > 0 ? present : tokens;
}

function leadsOf(token: Token, cases: readonly DecisionCase[], sides: readonly Side[]): readonly Decision[] {
  switch (token.kind) {
    case 'any':
      return [...cases.map(({ leads }) => leads), none];
    case 'absent':
      return [cases.find(({ absent }) => absent === true)?.leads ?? none];
    case 'literal': {
      const exact = cases.find(({ literals }) => literals?.includes(token.value));
      return exact === undefined ? leadsOfKind(kindOf(token.value), cases, sides) : [exact.leads];
    }
    default: {
      // Any of the literals may be among the values, and others beside them.
      const literal = cases.filter(({ literals }) => literals?.some((value) => kindOf(value) === token.type));
      return [...literal.map(({ leads }) => leads), ...leadsOfKind(token.type, cases, sides)];
    }
  }
}

function leadsOfKind(kind: ValueKind, cases: readonly DecisionCase[], sides: readonly Side[]): readonly Decision[] {
  return sides.flatMap((side) =>
    appearances[kind][side].map(
      (seen) => cases.find(({ kinds }) => kinds?.[side === 0 ? 1 : 2].includes(seen))?.leads ?? none,
    ),
  );
}

function kindOf(value: Literal): ValueKind {
  return typeof value as ValueKind;
}
