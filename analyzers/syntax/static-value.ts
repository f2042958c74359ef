import type { ts } from 'ts-morph';
import { withoutParentheses } from './parentheses.ts';
import type { TypeView } from './type-view.ts';
import { isWritten } from './written.ts';

/** A value that the code shows. */
export interface StaticValue {
  readonly value: unknown;
}

/**
 * What an expression comes to, where that can be told from the file alone: literals, templates, variables that are never
 * written again, and operators on these. Nothing is called.
 */
export function staticValue(view: TypeView, expression: ts.Expression): StaticValue | undefined {
  const { ts } = view;
  const node = withoutParentheses(ts, expression);
  const of = (part: ts.Expression): StaticValue | undefined => staticValue(view, part);
  if (ts.isStringLiteralLike(node)) return { value: node.text };
  if (ts.isNumericLiteral(node)) return { value: Number(node.text) };
  if (ts.isTemplateExpression(node)) return templateValue(node, of);
  if (ts.isIdentifier(node)) return variableValue(view, node);
  if (ts.isConditionalExpression(node)) {
    const condition = of(node.condition);
    return condition && of(condition.value ? node.whenTrue : node.whenFalse);
  }
  if (ts.isBinaryExpression(node)) return binaryValue(ts, node, of);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const operand = of(node.operand);
    return operand && { value: !operand.value };
  }
  if (
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    return of(node.expression);
  }
  return keywordValue(ts, node);
}

type Evaluate = (part: ts.Expression) => StaticValue | undefined;

function keywordValue({ SyntaxKind }: typeof ts, { kind }: ts.Expression): StaticValue | undefined {
  switch (kind) {
    case SyntaxKind.TrueKeyword:
      return { value: true };
    case SyntaxKind.FalseKeyword:
      return { value: false };
    case SyntaxKind.NullKeyword:
      return { value: null };
    case SyntaxKind.VoidExpression:
      return { value: undefined };
    default:
      return undefined;
  }
}

function templateValue({ head, templateSpans }: ts.TemplateExpression, of: Evaluate): StaticValue | undefined {
  let value = head.text;
  for (const { expression, literal } of templateSpans) {
    const part = of(expression);
    if (part === undefined) return undefined;
    value += `${String(part.value)}${literal.text}`;
  }
  return { value };
}

function variableValue(view: TypeView, name: ts.Identifier): StaticValue | undefined {
  const { ts, checker } = view;
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const [declaration, another] = symbol.declarations ?? [];
  if (name.text === 'undefined' && declaration === undefined) return { value: undefined };
  // What another file says does not count: a file is judged by what it shows.
  if (
    declaration === undefined ||
    another !== undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    declaration.initializer === undefined ||
    declaration.getSourceFile() !== name.getSourceFile()
  ) {
    return undefined;
  }
  const isConstant = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant || !isWritten(view, symbol, declaration) ? staticValue(view, declaration.initializer) : undefined;
}

function binaryValue(compiler: typeof ts, node: ts.BinaryExpression, of: Evaluate): StaticValue | undefined {
  const { SyntaxKind } = compiler;
  const operator = node.operatorToken.kind;
  if (operator === SyntaxKind.CommaToken || operator === SyntaxKind.EqualsToken) return of(node.right);
  const left = of(node.left);
  if (left === undefined) return undefined;
  if (operator === SyntaxKind.BarBarToken) return left.value ? left : of(node.right);
  if (operator === SyntaxKind.AmpersandAmpersandToken) return left.value ? of(node.right) : left;
  if (operator === SyntaxKind.QuestionQuestionToken) {
    return left.value === null || left.value === undefined ? of(node.right) : left;
  }
  const right = of(node.right);
  if (right === undefined) return undefined;
  switch (operator) {
    case SyntaxKind.PlusToken:
      return typeof left.value === 'number' && typeof right.value === 'number'
        ? { value: left.value + right.value }
        : { value: String(left.value) + String(right.value) };
    case SyntaxKind.EqualsEqualsEqualsToken:
      return { value: left.value === right.value };
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return { value: left.value !== right.value };
    default:
      return undefined;
  }
}
