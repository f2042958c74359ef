import type { ts } from 'ts-morph';
import type { MessageCall } from '../../domain/message-call.ts';
import type { FileView, Rule } from '../../rule.ts';
import { shortText } from '../../syntax/short-text.ts';

/**
 * A `send` that is awaited and whose `Result` nobody looks at. `send` never rejects: a handler that failed is a value, and
 * what follows runs as if it had not.
 */
export const ignoredResult: Rule = {
  id: 'CATGA3006',
  name: 'ignored-result',
  title: 'Result of a send that nobody looks at',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    ignored: {
      message: 'Nobody looks at the `Result` of `{call}`: `send` never rejects, so a failure goes unnoticed.',
      help: 'Look at `ok` before going on, return the result, or write `void` before `await` if its outcome does not matter.',
    },
    unread: {
      message: 'Nobody looks at `{name}`, the `Result` of `{call}`: `send` never rejects, so a failure goes unnoticed.',
      help: 'Look at `{name}.ok` before going on, or return the result.',
    },
  },
  options: {},
  file: (context) => ({
    enter: {
      AwaitExpression(node: ts.AwaitExpression) {
        const call = sentBy(context, node.expression);
        if (call === undefined) return;
        const data = { call: `${shortText(call.node.expression)}(…)` };
        const holder = holderOf(context, node);
        if (holder === 'dropped') context.report({ message: 'ignored', data, at: call.node });
        else if (holder !== undefined && isUnread(context, holder)) {
          context.report({ message: 'unread', data: { ...data, name: holder.text }, at: holder });
        }
      },
    },
  }),
};

/** The `send` or `sendBatch` that an awaited expression is. */
function sentBy({ ts, application }: FileView, expression: ts.Expression): MessageCall | undefined {
  if (!ts.isCallExpression(expression)) return undefined;
  const call = application.messageCall(expression);
  return call?.method === 'send' || call?.method === 'sendBatch' ? call : undefined;
}

/** Where a value goes: nowhere, or into a variable of its own. `undefined`: somewhere else, which may look at it. */
function holderOf(view: FileView, node: ts.Expression): ts.Identifier | 'dropped' | undefined {
  const { ts } = view;
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return holderOf(view, parent);
  if (ts.isExpressionStatement(parent)) return 'dropped';
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** Whether a variable is never read: exported ones may be read elsewhere. */
function isUnread({ ts, checker, file }: FileView, name: ts.Identifier): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const statement = name.parent.parent.parent;
  const isExported =
    ts.isVariableStatement(statement) &&
    (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (symbol === undefined || isExported) return false;
  const reads = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node !== name &&
      node.text === name.text &&
      (checker.getSymbolAtLocation(node) === symbol ||
        (ts.isShorthandPropertyAssignment(node.parent) &&
          checker.getShorthandAssignmentValueSymbol(node.parent) === symbol) ||
        ts.isExportSpecifier(node.parent))) ||
    ts.forEachChild(node, reads) === true;
  return !reads(file);
}
