import type { ts } from 'ts-morph';
import type { Suggestible } from './suggestible.ts';

/** Ways to deal with a statement whose promise goes nowhere: `await` it where that is possible, or say `void`. */
export function keepPromise(compiler: typeof ts, statement: ts.ExpressionStatement): readonly Suggestible[] {
  const { expression } = statement;
  const start = expression.getStart();
  const end = expression.getEnd();
  const needsParentheses = bindsLooser(compiler, expression);
  const prefixed = (keyword: string): Suggestible['edits'] => [
    { start, end: start, text: needsParentheses ? `${keyword} (` : `${keyword} ` },
    ...(needsParentheses ? [{ start: end, end, text: ')' }] : []),
  ];
  return [
    ...(mayAwait(compiler, statement) ? [{ message: 'Wait for it with `await`.', edits: prefixed('await') }] : []),
    { message: 'Say with `void` that the outcome does not matter.', edits: prefixed('void') },
  ];
}

/** Whether `await` may stand at a node: in an async function, or at the top level of a module. */
export function mayAwait(compiler: typeof ts, node: ts.Node): boolean {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (compiler.isClassStaticBlockDeclaration(parent)) return false;
    if (compiler.isFunctionLike(parent)) {
      return (
        compiler.canHaveModifiers(parent) &&
        (compiler.getModifiers(parent) ?? []).some(({ kind }) => kind === compiler.SyntaxKind.AsyncKeyword)
      );
    }
  }
  return compiler.isExternalModule(node.getSourceFile());
}

/** Whether a prefix operator before an expression would take a part of it only. */
function bindsLooser(compiler: typeof ts, expression: ts.Expression): boolean {
  return (
    compiler.isBinaryExpression(expression) ||
    compiler.isConditionalExpression(expression) ||
    compiler.isArrowFunction(expression) ||
    compiler.isYieldExpression(expression) ||
    compiler.isAsExpression(expression) ||
    compiler.isSatisfiesExpression(expression)
  );
}
