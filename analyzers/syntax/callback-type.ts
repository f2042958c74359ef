import type { ts } from 'ts-morph';
import { isThenable } from './thenable.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';
import { symbolMember } from './well-known-symbol.ts';

/** Whether the value of a node is, or may be, a function that returns a promise. */
export function returnsPromise(view: TypeView, node: ts.Node): boolean {
  return expectsPromise(view, node, view.checker.getApparentType(typeAt(view.checker, node)));
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
