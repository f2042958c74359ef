import type { ts } from 'ts-morph';

/** Whether a node is a part of what is assigned to: `[...a] = b`, `({ a: b = c } = d)`; no value is made there. */
export function isInTarget(compiler: typeof ts, node: ts.Node): boolean {
  const { parent } = node;
  if (compiler.isArrayLiteralExpression(parent) || compiler.isObjectLiteralExpression(parent)) {
    return isTarget(compiler, parent);
  }
  return compiler.isPropertyAssignment(parent) && parent.initializer === node && isInTarget(compiler, parent);
}

function isTarget(compiler: typeof ts, literal: ts.Node): boolean {
  let node = literal;
  while (compiler.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (compiler.isBinaryExpression(parent)) {
    return parent.left === node && parent.operatorToken.kind === compiler.SyntaxKind.EqualsToken;
  }
  if (compiler.isForOfStatement(parent) || compiler.isForInStatement(parent)) return parent.initializer === node;
  if (compiler.isSpreadElement(parent) || compiler.isSpreadAssignment(parent)) return isInTarget(compiler, parent);
  return isInTarget(compiler, node);
}
