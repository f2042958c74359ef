import type { ts } from 'ts-morph';
import { expectsPromise, expectsVoid, isPromiseFunction } from './callback-type.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';

/** What the compiler has, and does not declare. */
interface ArgumentTypes {
  getContextualTypeForArgumentAtIndex(call: ts.CallExpression | ts.NewExpression, index: number): ts.Type;
}

/**
 * Arguments that are functions which return promises, where every overload takes functions that return nothing.
 * Most arguments are no functions: overloads are resolved for those alone that are.
 */
export function promiseArguments(view: TypeView, call: ts.CallExpression | ts.NewExpression): readonly ts.Expression[] {
  const { ts, checker } = view;
  const given: readonly ts.Expression[] = call.arguments ?? [];
  const functions = given.filter((argument) => isPromiseFunction(view, argument));
  if (functions.length === 0) return [];
  const callee = call.expression;
  // All overloads: the one that is resolved may be an early `() => void` before a later `() => Promise<void>`.
  const all = constituents(typeAt(checker, callee)).flatMap((part) =>
    ts.isCallExpression(call) ? part.getCallSignatures() : part.getConstructSignatures(),
  );
  const inferred = checker as unknown as ArgumentTypes;
  return functions.filter((argument) => {
    const index = given.indexOf(argument);
    const expected = all.flatMap((signature) => expectedAt(view, signature, index, callee));
    if (expected.length === 0) return false;
    const types = [...expected, inferred.getContextualTypeForArgumentAtIndex(call, index)];
    return (
      types.some((type) => expectsVoid(view, callee, type)) && !types.some((type) => expectsPromise(view, callee, type))
    );
  });
}

/** What a signature says of the argument at an index: nothing where it has no parameter for it. */
function expectedAt(
  { ts, checker }: TypeView,
  { parameters }: ts.Signature,
  index: number,
  callee: ts.Expression,
): readonly ts.Type[] {
  const position = Math.min(index, parameters.length - 1);
  const parameter = parameters[position];
  if (parameter === undefined) return [];
  const type = checker.getTypeOfSymbolAtLocation(parameter, callee);
  const declaration = parameter.valueDeclaration;
  const isRest = declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
  if (!isRest) return position === index ? [type] : [];
  const isArray = checker.isArrayType(type);
  if (!isArray && !checker.isTupleType(type)) return [];
  // Both are references, to `Array` and to the tuple's own target.
  const element = checker.getTypeArguments(type as ts.TypeReference)[isArray ? 0 : index - position];
  return element === undefined ? [] : [element];
}
