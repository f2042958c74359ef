import type { ts } from 'ts-morph';

/** What stands inside the parentheses around an expression, however many there are. */
export function withoutParentheses(compiler: typeof ts, expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (compiler.isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}
