import type { ts } from 'ts-morph';

/** The nearest function around a node, or the file. */
export function functionOf(compiler: typeof ts, node: ts.Node): ts.Node {
  let parent = node.parent;
  while (!compiler.isFunctionLike(parent) && !compiler.isSourceFile(parent)) parent = parent.parent;
  return parent;
}

/** Whether a node lies in another, or is it. */
export function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return outer.pos <= node.pos && node.end <= outer.end;
}

/** The loops around a node in its function, the innermost first. */
export function loopsAround(compiler: typeof ts, node: ts.Node): readonly ts.IterationStatement[] {
  const found: ts.IterationStatement[] = [];
  const limit = functionOf(compiler, node);
  for (let parent = node.parent; parent !== limit; parent = parent.parent) {
    if (compiler.isIterationStatement(parent, false)) found.push(parent);
  }
  return found;
}

/**
 * Whether the code at `later`, which stands behind `earlier`, can run after it: the two are not in alternatives of each
 * other, and nothing between them always leaves.
 */
export function mayFollow(compiler: typeof ts, earlier: ts.Node, later: ts.Node): boolean {
  let below = earlier;
  while (!isWithin(later, below.parent)) {
    if (leaves(compiler, below, later)) return false;
    below = below.parent;
  }
  if (leaves(compiler, below, later)) return false;
  const { parent } = below;
  if (compiler.isIfStatement(parent)) return below === parent.expression;
  if (compiler.isConditionalExpression(parent)) return below === parent.condition;
  if (compiler.isCaseBlock(parent)) return false;
  if (compiler.isTryStatement(parent)) return parent.finallyBlock !== undefined && isWithin(later, parent.finallyBlock);
  return true;
}

/**
 * Whether one run of a function can come by two nodes, in whichever order they stand. A callback that a list's method calls
 * in place is part of the function around it.
 */
export function mayBothRun(compiler: typeof ts, one: ts.Node, other: ts.Node): boolean {
  const [earlier, later] = one.pos < other.pos ? [one, other] : [other, one];
  for (const first of inPlace(compiler, earlier)) {
    for (const second of inPlace(compiler, later)) {
      if (functionOf(compiler, first) !== functionOf(compiler, second)) continue;
      return isWithin(second, first) || mayFollow(compiler, first, second);
    }
  }
  return false;
}

const callsInPlace: ReadonlySet<string> = new Set(['flatMap', 'forEach', 'map']);

/** A node, and the calls of list methods around it whose callback it is in, the innermost first. */
function inPlace(compiler: typeof ts, node: ts.Node): readonly ts.Node[] {
  const callback = functionOf(compiler, node);
  const call = callback.parent;
  const isInPlace =
    call !== undefined &&
    compiler.isCallExpression(call) &&
    call.arguments[0] === callback &&
    compiler.isPropertyAccessExpression(call.expression) &&
    callsInPlace.has(call.expression.name.text);
  return isInPlace ? [node, ...inPlace(compiler, call)] : [node];
}

/** Whether the code at a node can come by once more in a loop around it. */
export function mayRepeat(compiler: typeof ts, node: ts.Node, loop: ts.IterationStatement): boolean {
  for (let below = node; below.parent !== loop; below = below.parent) {
    if (compiler.isReturnStatement(below) || compiler.isThrowStatement(below)) return false;
    if (behind(compiler, below).some((statement) => isExit(compiler, statement, true))) return false;
  }
  return true;
}

/** Whether `node`, or a statement behind it in the same list and before `later`, never lets `later` run. */
function leaves(compiler: typeof ts, node: ts.Node, later: ts.Node): boolean {
  const isJump = (statement: ts.Node): boolean => {
    if (compiler.isReturnStatement(statement) || compiler.isThrowStatement(statement)) return true;
    if (!compiler.isContinueStatement(statement) && !compiler.isBreakStatement(statement)) return false;
    const target = jumpTarget(compiler, statement);
    return target !== undefined && isWithin(later, target);
  };
  return isJump(node) || behind(compiler, node).some((statement) => statement.end <= later.pos && isJump(statement));
}

function isExit(compiler: typeof ts, statement: ts.Node, withBreak: boolean): boolean {
  return (
    compiler.isReturnStatement(statement) ||
    compiler.isThrowStatement(statement) ||
    (withBreak && compiler.isBreakStatement(statement))
  );
}

/** The loop or `switch` that an unlabeled `break` or `continue` is about. */
function jumpTarget(compiler: typeof ts, jump: ts.BreakOrContinueStatement): ts.Node | undefined {
  if (jump.label !== undefined) return undefined;
  for (let parent: ts.Node = jump.parent; !compiler.isFunctionLike(parent); parent = parent.parent) {
    if (compiler.isSourceFile(parent)) return undefined;
    if (compiler.isIterationStatement(parent, false)) return parent;
    if (compiler.isSwitchStatement(parent) && compiler.isBreakStatement(jump)) return parent;
  }
  return undefined;
}

/** The statements behind one in its list. */
function behind(compiler: typeof ts, node: ts.Node): readonly ts.Statement[] {
  const { parent } = node;
  if (!compiler.isBlock(parent) && !compiler.isCaseOrDefaultClause(parent) && !compiler.isSourceFile(parent)) return [];
  const index = parent.statements.findIndex((statement) => statement === node);
  return index < 0 ? [] : parent.statements.slice(index + 1);
}
