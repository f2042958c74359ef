import type { ts } from 'ts-morph';
import { isPlainValue } from './plain-value.ts';
import { constituents } from './type-at.ts';
import type { TypeView } from './type-view.ts';

/** Whether `name` in `{ name }` is a number, a text or the like: of the member made of it the checker asks what is expected, too. */
export function isPlainVariable({ ts, checker }: TypeView, node: ts.ShorthandPropertyAssignment): boolean {
  const variable = checker.getShorthandAssignmentValueSymbol(node);
  const declaration = variable?.valueDeclaration;
  if (variable === undefined || declaration === undefined) return false;
  if (ts.isVariableDeclaration(declaration) && declaration.initializer && isConst(declaration)) {
    if (isPlainValue(ts, declaration.initializer)) return true;
  }
  const { BigIntLike, BooleanLike, NumberLike, StringLike } = ts.TypeFlags;
  const plain = BigIntLike | BooleanLike | NumberLike | StringLike;
  return constituents(checker.getTypeOfSymbol(variable)).every(({ flags }) => (flags & plain) !== 0);

  function isConst(one: ts.VariableDeclaration): boolean {
    return one.type === undefined && (ts.getCombinedNodeFlags(one) & ts.NodeFlags.Const) !== 0;
  }
}
