import type { ts } from 'ts-morph';

/** Whether `await` before an expression takes all of it. */
export function bindsTighterThanAwait(compiler: typeof ts, { kind }: ts.Expression): boolean {
  return loose(compiler).every((other) => other !== kind);
}

function loose({ SyntaxKind }: typeof ts): readonly ts.SyntaxKind[] {
  return [
    SyntaxKind.AsExpression,
    SyntaxKind.AwaitExpression,
    SyntaxKind.BinaryExpression,
    SyntaxKind.ConditionalExpression,
    SyntaxKind.DeleteExpression,
    SyntaxKind.ExpressionWithTypeArguments,
    SyntaxKind.NonNullExpression,
    SyntaxKind.PrefixUnaryExpression,
    SyntaxKind.SatisfiesExpression,
    SyntaxKind.TypeAssertionExpression,
    SyntaxKind.TypeOfExpression,
    SyntaxKind.VoidExpression,
    SyntaxKind.YieldExpression,
  ];
}
