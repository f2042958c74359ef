import type { ts } from 'ts-morph';
import { isBuiltIn } from './built-in.ts';
import { calledMember, memberName } from './member-name.ts';
import { withoutParentheses } from './parentheses.ts';
import { awaitability } from './thenable.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';
import { hasSymbol } from './well-known-symbol.ts';

const aggregators: ReadonlySet<string | undefined> = new Set(['all', 'allSettled', 'any', 'race']);

/**
 * What a call of `Promise.all`, `allSettled`, `any` or `race` is given that is no promise: elements of an array literal, or
 * the argument as a whole.
 */
export function plainInputs(
  view: TypeView,
  call: ts.CallExpression,
  { allowMixedPromiseArrays }: { readonly allowMixedPromiseArrays: boolean },
): readonly ts.Expression[] {
  const { ts } = view;
  const first = call.arguments[0];
  if (first === undefined || !isAggregator(view, call)) return [];
  const input = withoutParentheses(ts, first);
  const isPlain = (type: ts.Type): boolean => awaitability(view, input, type) === 'never';
  const isAllPlain = (type: ts.Type): boolean => constituents(type).every(isPlain);
  if (allowMixedPromiseArrays) {
    const values = constituents(constrainedType(view, input)).flatMap((part) => valueTypes(view, part));
    if (values.some((value) => !isAllPlain(value))) return [];
  }
  if (ts.isArrayLiteralExpression(input)) {
    return input.elements
      .filter((element) => !ts.isOmittedExpression(element))
      .map((element) => withoutParentheses(ts, element))
      .filter((element) => isAllPlain(constrainedType(view, element)));
  }
  const parts = constituents(constrainedType(view, input));
  // What cannot be iterated over is a type error already.
  if (!parts.every((part) => hasSymbol(view, part, 'iterator'))) return [];
  const isSomePlain = (type: ts.Type): boolean => constituents(type).some(isPlain);
  return parts.some((part) => valueTypes(view, part).some(isSomePlain)) ? [input] : [];
}

function isAggregator(view: TypeView, call: ts.CallExpression): boolean {
  const callee = calledMember(view.ts, call);
  return (
    callee !== undefined &&
    aggregators.has(memberName(view, callee)) &&
    isBuiltIn(view, constrainedType(view, withoutParentheses(view.ts, callee.expression)), 'PromiseConstructor')
  );
}

function constrainedType({ checker }: TypeView, node: ts.Node): ts.Type {
  const type = typeAt(checker, node);
  return checker.getBaseConstraintOfType(type) ?? type;
}

/** The types of what an array, a tuple or an iterable holds. */
function valueTypes({ ts, checker }: TypeView, type: ts.Type): readonly ts.Type[] {
  // Tuples and instances of generic types are references to what they are made of.
  if (checker.isTupleType(type)) return checker.getTypeArguments(type as ts.TypeReference);
  if (checker.isArrayLikeType(type)) {
    const element = type.getNumberIndexType();
    return element === undefined ? [] : [element];
  }
  const isReference =
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  return isReference ? checker.getTypeArguments(type as ts.TypeReference).slice(0, 1) : [];
}
