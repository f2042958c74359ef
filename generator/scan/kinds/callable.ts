import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';

/** An expression without the parentheses, `as` and `satisfies` around it. */
export function bare(context: ScanContext, expression: ts.Expression): ts.Expression {
  const { ts } = context;
  let at = expression;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at)) at = at.expression;
  return at;
}

/** The types that an expression is written with: `x satisfies A as B` has both. */
export function writtenTypes(context: ScanContext, expression: ts.Expression): readonly ts.TypeNode[] {
  const { ts } = context;
  const types: ts.TypeNode[] = [];
  let at = expression;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at)) {
    if (!ts.isParenthesizedExpression(at)) types.push(at.type);
    at = at.expression;
  }
  return types;
}

/** The name of the type of Catga that a type node refers to: `RequestHandler`, `FunctionHandler`; itself, not an alias of it. */
export function catgaTypeName(context: ScanContext, node: ts.TypeNode): string | undefined {
  if (!context.ts.isTypeReferenceNode(node)) return undefined;
  const symbol = context.compiler.symbolOf(node.typeName);
  return symbol && context.exports.isCatga(symbol) ? symbol.name : undefined;
}

/** Whether a call makes a function handler. */
export function isHandlerCall(context: ScanContext, node: ts.Node): node is ts.CallExpression {
  if (!context.ts.isCallExpression(node)) return false;
  const callee = context.compiler.symbolOf(node.expression);
  return (callee?.name === 'handler' || callee?.name === 'batchHandler') && context.exports.isCatga(callee);
}
