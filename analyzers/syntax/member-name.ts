import type { ts } from 'ts-morph';
import { isOptionalChain } from './optional-chain.ts';
import { withoutParentheses } from './parentheses.ts';
import { staticValue } from './static-value.ts';
import type { TypeView } from './type-view.ts';

/** The name of the member that is accessed, where the code shows it: `a.b`, `a.#b`, `a['b']`, `a[name]` with a constant. */
export function memberName(
  view: TypeView,
  access: ts.ElementAccessExpression | ts.PropertyAccessExpression,
): string | undefined {
  const { ts } = view;
  if (ts.isPropertyAccessExpression(access)) {
    return ts.isPrivateIdentifier(access.name) ? access.name.text.slice(1) : access.name.text;
  }
  const value = staticValue(view, access.argumentExpression);
  return value === undefined || typeof value.value === 'symbol' ? undefined : String(value.value);
}

/** The member that is called, if it is one. */
export function calledMember(
  compiler: typeof ts,
  call: ts.CallExpression,
): ts.ElementAccessExpression | ts.PropertyAccessExpression | undefined {
  const callee = withoutParentheses(compiler, call.expression);
  if (!compiler.isPropertyAccessExpression(callee) && !compiler.isElementAccessExpression(callee)) return undefined;
  // `(promise?.catch)(report)` ends its chain before the call: nothing is called where there is no promise.
  return callee !== call.expression && isOptionalChain(compiler, callee) ? undefined : callee;
}
