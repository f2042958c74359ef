import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';

/** Whether an expression is a number, a text, a truth value or nothing by how it is written: the checker need not be asked. */
export function isPlainValue(compiler: typeof ts, expression: ts.Expression): boolean {
  const { SyntaxKind } = compiler;
  const node = withoutParentheses(compiler, expression);
  if (compiler.isBinaryExpression(node)) return isPlainOperator(compiler, node.operatorToken.kind);
  if (compiler.isConditionalExpression(node)) {
    return isPlainValue(compiler, node.whenTrue) && isPlainValue(compiler, node.whenFalse);
  }
  switch (node.kind) {
    case SyntaxKind.BigIntLiteral:
    case SyntaxKind.DeleteExpression:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
    case SyntaxKind.NullKeyword:
    case SyntaxKind.NumericLiteral:
    case SyntaxKind.PostfixUnaryExpression:
    case SyntaxKind.PrefixUnaryExpression:
    case SyntaxKind.StringLiteral:
    case SyntaxKind.TemplateExpression:
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.TypeOfExpression:
    case SyntaxKind.VoidExpression:
      return true;
    default:
      return false;
  }
}

/** The same for what is no promise, and nothing else with a `then`: objects that are written out count too. */
export function isNoThenable(compiler: typeof ts, expression: ts.Expression): boolean {
  const { SyntaxKind } = compiler;
  const node = withoutParentheses(compiler, expression);
  const isNone = (part: ts.Expression): boolean => isNoThenable(compiler, part);
  if (compiler.isConditionalExpression(node)) return isNone(node.whenTrue) && isNone(node.whenFalse);
  if (compiler.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    // What is false is no promise: of the left side, no more than that is left over.
    if (operator === SyntaxKind.AmpersandAmpersandToken) return isNone(node.right);
    if (operator === SyntaxKind.BarBarToken || operator === SyntaxKind.QuestionQuestionToken) {
      return isNone(node.left) && isNone(node.right);
    }
  }
  if (compiler.isObjectLiteralExpression(node)) {
    return node.properties.every(
      ({ name }) => name !== undefined && !compiler.isComputedPropertyName(name) && name.text !== 'then',
    );
  }
  return (
    compiler.isArrayLiteralExpression(node) ||
    compiler.isArrowFunction(node) ||
    compiler.isFunctionExpression(node) ||
    isPlainValue(compiler, node)
  );
}

/** Whether an expression may, by how it is written, be a function that returns a promise. */
export function mayReturnPromise(compiler: typeof ts, expression: ts.Expression): boolean {
  const node = withoutParentheses(compiler, expression);
  if (compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)) return mayResult(compiler, node);
  if (compiler.isConditionalExpression(node)) {
    return mayReturnPromise(compiler, node.whenTrue) || mayReturnPromise(compiler, node.whenFalse);
  }
  return !(
    compiler.isObjectLiteralExpression(node) ||
    compiler.isArrayLiteralExpression(node) ||
    isPlainValue(compiler, node)
  );
}

function mayResult(compiler: typeof ts, node: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const { body, modifiers, type } = node;
  // In JavaScript, a comment may say what is returned.
  if (modifiers !== undefined || (node.flags & compiler.NodeFlags.JavaScriptFile) !== 0) return true;
  if (type !== undefined) return !isPlainType(compiler, type);
  if (!compiler.isBlock(body)) return !isNoThenable(compiler, body);
  const returnsSome = (inner: ts.Node): boolean => {
    if (compiler.isReturnStatement(inner)) {
      return inner.expression !== undefined && !isNoThenable(compiler, inner.expression);
    }
    return !compiler.isFunctionLike(inner) && compiler.forEachChild(inner, returnsSome) === true;
  };
  return returnsSome(body);
}

function isPlainType({ SyntaxKind }: typeof ts, { kind }: ts.TypeNode): boolean {
  return (
    kind === SyntaxKind.BooleanKeyword ||
    kind === SyntaxKind.NumberKeyword ||
    kind === SyntaxKind.StringKeyword ||
    kind === SyntaxKind.UndefinedKeyword ||
    kind === SyntaxKind.VoidKeyword
  );
}

/** Arithmetic and comparisons; not what gives one of its operands, nor assignments, which may give anything. */
function isPlainOperator({ SyntaxKind }: typeof ts, operator: ts.SyntaxKind): boolean {
  switch (operator) {
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.BarBarToken:
    case SyntaxKind.CommaToken:
    case SyntaxKind.QuestionQuestionToken:
      return false;
    default:
      return operator < SyntaxKind.FirstAssignment || operator > SyntaxKind.LastAssignment;
  }
}
