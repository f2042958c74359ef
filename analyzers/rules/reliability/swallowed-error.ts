import type { ts } from 'ts-morph';
import { runsPerMessage } from '../../domain/per-message.ts';
import type { Unit } from '../../domain/units.ts';
import type { FileContext, Rule } from '../../rule.ts';
import { functionOf } from '../../syntax/flow.ts';
import { isNoValue, rejectionHandling, swallows } from '../../syntax/swallowing.ts';

const kinds: ReadonlySet<Unit['kind']> = new Set<Unit['kind']>(['handler', 'behavior', 'validator', 'upcaster']);

/** The functions by which the runtime calls a unit: what they return is the outcome. */
const entries: ReadonlySet<string> = new Set(['handle', 'before', 'after', 'error', 'validate', 'upcast']);

/**
 * Errors that nobody sees again, in handlers and what stands around them: the message counts as handled. A comment that
 * gives a reason, in the place where the error goes, is taken for an answer.
 */
export const swallowedError: Rule = {
  id: 'CATGA5006',
  name: 'swallowed-error',
  title: 'Error swallowed while a message is handled',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    caught: {
      message: 'This `catch` lets the error vanish: {consequence}.',
      help: 'Throw it on, answer with `fail(…)`, or log it; where it does not matter, say why in a comment inside.',
    },
    rejected: {
      message: 'This `{method}` lets the rejection vanish: {consequence}.',
      help: 'Let it reject, or do something with the error; where it does not matter, say why in a comment inside.',
    },
    settled: {
      message: 'Nobody looks at what `Promise.allSettled` answers, and it never rejects: {consequence}.',
      help: 'Use `Promise.all`, or look for what was rejected.',
    },
    overridden: {
      message: 'This `return` in `finally` replaces whatever was thrown: {consequence}.',
      help: 'Return behind the `try` statement.',
    },
  },
  options: {},
  file(context) {
    const { application, ts } = context;
    const report = (message: string, at: ts.Node, method = ''): void => {
      const isHandler = application.unitOf(at)?.kind === 'handler';
      const consequence = isHandler
        ? 'the message counts as handled, and is not delivered again'
        : 'nobody learns of the failure';
      context.report({ message, data: { consequence, method }, at });
    };
    return {
      enter: {
        CatchClause(node: ts.CatchClause) {
          if (!swallows(context, node, (value) => answersSuccess(context, node, value))) return;
          if (runsPerMessage(context, node, kinds)) report('caught', keyword(context, node));
        },
        CallExpression(node: ts.CallExpression) {
          const callee = node.expression;
          if (!ts.isPropertyAccessExpression(callee)) return;
          const name = callee.name.text;
          if (name === 'allSettled') {
            if (isIgnoredSettling(context, node) && runsPerMessage(context, node, kinds)) report('settled', node);
            return;
          }
          if (name !== 'catch' && name !== 'then') return;
          const handler = node.arguments[name === 'catch' ? 0 : 1];
          if (handler === undefined || node.arguments.length > 2) return;
          const handling = rejectionHandling(context, handler);
          if (handling === 'something' || (handling === 'no value' && !isDropped(ts, node))) return;
          if (!isPromise(context, callee.expression) || !runsPerMessage(context, node, kinds)) return;
          report('rejected', handler, name);
        },
        ReturnStatement(node: ts.ReturnStatement) {
          if (isInFinally(ts, node) && runsPerMessage(context, node, kinds)) report('overridden', node);
        },
      },
    };
  },
};

/**
 * `ok(…)`, and nothing where the function is the handler itself: a helper may say by `undefined` that there is none, and a
 * query may have an answer to fall back on.
 */
function answersSuccess(context: FileContext, clause: ts.CatchClause, value: ts.Expression): boolean {
  const { ts } = context;
  if (ts.isCallExpression(value)) {
    const isOk = ts.isIdentifier(value.expression) && value.expression.text === 'ok';
    return isOk && (value.arguments.length === 0 || !handlesQueries(context, clause));
  }
  if (!isNoValue(ts, value) || !(ts.isIdentifier(value) || ts.isVoidExpression(value))) return false;
  const around = functionOf(ts, clause);
  return ts.isMethodDeclaration(around)
    ? entries.has(around.name.getText())
    : around.parent !== undefined && ts.isCallExpression(around.parent);
}

function handlesQueries({ application }: FileContext, node: ts.Node): boolean {
  const unit = application.unitOf(node);
  return unit?.kind === 'handler' && application.handledBy(unit.model).some(({ kind }) => kind === 'query');
}

/** `catch` itself: a finding on all of its block would hide what is in it. */
function keyword({ file }: FileContext, clause: ts.CatchClause): ts.Node {
  return clause.getFirstToken(file) ?? clause;
}

function isPromise({ checker }: FileContext, receiver: ts.Expression): boolean {
  return (
    checker.getPropertyOfType(checker.getNonNullableType(checker.getTypeAtLocation(receiver)), 'then') !== undefined
  );
}

/** Whether nobody reads what a call, or the promise it answers with, comes to. */
function isDropped(compiler: typeof ts, call: ts.Node): boolean {
  let node = call.parent;
  while (
    compiler.isAwaitExpression(node) ||
    compiler.isVoidExpression(node) ||
    compiler.isParenthesizedExpression(node)
  ) {
    node = node.parent;
  }
  return compiler.isExpressionStatement(node);
}

function isIgnoredSettling({ ts }: FileContext, call: ts.CallExpression): boolean {
  const callee = call.expression;
  const isOfPromise =
    ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === 'Promise';
  // Each of them may deal with its rejection itself.
  const dealsWithRejection = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) && node.name.text === 'catch') ||
    ts.isCatchClause(node) ||
    ts.forEachChild(node, dealsWithRejection) === true;
  return isOfPromise && isDropped(ts, call) && !call.arguments.some(dealsWithRejection);
}

function isInFinally(compiler: typeof ts, statement: ts.ReturnStatement): boolean {
  for (let node: ts.Node = statement; node.parent !== undefined; node = node.parent) {
    if (compiler.isFunctionLike(node)) return false;
    if (compiler.isTryStatement(node.parent) && node.parent.finallyBlock === node) return true;
  }
  return false;
}
