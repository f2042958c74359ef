import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';
import { isOpen, possibleTypes } from './possible-types.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';

/** Whether a value of a type is worth an `await`; `may`: that depends on what `any`, `unknown` or `T` turns out to be. */
export type Awaitability = 'always' | 'may' | 'never';

/** Whether `await` does something with a value of a type. */
export function awaitability(view: TypeView, node: ts.Node, type: ts.Type): Awaitability {
  const { ts, checker } = view;
  const known = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : type;
  if (known === undefined || (known.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return 'may';
  return isThenable(view, node, known) ? 'always' : 'never';
}

/** The same for what is awaited: of a call, what is declared may tell. */
export function awaitabilityOf(view: TypeView, node: ts.Node, awaited: ts.Expression): Awaitability {
  const operand = withoutParentheses(view.ts, awaited);
  const isAlways =
    view.ts.isCallExpression(operand) &&
    possibleTypes(view, operand).every((type) => !isOpen(view, type) && isThenable(view, node, type));
  return isAlways ? 'always' : awaitability(view, node, typeAt(view.checker, operand));
}

/** Whether the value of an expression may, by what is declared, have a `then`. */
export function mayBeThenable(view: TypeView, expression: ts.Expression): boolean {
  const { checker } = view;
  return possibleTypes(view, expression).some(
    (type) => isOpen(view, type) || checker.getApparentType(type).getProperty('then') !== undefined,
  );
}

/** Whether a value of a type, or of a member of a union, has a `then` that takes a callback. */
export function isThenable(view: TypeView, node: ts.Node, type: ts.Type): boolean {
  return someThen(
    view.checker,
    node,
    type,
    ({ parameters: [fulfilled] }) => fulfilled !== undefined && isCallback(view, node, fulfilled),
  );
}

/** The same for a `then` that takes a callback for rejections too. */
export function isRejectable({ checker }: TypeView, node: ts.Node, type: ts.Type): boolean {
  return someThen(
    checker,
    node,
    type,
    ({ parameters: [fulfilled, rejected] }) =>
      fulfilled !== undefined &&
      rejected !== undefined &&
      isFunction(checker, node, fulfilled) &&
      isFunction(checker, node, rejected),
  );
}

/** Whether all members of a union have a `then` that takes a function: such a value is always there, and true. */
export function isAlwaysThenable({ checker }: TypeView, node: ts.Node, type: ts.Type): boolean {
  return constituents(checker.getApparentType(type)).every((part) =>
    someThen(
      checker,
      node,
      part,
      ({ parameters: [fulfilled] }) => fulfilled !== undefined && isFunction(checker, node, fulfilled),
    ),
  );
}

function someThen(
  checker: ts.TypeChecker,
  node: ts.Node,
  type: ts.Type,
  matches: (signature: ts.Signature) => boolean,
): boolean {
  return constituents(checker.getApparentType(type)).some((part) => {
    const then = part.getProperty('then');
    return (
      then !== undefined &&
      constituents(checker.getTypeOfSymbolAtLocation(then, node)).some((each) => each.getCallSignatures().some(matches))
    );
  });
}

function isFunction(checker: ts.TypeChecker, node: ts.Node, parameter: ts.Symbol): boolean {
  return hasSignature(checker.getApparentType(checker.getTypeOfSymbolAtLocation(parameter, node)));
}

function isCallback({ ts, checker }: TypeView, node: ts.Node, parameter: ts.Symbol): boolean {
  const type = checker.getApparentType(checker.getTypeOfSymbolAtLocation(parameter, node));
  const declaration = parameter.valueDeclaration;
  const isRest = declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
  if (!isRest) return hasSignature(type);
  const element = type.getNumberIndexType();
  return element !== undefined && hasSignature(element);
}

function hasSignature(type: ts.Type): boolean {
  return constituents(type).some((part) => part.getCallSignatures().length > 0);
}
