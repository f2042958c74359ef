import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';
import type { TypeView } from './type-view.ts';

type View = Pick<TypeView, 'checker' | 'ts'>;

const known = new WeakMap<ts.TypeChecker, WeakMap<ts.SourceFile, ReadonlySet<string>>>();

/**
 * What guards in a file are about, as {@link referencePath} writes it: calls of type guards, `instanceof`, `in`, and comparisons
 * of a `constructor`. They make of a type whatever they say; all else that narrows a type leaves some of its constituents.
 *
 * @param forget - Called when there are such guards, before the first answer.
 */
export function guardedPaths(
  { checker, ts }: View,
  file: ts.SourceFile,
  isGuard: (call: ts.CallExpression) => boolean,
  forget: (file: ts.SourceFile) => void,
): ReadonlySet<string> {
  let byFile = known.get(checker);
  if (byFile === undefined) known.set(checker, (byFile = new WeakMap()));
  const found = byFile.get(file);
  if (found !== undefined) return found;
  const paths = new Set<string>();
  byFile.set(file, paths);
  const visit = (inner: ts.Node): void => {
    const about = subjects(ts, inner).filter((path) => !paths.has(path));
    if (about.length > 0 && decides(ts, inner) && (!ts.isCallExpression(inner) || isGuard(inner))) {
      for (const path of about) paths.add(path);
    }
    ts.forEachChild(inner, visit);
  };
  visit(file);
  if (paths.size > 0) forget(file);
  return paths;
}

/** Whether a function may tell what its parameter is. */
export function mayGuard(compiler: typeof ts, { body, parameters: [parameter] }: ts.ArrowFunction): boolean {
  const name = parameter?.name;
  if (name === undefined || !compiler.isIdentifier(name)) return name !== undefined;
  const tells = (node: ts.Node): boolean =>
    subjects(compiler, node).includes(name.text) || compiler.forEachChild(node, tells) === true;
  return tells(body);
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

/** What an expression can tell something about. */
function subjects(compiler: typeof ts, node: ts.Node): readonly string[] {
  const about = compiler.isCallExpression(node)
    ? [...receiverOf(compiler, node.expression), ...node.arguments]
    : compiler.isBinaryExpression(node)
      ? comparedBy(compiler, node)
      : [];
  return about.flatMap((one) => referencePath(compiler, one) ?? []);
}

function comparedBy(compiler: typeof ts, node: ts.BinaryExpression): readonly ts.Expression[] {
  const { SyntaxKind } = compiler;
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.InstanceOfKeyword) return [node.left];
  if (kind === SyntaxKind.InKeyword) return [node.right];
  if (kind === SyntaxKind.CommaToken || !isComparison(compiler, node)) return [];
  return [node.left, node.right].flatMap((side) => receiverOf(compiler, side, 'constructor'));
}

/** What a member, by default any, is taken of. */
function receiverOf(compiler: typeof ts, expression: ts.Expression, member?: string): readonly ts.Expression[] {
  const node = withoutParentheses(compiler, expression);
  if (compiler.isPropertyAccessExpression(node)) {
    return member === undefined || node.name.text === member ? [node.expression] : [];
  }
  if (!compiler.isElementAccessExpression(node)) return [];
  const { argumentExpression: name } = node;
  const isMeant = member === undefined || (compiler.isStringLiteralLike(name) && name.text === member);
  return isMeant ? [node.expression] : [];
}

/** Whether what an expression comes to decides what runs next: as a condition, by a name that may be one, or by returning at all. */
function decides(compiler: typeof ts, expression: ts.Node): boolean {
  const { SyntaxKind } = compiler;
  let node = expression;
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
