import type { ts } from 'ts-morph';
import type { MessageMethod } from '../../domain/message-call.ts';
import { keepPromise } from '../../syntax/keep-promise.ts';
import type { FileView, Rule } from '../../rule.ts';

type DroppableMethod = Exclude<MessageMethod, 'sendStream'>;

const lost: Readonly<Record<DroppableMethod, string>> = {
  send: 'nobody sees its `Result`, so a failure goes unnoticed, and what follows runs before the handler has',
  sendBatch: 'nobody sees the results, so failures go unnoticed, and what follows runs before the handlers have',
  publish:
    'failures of its handlers go unnoticed, and a reliable event is lost if the process ends before it is stored',
  publishBatch:
    'failures of handlers go unnoticed, and reliable events are lost if the process ends before they are stored',
  enqueue: 'the command is lost if the process ends, or the store refuses it, before it is stored',
};

const combinators: ReadonlySet<string> = new Set(['all', 'allSettled', 'any', 'race']);

/**
 * A promise of `send`, `publish` or `enqueue` that nobody awaits. The same statements count as handled as in
 * typescript-eslint's `no-floating-promises` with its defaults; only promises of messages are looked at.
 */
export const floatingMessagePromise: Rule = {
  id: 'CATGA3001',
  name: 'floating-message-promise',
  title: 'Message promise not awaited',
  severity: 'error',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  supersedes: ['CATGA3002'],
  messages: {
    dropped: {
      message: 'The promise of `{call}` is dropped: {lost}.',
      help: 'Await or return it, handle its rejection, or write `void` before it if the outcome does not matter.',
    },
  },
  options: {},
  file: (context) => ({
    enter: {
      ExpressionStatement(node: ts.ExpressionStatement) {
        const dropped = droppedCall(context, node.expression);
        if (dropped === undefined) return;
        const { node: call, method } = dropped;
        context.report({
          message: 'dropped',
          data: { call: callText(call), lost: lost[method] },
          at: call,
          about: node,
          suggestions: keepPromise(context.ts, node.expression),
        });
      },
    },
  }),
};

interface DroppedCall {
  readonly node: ts.CallExpression;
  readonly method: DroppableMethod;
}

/** The first message call inside `expression` whose promise goes nowhere when the expression's value is dropped. */
function droppedCall(context: FileView, expression: ts.Expression): DroppedCall | undefined {
  const { ts } = context;
  const first = (...parts: readonly ts.Expression[]): DroppedCall | undefined => {
    for (const part of parts) {
      const found = droppedCall(context, part);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isTypeAssertionExpression(expression)
  ) {
    return first(expression.expression);
  }
  if (ts.isConditionalExpression(expression)) return first(expression.whenTrue, expression.whenFalse);
  if (ts.isBinaryExpression(expression)) {
    return isValueOfBothSides(ts, expression.operatorToken.kind) ? first(expression.left, expression.right) : undefined;
  }
  if (ts.isArrayLiteralExpression(expression)) return first(...expression.elements);
  if (ts.isSpreadElement(expression)) return first(expression.expression);
  // `await`, `void`, an assignment and the like: the promise has gone somewhere.
  return ts.isCallExpression(expression) ? droppedByCall(context, expression, first) : undefined;
}

function droppedByCall(
  context: FileView,
  call: ts.CallExpression,
  first: (...parts: readonly ts.Expression[]) => DroppedCall | undefined,
): DroppedCall | undefined {
  const { application, ts } = context;
  const message = application.messageCall(call);
  if (message !== undefined && message.method !== 'sendStream') return { node: call, method: message.method };
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  switch (callee.name.text) {
    case 'then':
      return isFunction(context, call.arguments[1]) ? undefined : first(callee.expression);
    case 'catch':
      return isFunction(context, call.arguments[0]) ? undefined : first(callee.expression);
    case 'finally':
      return first(callee.expression);
    default: {
      const isCombinator =
        ts.isIdentifier(callee.expression) && callee.expression.text === 'Promise' && combinators.has(callee.name.text);
      return isCombinator ? first(...call.arguments) : undefined;
    }
  }
}

/** `.catch(undefined)` handles nothing; whether something else does is for the checker to say. */
function isFunction({ ts, checker }: FileView, handler: ts.Expression | undefined): boolean {
  if (handler === undefined) return false;
  const type = checker.getTypeAtLocation(handler);
  // What comes from generated modules, which the scan does not see, is `any`: no reason for an alarm.
  if ((type.flags & ts.TypeFlags.Any) !== 0) return true;
  return checker.getNonNullableType(type).getCallSignatures().length > 0;
}

function isValueOfBothSides(compiler: typeof ts, operator: ts.SyntaxKind): boolean {
  return (
    operator === compiler.SyntaxKind.AmpersandAmpersandToken ||
    operator === compiler.SyntaxKind.BarBarToken ||
    operator === compiler.SyntaxKind.QuestionQuestionToken ||
    operator === compiler.SyntaxKind.CommaToken
  );
}

function callText(call: ts.CallExpression): string {
  return `${call.expression.getText().replaceAll(/\s*\n\s*/g, '')}(…)`;
}
