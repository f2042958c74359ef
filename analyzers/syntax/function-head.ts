import type { ts } from 'ts-morph';
import type { TextSpan } from '../rule.ts';

/** A function that is a value in an object. */
export type FunctionValue = ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;

/** What says what a function in an object returns: its return type, or its member up to the parameters. */
export function functionHead(
  compiler: typeof ts,
  member: ts.ObjectLiteralElementLike,
  value: FunctionValue,
): TextSpan | ts.Node {
  if (value.type !== undefined) {
    let type = value.type;
    while (compiler.isParenthesizedTypeNode(type)) type = type.type;
    return type;
  }
  return { start: member.getStart(), end: beforeParameters(compiler, value) };
}

function beforeParameters(compiler: typeof ts, value: FunctionValue): number {
  const file = value.getSourceFile();
  const open = value.getChildren(file).find(({ kind }) => kind === compiler.SyntaxKind.OpenParenToken);
  if (open !== undefined) return open.getStart(file);
  // `x => …`, of which parentheses around the whole are as good as its own.
  const isBare = value.modifiers === undefined && compiler.isParenthesizedExpression(value.parent);
  return (isBare ? value.parent : (value.parameters[0] ?? value)).getStart(file);
}
