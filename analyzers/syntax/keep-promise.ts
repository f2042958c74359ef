import type { ts } from 'ts-morph';
import { mayAwait } from './async-function.ts';
import { withoutParentheses } from './parentheses.ts';
import type { Suggestible } from './suggestible.ts';

/**
 * Ways to deal with an expression whose promise goes nowhere: `await` it where that is possible, or say `void`, where that
 * counts as dealing with it.
 */
export function keepPromise(
  compiler: typeof ts,
  expression: ts.Expression,
  { offerVoid = true }: { readonly offerVoid?: boolean } = {},
): readonly Suggestible[] {
  const waiting = mayAwait(compiler, expression)
    ? [{ message: 'Wait for it with `await`.', edits: withPrefix(compiler, expression, 'await') }]
    : [];
  if (!offerVoid) return waiting;
  const message = 'Say with `void` that the outcome does not matter.';
  return [...waiting, { message, edits: withPrefix(compiler, expression, 'void') }];
}

/** Puts a keyword before an expression, in the place of a `void`, and around it parentheses where it needs them. */
function withPrefix(compiler: typeof ts, expression: ts.Expression, keyword: 'await' | 'void'): Suggestible['edits'] {
  const start = expression.getStart();
  const end = expression.getEnd();
  const inner = withoutParentheses(compiler, expression);
  if (compiler.isVoidExpression(inner)) {
    return [{ start: inner.getStart(), end: inner.getStart() + 'void'.length, text: keyword }];
  }
  if (!bindsLooser(compiler, expression)) return [{ start, end: start, text: `${keyword} ` }];
  return [
    { start, end: start, text: `${keyword} (` },
    { start: end, end, text: ')' },
  ];
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
