import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';
import { givesReason } from './comments.ts';

type View = Pick<FileView, 'checker' | 'file' | 'ts'>;

/**
 * Whether a `catch` lets the error vanish: it neither looks at it, nor throws, nor calls, changes or answers anything.
 *
 * @param answersSuccess - Whether an expression that is returned says that all went well.
 */
export function swallows(
  view: View,
  clause: ts.CatchClause,
  answersSuccess: (value: ts.Expression) => boolean,
): boolean {
  const { file, ts } = view;
  const { block } = clause;
  const names = namesIn(ts, clause.variableDeclaration?.name);
  const handles = (node: ts.Node): boolean => {
    if (ts.isReturnStatement(node)) return node.expression !== undefined && !answersSuccess(node.expression);
    if (ts.isIdentifier(node) && names.has(node.text)) return true;
    return isDeed(ts, node) || ts.forEachChild(node, handles) === true;
  };
  if (ts.forEachChild(block, handles) === true || givesReason(ts, file, block.getStart(file) + 1, block.end - 1))
    return false;
  return block.statements.length > 0 || !isFollowedByFailure(ts, clause.parent);
}

function isDeed(compiler: typeof ts, node: ts.Node): boolean {
  if (compiler.isPrefixUnaryExpression(node) || compiler.isPostfixUnaryExpression(node)) {
    return node.operator === compiler.SyntaxKind.PlusPlusToken || node.operator === compiler.SyntaxKind.MinusMinusToken;
  }
  if (compiler.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return operator >= compiler.SyntaxKind.FirstAssignment && operator <= compiler.SyntaxKind.LastAssignment;
  }
  return (
    compiler.isThrowStatement(node) ||
    compiler.isBreakStatement(node) ||
    compiler.isCallExpression(node) ||
    compiler.isNewExpression(node) ||
    compiler.isTaggedTemplateExpression(node) ||
    compiler.isAwaitExpression(node) ||
    compiler.isYieldExpression(node) ||
    compiler.isDeleteExpression(node)
  );
}

/** `try { return parse(text); } catch {} return fallback;`: what comes behind is what happens on failure. */
function isFollowedByFailure(compiler: typeof ts, statement: ts.TryStatement): boolean {
  const last = statement.tryBlock.statements.at(-1);
  const leaves =
    last !== undefined &&
    (compiler.isReturnStatement(last) || compiler.isBreakStatement(last) || compiler.isContinueStatement(last));
  if (!leaves) return false;
  const { parent } = statement;
  return compiler.isBlock(parent) && parent.statements.at(-1) !== statement;
}

function namesIn(compiler: typeof ts, name: ts.BindingName | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (each: ts.BindingName): void => {
    if (compiler.isIdentifier(each)) found.add(each.text);
    else for (const element of each.elements) if (compiler.isBindingElement(element)) look(element.name);
  };
  if (name !== undefined) look(name);
  return found;
}

/** What a handler of rejections does with them: nothing at all, answers nothing, or something. */
export function rejectionHandling(view: View, handler: ts.Expression): 'nothing' | 'no value' | 'something' {
  const { checker, file, ts } = view;
  if (ts.isIdentifier(handler)) {
    if (handler.text === 'noop') return 'nothing';
    const declaration = checker.getSymbolAtLocation(handler)?.valueDeclaration;
    const body =
      declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    return body !== undefined && isEmptyFunction(view, body) ? 'nothing' : 'something';
  }
  if (isEmptyFunction(view, handler)) return 'nothing';
  if (!ts.isArrowFunction(handler) || ts.isBlock(handler.body)) return 'something';
  const isNothing = isNoValue(ts, handler.body) && !givesReason(ts, file, handler.pos, handler.end);
  return isNothing ? 'no value' : 'something';
}

function isEmptyFunction({ ts }: View, node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isFunctionDeclaration(node)) return false;
  const { body } = node;
  if (body === undefined || !ts.isBlock(body)) return false;
  const isEmpty = body.statements.every(
    (statement) =>
      ts.isEmptyStatement(statement) ||
      (ts.isReturnStatement(statement) && (statement.expression === undefined || isNoValue(ts, statement.expression))),
  );
  const source = node.getSourceFile();
  return isEmpty && !givesReason(ts, source, body.getStart(source) + 1, body.end - 1);
}

/** `undefined`, `null`, `void 0`, `false`, `{}` in an arrow's parentheses. */
export function isNoValue(compiler: typeof ts, value: ts.Expression): boolean {
  return (
    (compiler.isIdentifier(value) && value.text === 'undefined') ||
    value.kind === compiler.SyntaxKind.NullKeyword ||
    value.kind === compiler.SyntaxKind.FalseKeyword ||
    value.kind === compiler.SyntaxKind.TrueKeyword ||
    compiler.isVoidExpression(value)
  );
}
