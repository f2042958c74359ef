import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';
import type { TypeView } from './type-view.ts';

type View = Pick<TypeView, 'checker' | 'ts'>;

const known = new WeakMap<ts.TypeChecker, WeakMap<ts.Node, ReadonlySet<string>>>();

/**
 * What calls of type guards in the same statement of the file are about, as {@link referencePath} writes it. A guard makes
 * of a type whatever it says; all else that narrows a type leaves some of its constituents.
 */
export function guardedPaths<Of extends View>(
  view: Of,
  node: ts.Node,
  isGuard: (view: Of, call: ts.CallExpression) => boolean,
): ReadonlySet<string> {
  const { checker, ts } = view;
  let byStatement = known.get(checker);
  if (byStatement === undefined) known.set(checker, (byStatement = new WeakMap()));
  const statement = outermostStatement(ts, node);
  const found = byStatement.get(statement);
  if (found !== undefined) return found;
  const paths = new Set<string>();
  byStatement.set(statement, paths);
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner) && decides(ts, inner)) {
      const about = subjects(ts, inner);
      if (about.some((path) => !paths.has(path)) && isGuard(view, inner)) for (const path of about) paths.add(path);
    }
    ts.forEachChild(inner, visit);
  };
  visit(statement);
  return paths;
}

/** A name, or a member of one, as a text without what has no say: `a.b`. Nothing else is narrowed. */
export function referencePath(compiler: typeof ts, expression: ts.Expression): string | undefined {
  const node = withoutParentheses(compiler, expression);
  if (compiler.isIdentifier(node)) return node.text;
  if (node.kind === compiler.SyntaxKind.ThisKeyword) return 'this';
  if (compiler.isNonNullExpression(node)) return referencePath(compiler, node.expression);
  const name = compiler.isPropertyAccessExpression(node)
    ? node.name.text
    : compiler.isElementAccessExpression(node) && compiler.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : undefined;
  if (name === undefined) return undefined;
  const owner = referencePath(compiler, (node as ts.PropertyAccessExpression).expression);
  return owner === undefined ? undefined : `${owner}.${name}`;
}

function outermostStatement(compiler: typeof ts, node: ts.Node): ts.Node {
  let statement = node;
  while (statement.parent !== undefined && !compiler.isSourceFile(statement.parent)) statement = statement.parent;
  return statement;
}

/** What a guard can be about: its arguments, and what it is a method of. */
function subjects(compiler: typeof ts, { arguments: given, expression }: ts.CallExpression): readonly string[] {
  const callee = withoutParentheses(compiler, expression);
  const receiver =
    compiler.isPropertyAccessExpression(callee) || compiler.isElementAccessExpression(callee)
      ? [callee.expression]
      : [];
  return [...receiver, ...given].flatMap((one) => referencePath(compiler, one) ?? []);
}

/** Whether what a call returns decides what runs next: as a condition, by a name that may be one, or by returning at all. */
function decides(compiler: typeof ts, call: ts.CallExpression): boolean {
  const { SyntaxKind } = compiler;
  let node: ts.Node = call;
  for (;;) {
    const { parent } = node;
    if (compiler.isBinaryExpression(parent)) {
      if (isLogical(compiler, parent) && parent.left === node) return true;
      if (!isLogical(compiler, parent) && !isComparison(compiler, parent)) return false;
    } else if (compiler.isConditionalExpression(parent)) {
      if (parent.condition === node) return true;
    } else if (
      !compiler.isParenthesizedExpression(parent) &&
      !compiler.isNonNullExpression(parent) &&
      !compiler.isAsExpression(parent) &&
      !compiler.isSatisfiesExpression(parent) &&
      !(compiler.isPrefixUnaryExpression(parent) && parent.operator === SyntaxKind.ExclamationToken)
    ) {
      return (
        compiler.isExpressionStatement(parent) ||
        compiler.isIfStatement(parent) ||
        compiler.isIterationStatement(parent, false) ||
        compiler.isCaseClause(parent) ||
        compiler.isSwitchStatement(parent) ||
        (compiler.isVariableDeclaration(parent) && parent.initializer === node)
      );
    }
    node = parent;
  }
}

function isLogical({ SyntaxKind }: typeof ts, { operatorToken }: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ||
    operatorToken.kind === SyntaxKind.BarBarToken ||
    operatorToken.kind === SyntaxKind.QuestionQuestionToken
  );
}

function isComparison({ SyntaxKind }: typeof ts, { operatorToken }: ts.BinaryExpression): boolean {
  switch (operatorToken.kind) {
    case SyntaxKind.CommaToken:
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return true;
    default:
      return false;
  }
}
