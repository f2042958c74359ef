import type { ts } from 'ts-morph';

/** A loop as the compiler has it, with what decides whether it goes on. */
export type Loop = ts.DoStatement | ts.ForStatement | ts.WhileStatement;

/**
 * Whether a loop does nothing but wait: it looks at the clock until it is late enough, or at something that cannot change
 * while it runs. Loops that call anything, wait, or leave early are work.
 */
export function isSpinning(compiler: typeof ts, loop: Loop): boolean {
  const condition = compiler.isForStatement(loop) ? loop.condition : loop.expression;
  if (condition === undefined) return false;
  const parts = [
    condition,
    loop.statement,
    ...(compiler.isForStatement(loop) && loop.incrementor ? [loop.incrementor] : []),
  ];
  const seen = { clockReads: 0, works: false, changes: false };
  const clocked = new Set<string>();
  const look = (node: ts.Node): void => {
    if (isClockRead(compiler, node)) {
      seen.clockReads++;
      return;
    }
    if (isWork(compiler, node)) seen.works = true;
    if (isChange(compiler, node)) {
      seen.changes = true;
      if (compiler.isBinaryExpression(node) && compiler.isIdentifier(node.left) && readsClock(compiler, node.right)) {
        clocked.add(node.left.text);
      }
    }
    compiler.forEachChild(node, look);
  };
  for (const part of parts) look(part);
  if (seen.works) return false;
  if (seen.clockReads > 0) return readsClock(compiler, condition) || mentions(compiler, condition, clocked);
  return !seen.changes && isEmpty(compiler, loop.statement) && readsState(compiler, condition);
}

function isWork(compiler: typeof ts, node: ts.Node): boolean {
  return (
    compiler.isCallExpression(node) ||
    compiler.isNewExpression(node) ||
    compiler.isTaggedTemplateExpression(node) ||
    compiler.isAwaitExpression(node) ||
    compiler.isYieldExpression(node) ||
    compiler.isReturnStatement(node) ||
    compiler.isThrowStatement(node) ||
    compiler.isBreakStatement(node)
  );
}

function isChange(compiler: typeof ts, node: ts.Node): boolean {
  if (compiler.isDeleteExpression(node)) return true;
  if (compiler.isPrefixUnaryExpression(node) || compiler.isPostfixUnaryExpression(node)) {
    return node.operator === compiler.SyntaxKind.PlusPlusToken || node.operator === compiler.SyntaxKind.MinusMinusToken;
  }
  return (
    compiler.isBinaryExpression(node) &&
    node.operatorToken.kind >= compiler.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= compiler.SyntaxKind.LastAssignment
  );
}

const clocks = /^(?:(?:globalThis\.)?(?:Date|performance)\.now|process\.(?:hrtime(?:\.bigint)?|uptime))$/;

/** `Date.now()`, `performance.now()`, `process.hrtime()`, `new Date()` with whatever is made of it. */
function isClockRead(compiler: typeof ts, node: ts.Node): boolean {
  if (compiler.isCallExpression(node)) {
    const callee = node.expression;
    if (clocks.test(callee.getText())) return true;
    return compiler.isPropertyAccessExpression(callee) && isNewDate(compiler, callee.expression);
  }
  return isNewDate(compiler, node);
}

function isNewDate(compiler: typeof ts, node: ts.Node): boolean {
  const inner = compiler.isParenthesizedExpression(node) ? node.expression : node;
  return (
    compiler.isNewExpression(inner) && inner.expression.getText() === 'Date' && (inner.arguments ?? []).length === 0
  );
}

function readsClock(compiler: typeof ts, node: ts.Node): boolean {
  return isClockRead(compiler, node) || compiler.forEachChild(node, (child) => readsClock(compiler, child)) === true;
}

function mentions(compiler: typeof ts, node: ts.Node, names: ReadonlySet<string>): boolean {
  if (compiler.isIdentifier(node)) return names.has(node.text);
  return compiler.forEachChild(node, (child) => mentions(compiler, child, names)) === true;
}

/** `while (true);` aside, which is a bug of another kind: there is something that the loop looks at. */
function readsState(compiler: typeof ts, node: ts.Node): boolean {
  if (compiler.isIdentifier(node) || node.kind === compiler.SyntaxKind.ThisKeyword) return true;
  return compiler.forEachChild(node, (child) => readsState(compiler, child)) === true;
}

function isEmpty(compiler: typeof ts, statement: ts.Statement): boolean {
  return (
    compiler.isEmptyStatement(statement) ||
    (compiler.isBlock(statement) && statement.statements.every((each) => isEmpty(compiler, each)))
  );
}
