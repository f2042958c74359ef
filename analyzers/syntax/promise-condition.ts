import type { ts } from 'ts-morph';
import { calledMember, memberName } from './member-name.ts';
import { isPromiseFunction } from './callback-type.ts';
import { withoutParentheses } from './parentheses.ts';
import { isPlainValue } from './plain-value.ts';
import { isAlwaysThenable, isThenable, mayBeThenable } from './thenable.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';

/** Which unions with promises are mistaken for conditions: any, those of a promise and what it brings, none. */
export type FlagUnions = 'all' | 'none' | 'strict';

const predicates: ReadonlySet<string | undefined> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
]);

/** Whether what is asked whether it is true is a promise. */
export function isPromiseAsCondition(view: TypeView, node: ts.Expression, unions: FlagUnions): boolean {
  if (isPlainValue(view.ts, node) || !mayBeThenable(view, node)) return false;
  const type = typeAt(view.checker, node);
  if (isAlwaysThenable(view, node, type)) return true;
  if (unions === 'none') return false;
  return unions === 'all' ? isThenable(view, node, type) : isPromiseOfTheRest(view, node, type);
}

/** The callback of `filter` and the like, where it returns a promise. */
export function promisePredicate(view: TypeView, call: ts.CallExpression): ts.Expression | undefined {
  const { ts, checker } = view;
  const member = calledMember(ts, call);
  const [callback] = call.arguments;
  if (member === undefined || callback === undefined || !predicates.has(memberName(view, member))) return undefined;
  if (!isPromiseFunction(view, callback)) return undefined;
  const type = typeAt(checker, withoutParentheses(ts, member.expression));
  const isArray = constituents(checker.getBaseConstraintOfType(type) ?? type)
    .flatMap((part) => (part.isIntersection() ? part.types : [part]))
    .some((part) => checker.isArrayType(part) || checker.isTupleType(part));
  return isArray ? callback : undefined;
}

/** Whether a type is a union of promises with just what they bring. */
function isPromiseOfTheRest(view: TypeView, node: ts.Node, type: ts.Type): boolean {
  const { checker } = view;
  const parts = constituents(checker.getApparentType(type));
  const promises = parts.filter((part) => isThenable(view, node, part));
  if (promises.length === 0) return false;
  const rest = parts.filter((part) => !promises.includes(part));
  const awaited = promises.map((part) => checker.getAwaitedType(part));
  if (awaited.includes(undefined)) return false;
  const brought = awaited.flatMap((each) => (each === undefined ? [] : constituents(each)));
  const same = (one: ts.Type, other: ts.Type): boolean =>
    checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(other, one);
  return (
    rest.every((part) => brought.some((one) => same(part, one))) &&
    brought.every((one) => rest.some((part) => same(part, one)))
  );
}
