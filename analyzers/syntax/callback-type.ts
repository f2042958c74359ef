import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';
import { mayReturnPromise } from './plain-value.ts';
import { isOpen, possibleTypes } from './possible-types.ts';
import { isThenable } from './thenable.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';
import { symbolMember } from './well-known-symbol.ts';

/** Whether the value of a node is, or may be, a function that returns a promise. */
export function returnsPromise(view: TypeView, node: ts.Node): boolean {
  return expectsPromise(view, node, view.checker.getApparentType(typeAt(view.checker, node)));
}

/** The same for an expression, whose very type is asked for only where its syntax, and what is declared, leaves a doubt. */
export function isPromiseFunction(view: TypeView, expression: ts.Expression): boolean {
  return mayReturnPromise(view.ts, expression) && mayBeFunction(view, expression) && returnsPromise(view, expression);
}

function mayBeFunction(view: TypeView, expression: ts.Expression): boolean {
  const { ts } = view;
  const node = withoutParentheses(ts, expression);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true;
  return possibleTypes(view, node).some((type) => isOpen(view, type) || type.getCallSignatures().length > 0);
}

/** Whether a type has, or a member of a union has, a signature that returns a promise. */
export function expectsPromise(view: TypeView, node: ts.Node, type: ts.Type): boolean {
  return signatures(type).some((signature) => isThenable(view, node, signature.getReturnType()));
}

/** Whether a type has signatures of which one returns `void`, and none a promise. */
export function expectsVoid(view: TypeView, node: ts.Node, type: ts.Type): boolean {
  const returned = signatures(type).map((signature) => signature.getReturnType());
  return (
    returned.some(({ flags }) => (flags & view.ts.TypeFlags.Void) !== 0) &&
    !returned.some((each) => isThenable(view, node, each))
  );
}

/** Whether a resource has a `[Symbol.dispose]` of which `accepts` holds. */
export function someDispose(
  view: TypeView,
  node: ts.Node,
  accepts: (view: TypeView, node: ts.Node, type: ts.Type) => boolean,
): boolean {
  return constituents(view.checker.getApparentType(typeAt(view.checker, node))).some((part) => {
    const dispose = symbolMember(view, part, 'dispose');
    return dispose !== undefined && accepts(view, node, view.checker.getTypeOfSymbolAtLocation(dispose, node));
  });
}

function signatures(type: ts.Type): readonly ts.Signature[] {
  return constituents(type).flatMap((part) => part.getCallSignatures());
}
