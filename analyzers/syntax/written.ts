import type { ts } from 'ts-morph';
import type { TypeView } from './type-view.ts';

/** Whether a variable is written to after its declaration. */
export function isWritten(
  { ts, checker }: TypeView,
  variable: ts.Symbol,
  declaration: ts.VariableDeclaration,
): boolean {
  const variableAt = (node: ts.Identifier): ts.Symbol | undefined =>
    ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
  const writes = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node.text === variable.name &&
      node !== declaration.name &&
      isTarget(ts, node) &&
      variableAt(node) === variable) ||
    ts.forEachChild(node, writes) === true;
  return writes(declaration.getSourceFile());
}

/** Whether something is assigned to a name, by itself or in a pattern. */
function isTarget(compiler: typeof ts, name: ts.Identifier): boolean {
  let node: ts.Node = name;
  while (isPartOfPattern(compiler, node.parent, node)) node = node.parent;
  const { parent } = node;
  if (compiler.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const { FirstAssignment, LastAssignment } = compiler.SyntaxKind;
    return parent.left === node && kind >= FirstAssignment && kind <= LastAssignment;
  }
  if (compiler.isPrefixUnaryExpression(parent) || compiler.isPostfixUnaryExpression(parent)) {
    const { PlusPlusToken, MinusMinusToken } = compiler.SyntaxKind;
    return parent.operator === PlusPlusToken || parent.operator === MinusMinusToken;
  }
  return (compiler.isForOfStatement(parent) || compiler.isForInStatement(parent)) && parent.initializer === node;
}

function isPartOfPattern(compiler: typeof ts, parent: ts.Node, node: ts.Node): boolean {
  return (
    compiler.isParenthesizedExpression(parent) ||
    compiler.isArrayLiteralExpression(parent) ||
    compiler.isObjectLiteralExpression(parent) ||
    compiler.isSpreadElement(parent) ||
    compiler.isSpreadAssignment(parent) ||
    compiler.isShorthandPropertyAssignment(parent) ||
    (compiler.isPropertyAssignment(parent) && parent.initializer === node)
  );
}
