import type { ts } from 'ts-morph';
import type { TypeView } from './type-view.ts';

type View = Pick<TypeView, 'checker' | 'ts'>;

const roots: ReadonlySet<string> = new Set(['global', 'globalThis', 'self', 'window']);

/** Whether a name means what the platform declares: nothing in the file, and nothing that it imports, is called that. */
export function isGlobalName({ ts, checker }: View, name: ts.Identifier): boolean {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  return (symbol?.declarations ?? []).every((one) => one.getSourceFile().isDeclarationFile);
}

/** Whether an expression is the global object: `globalThis`, `window`, and so on. */
export function isGlobalObject(view: View, expression: ts.Expression): boolean {
  return view.ts.isIdentifier(expression) && roots.has(expression.text) && isGlobalName(view, expression);
}

/** The outermost expression around one that has the same value: parentheses, assertions, the right side of a comma. */
export function outermostSame({ ts }: Pick<View, 'ts'>, expression: ts.Expression): ts.Expression {
  let node = expression;
  for (;;) {
    const { parent } = node;
    const isSame =
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isTypeAssertionExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      (ts.isBinaryExpression(parent) &&
        parent.operatorToken.kind === ts.SyntaxKind.CommaToken &&
        parent.right === node);
    if (!isSame) return node;
    node = parent;
  }
}
