import type { ts } from 'ts-morph';
import type { NodeEdit } from '../rule.ts';
import { withoutParentheses } from './parentheses.ts';

/** Takes `await` away from an expression, and puts parentheses around what is left where it would begin something else. */
export function removeAwait(
  compiler: typeof ts,
  node: ts.AwaitExpression,
  { ofStatements = true }: { readonly ofStatements?: boolean } = {},
): readonly NodeEdit[] {
  const operand = withoutParentheses(compiler, node.expression);
  const first = /^(?:\{|class\b|function\b)/.exec(node.getSourceFile().text.slice(node.expression.getStart()));
  const isMistaken =
    (first?.[0] === '{' &&
      begins(node, (parent, child) => compiler.isArrowFunction(parent) && parent.body === child)) ||
    (ofStatements && first !== null && begins(node, (parent) => compiler.isExpressionStatement(parent)));
  const [start, end] = [operand.getStart(), operand.getEnd()];
  return [
    removeKeyword(node.getSourceFile(), node.getStart()),
    ...(isMistaken
      ? [
          { start, end: start, text: '(' },
          { start: end, end, text: ')' },
        ]
      : []),
  ];
}

/** Takes the keyword `await` away that stands at an offset, and the space behind it. */
export function removeKeyword({ text }: ts.SourceFile, start: number): NodeEdit {
  const end = start + 'await'.length;
  const space = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + space, text: '' };
}

/** Whether a node is what something around it begins with. */
function begins(node: ts.Node, isIt: (parent: ts.Node, child: ts.Node) => boolean): boolean {
  const start = node.getStart();
  for (let child = node; child.parent !== undefined; child = child.parent) {
    if (isIt(child.parent, child)) return true;
    if (child.parent.getStart() !== start) return false;
  }
  return false;
}
