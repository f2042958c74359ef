import type { ts } from 'ts-morph';
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
