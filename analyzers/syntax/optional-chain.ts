import type { ts } from 'ts-morph';

/** Whether an expression is a chain with a `?.` in it, so that it may come out `undefined`. Parentheses end a chain. */
export function isOptionalChain(compiler: typeof ts, expression: ts.Expression): boolean {
  if (compiler.isNonNullExpression(expression)) return isOptionalChain(compiler, expression.expression);
  if (
    compiler.isPropertyAccessExpression(expression) ||
    compiler.isElementAccessExpression(expression) ||
    compiler.isCallExpression(expression)
  ) {
    return expression.questionDotToken !== undefined || isOptionalChain(compiler, expression.expression);
  }
  return false;
}
