import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';

/**
 * Whether a statement stands where the message has failed or is about to: in a `catch`, or in a block that ends with `throw`
 * or `return fail(…)`.
 */
export function leadsToFailure({ ts }: Pick<FileView, 'ts'>, node: ts.Node): boolean {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (ts.isFunctionLike(parent)) {
      // A callback runs where it is passed to; a method starts anew.
      if (!ts.isArrowFunction(parent) && !ts.isFunctionExpression(parent)) return false;
      continue;
    }
    if (ts.isCatchClause(parent)) return true;
    const last = ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent) ? parent.statements.at(-1) : undefined;
    if (last !== undefined && (ts.isThrowStatement(last) || isFailure(ts, last)) && !isWholeBody(ts, last)) return true;
  }
  return false;
}

/** `return fail(…)`, or `return result` behind `if (!result.ok)`, cannot be told apart by syntax: the first only. */
function isFailure(compiler: typeof ts, statement: ts.Statement): boolean {
  if (!compiler.isReturnStatement(statement)) return false;
  const value = statement.expression;
  return (
    value !== undefined &&
    compiler.isCallExpression(value) &&
    compiler.isIdentifier(value.expression) &&
    value.expression.text === 'fail'
  );
}

/** The end of a function says nothing about what stands before it, other than that it failed in all other ways. */
function isWholeBody(compiler: typeof ts, statement: ts.Statement): boolean {
  return compiler.isFunctionLike(statement.parent.parent);
}
