import type { ts } from 'ts-morph';
import type { MessageMethod } from '../../domain/message-call.ts';
import type { FileView, Rule } from '../../rule.ts';
import { shortText } from '../../syntax/short-text.ts';

const combinators: ReadonlySet<string> = new Set(['all', 'allSettled', 'any', 'race']);

const batches: Readonly<Record<MessageMethod, string>> = {
  enqueue: '`enqueue` in turn, or a few at a time',
  publish: '`publishBatch`',
  publishBatch: '`publishBatch` with all of them',
  send: '`sendBatch`, or `sendStream`',
  sendBatch: '`sendBatch` with all of them',
  sendStream: '`sendStream` with all of them',
};

/**
 * As many messages at once as a list has elements: every one holds memory, a scope and connections until the last is done,
 * and a list that grows takes the process with it.
 */
export const unboundedPromises: Rule = {
  id: 'CATGA3007',
  name: 'unbounded-promises',
  title: 'Messages handed over without bound',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    unbounded: {
      message: '`{call}` is called for every element of `{list}` at once, however many there are.',
      help: 'Use {batch}: they hand over a bounded number at a time.',
    },
  },
  options: {},
  file: (context) => ({
    enter: {
      CallExpression(node: ts.CallExpression) {
        const call = context.application.messageCall(node);
        if (call === undefined || call.method.endsWith('Batch') || call.method === 'sendStream') return;
        const list = unboundedList(context, node);
        if (list === undefined) return;
        context.report({
          message: 'unbounded',
          data: {
            call: `${shortText(node.expression)}(…)`,
            list: shortText(list),
            batch: batches[call.method],
          },
          at: node,
        });
      },
    },
  }),
};

/** The list that a call is made for each element of, where nothing waits between two elements. */
function unboundedList(view: FileView, call: ts.CallExpression): ts.Expression | undefined {
  const { ts } = view;
  const collected = collectedList(view, call);
  if (collected !== undefined) return isBounded(view, collected) ? undefined : collected;
  const callback = enclosingFunction(view, call);
  if (callback === undefined) return undefined;
  const { parent } = callback;
  // `Promise.all(list.map((one) => context.send(one)))`, in one expression or by way of a variable.
  if (
    !ts.isCallExpression(parent) ||
    parent.arguments[0] !== callback ||
    !ts.isPropertyAccessExpression(parent.expression) ||
    (parent.expression.name.text !== 'map' && parent.expression.name.text !== 'flatMap')
  ) {
    return undefined;
  }
  const list = parent.expression.expression;
  return isCombined(view, parent) && !isBounded(view, list) ? list : undefined;
}

/** `for (const one of list) promises.push(context.send(one));` */
function collectedList({ ts }: FileView, call: ts.CallExpression): ts.Expression | undefined {
  const { parent } = call;
  const isPushed =
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'push' &&
    parent.arguments.includes(call);
  if (!isPushed) return undefined;
  for (let node: ts.Node = parent; node !== undefined && !ts.isFunctionLike(node); node = node.parent) {
    if (!ts.isForOfStatement(node)) continue;
    // Something that waits in the loop, for a batch to be done say, may be the bound.
    return waits(ts, node.statement) ? undefined : node.expression;
  }
  return undefined;
}

function waits(compiler: typeof ts, node: ts.Node): boolean {
  if (compiler.isAwaitExpression(node)) return true;
  return !compiler.isFunctionLike(node) && compiler.forEachChild(node, (child) => waits(compiler, child)) === true;
}

/** The function that a call is the result of, or that awaits it. */
function enclosingFunction({ ts }: FileView, call: ts.Node): ts.ArrowFunction | ts.FunctionExpression | undefined {
  for (let { parent } = call; parent !== undefined; { parent } = parent) {
    if (ts.isArrowFunction(parent) || ts.isFunctionExpression(parent)) return parent;
    if (ts.isFunctionLike(parent) || ts.isClassLike(parent)) return undefined;
  }
  return undefined;
}

function isCombined(view: FileView, list: ts.Expression): boolean {
  const { ts, checker } = view;
  const { parent } = list;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) return isCombined(view, parent);
  if (ts.isCallExpression(parent)) {
    const callee = parent.expression;
    return (
      ts.isPropertyAccessExpression(callee) &&
      ts.isIdentifier(callee.expression) &&
      callee.expression.text === 'Promise' &&
      combinators.has(callee.name.text)
    );
  }
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  const symbol = checker.getSymbolAtLocation(parent.name);
  const { text } = parent.name;
  const combines = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node.text === text &&
      node !== parent.name &&
      checker.getSymbolAtLocation(node) === symbol &&
      isCombined(view, node)) ||
    ts.forEachChild(node, combines) === true;
  return combines(view.file);
}

/** Lists that say how long they are: written out, tuples, and slices. */
function isBounded(view: FileView, list: ts.Expression): boolean {
  const { ts, checker } = view;
  if (ts.isArrayLiteralExpression(list)) return !list.elements.some((element) => ts.isSpreadElement(element));
  if (ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression)) {
    const { name, expression } = list.expression;
    if ((name.text === 'slice' || name.text === 'splice') && list.arguments.length > 1) return true;
    if (name.text === 'filter' || name.text === 'toSorted') return isBounded(view, expression);
    return false;
  }
  const type = checker.getTypeAtLocation(list);
  if ((type.flags & ts.TypeFlags.Any) !== 0) return true;
  if (checker.isTupleType(type)) return true;
  const declaration = ts.isIdentifier(list) ? checker.getSymbolAtLocation(list)?.valueDeclaration : undefined;
  const initializer =
    declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer !== undefined && initializer !== list && isBounded(view, initializer);
}
