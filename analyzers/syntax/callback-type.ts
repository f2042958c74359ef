import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';
import { mayReturnPromise } from './plain-value.ts';
import { isThenable } from './thenable.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';
import { symbolMember } from './well-known-symbol.ts';

/** Whether the value of a node is, or may be, a function that returns a promise. */
export function returnsPromise(view: TypeView, node: ts.Node): boolean {
  return expectsPromise(view, node, view.checker.getApparentType(typeAt(view.checker, node)));
}

/** The same for an expression: what it is made of is looked at only where its syntax, or what is called, leaves a doubt. */
export function isPromiseFunction(view: TypeView, expression: ts.Expression): boolean {
  return mayReturnPromise(view.ts, expression) && mayGiveFunction(view, expression) && returnsPromise(view, expression);
}

/** Whether a call, or `new`, may give a function by what is called alone: its arguments, and what is inferred of them, cost more. */
function mayGiveFunction({ ts, checker }: TypeView, expression: ts.Expression): boolean {
  const node = withoutParentheses(ts, expression);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return true;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword || node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return true;
  }
  const called = constituents(checker.getApparentType(typeAt(checker, node.expression))).flatMap((part) =>
    ts.isCallExpression(node) ? part.getCallSignatures() : part.getConstructSignatures(),
  );
  return called.some((signature) =>
    constituents(signature.getReturnType()).some(
      (part) =>
        (part.flags & (ts.TypeFlags.Instantiable | ts.TypeFlags.Intersection)) !== 0 ||
        part.getCallSignatures().length > 0,
    ),
  );
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
