import type { ts } from 'ts-morph';

/**
 * Whether something around a node, within its function, runs when the node throws: a `catch` or `finally`, or the disposal
 * of what a `using` before it holds.
 */
export function hasErrorHandling(compiler: typeof ts, node: ts.Node): boolean {
  return isInTry(compiler, node) || isAfterUsing(compiler, node);
}

function isInTry(compiler: typeof ts, node: ts.Node): boolean {
  let child = node;
  for (let { parent } = node; parent !== undefined && !compiler.isFunctionLike(parent); { parent } = parent) {
    if (compiler.isTryStatement(parent)) {
      if (child === parent.tryBlock) return true;
      if (child === parent.catchClause && parent.finallyBlock !== undefined) return true;
    }
    child = parent;
  }
  return false;
}

function isAfterUsing(compiler: typeof ts, node: ts.Node): boolean {
  const start = node.getStart();
  const holds = (list: ts.Node | undefined): boolean =>
    list !== undefined &&
    compiler.isVariableDeclarationList(list) &&
    // `await using` has this bit too, and that of `const`.
    (list.flags & compiler.NodeFlags.Using) !== 0 &&
    list.declarations.some((declaration) => declaration.end < start);
  for (let { parent } = node; parent !== undefined && !compiler.isFunctionLike(parent); { parent } = parent) {
    if (compiler.isForStatement(parent) || compiler.isForOfStatement(parent) || compiler.isForInStatement(parent)) {
      if (holds(parent.initializer)) return true;
    }
    const statements = compiler.isBlock(parent)
      ? parent.statements
      : compiler.isCaseBlock(parent)
        ? parent.clauses.flatMap((clause) => clause.statements)
        : [];
    if (statements.some((one) => compiler.isVariableStatement(one) && holds(one.declarationList))) return true;
  }
  return false;
}
