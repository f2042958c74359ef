import type { ts } from 'ts-morph';
import { contextInScope } from '../../domain/context-in-scope.ts';
import { leadsToFailure } from '../../domain/leads-to-failure.ts';
import type { MessageCall, MessageMethod } from '../../domain/message-call.ts';
import type { Unit } from '../../domain/units.ts';
import type { FileContext, Rule } from '../../rule.ts';
import type { Suggestible } from '../../syntax/suggestible.ts';

const sent =
  'it carries neither the cause nor the deadline on, and what it changes stays changed when this handler fails';
const published =
  'the event carries no cause, and goes out even when this handler fails, once more with each repetition';

const lost: Readonly<Record<MessageMethod, string>> = {
  send: sent,
  sendBatch: sent,
  sendStream: sent,
  publish: published,
  publishBatch: published,
  enqueue: 'the command carries no cause, and is stored even when this handler fails, once more with each repetition',
};

/** What a context has, too. */
const shared: ReadonlySet<MessageMethod> = new Set<MessageMethod>(['enqueue', 'publish', 'send']);

/**
 * A mediator in a handler, where the context belongs. Not in behaviors, which may stand outside the unit of work, and not
 * where the handler is about to fail: what is published through the context then is dropped, and that may not be meant.
 */
export const mediatorInHandler: Rule = {
  id: 'CATGA5001',
  name: 'mediator-in-handler',
  title: 'Mediator used in a handler',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  supersedes: ['CATGA2008'],
  messages: {
    used: {
      message: '`{call}` in the handler `{handler}` leaves the message that is being handled behind: {lost}.',
      help: 'Use `{context}.{method}`. The mediator is for the edges of a program: routes, timers, `main`.',
    },
    usedForMany: {
      message: '`{call}` in the handler `{handler}` leaves the message that is being handled behind: {lost}.',
      help: 'Hand the messages over one by one by `{context}.{single}`. The mediator is for the edges of a program: routes, timers, `main`.',
    },
    injected: {
      message:
        'A mediator is injected into the handler `{handler}`; what is handed to it leaves the message that is being handled behind: its cause, its deadline, its unit of work.',
      help: 'Take the context, the second parameter of the handler, instead. The mediator is for the edges of a program: routes, timers, `main`.',
    },
  },
  options: {},
  file(context) {
    const { application } = context;
    const calling = new Set<Unit>();
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          const unit = application.unitOf(node);
          if (unit?.kind !== 'handler') return;
          const call = application.messageCall(node);
          if (call?.receiver !== 'mediator') return;
          calling.add(unit);
          if (!leadsToFailure(context, node)) reportCall(context, unit, call);
        },
      },
      end() {
        for (const unit of application.units) {
          if (unit.kind !== 'handler' || calling.has(unit)) continue;
          for (const at of injectedInto(context, unit)) {
            context.report({ message: 'injected', data: { handler: unit.model.exportName }, at });
          }
        }
      },
    };
  },
};

function reportCall(context: FileContext, unit: Unit, { node, method }: MessageCall): void {
  const callee = node.expression;
  const visible = contextInScope(context, node);
  const name = visible ?? 'context';
  const suggestions: Suggestible[] = [];
  if (visible !== undefined && shared.has(method) && context.ts.isPropertyAccessExpression(callee)) {
    const edit = { start: callee.getStart(), end: callee.name.getStart(), text: `${visible}.` };
    suggestions.push({ message: `Use \`${visible}.${method}\`.`, edits: [edit] });
  }
  context.report({
    message: shared.has(method) ? 'used' : 'usedForMany',
    data: {
      call: `${callee.getText().replaceAll(/\s*\n\s*/g, '')}(…)`,
      handler: unit.model.exportName,
      lost: lost[method],
      context: name,
      method,
      single: method === 'publishBatch' ? 'publish' : 'send',
    },
    at: node,
    suggestions,
  });
}

/** The constructor parameters of a class, or the dependencies of a function, that are mediators. */
function injectedInto({ ts, checker }: FileContext, { node }: Unit): readonly ts.Node[] {
  if (ts.isClassLike(node)) {
    const constructor = node.members.find((member) => ts.isConstructorDeclaration(member));
    return constructor?.parameters.filter((each) => isMediator(checker, checker.getTypeAtLocation(each))) ?? [];
  }
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return [];
  const dependencies = functionIn(ts, node.initializer)?.parameters[2];
  if (dependencies === undefined) return [];
  const { name } = dependencies;
  if (ts.isObjectBindingPattern(name)) {
    return name.elements.filter((each) => isMediator(checker, checker.getTypeAtLocation(each)));
  }
  const type = checker.getTypeAtLocation(dependencies);
  const hasMediator = checker
    .getPropertiesOfType(type)
    .some((each) => isMediator(checker, checker.getTypeOfSymbolAtLocation(each, dependencies)));
  return hasMediator ? [dependencies] : [];
}

/** The function of `handler(…)`, `handler<M>(…) satisfies …` and the like. */
function functionIn(
  compiler: typeof ts,
  expression: ts.Expression,
): ts.ArrowFunction | ts.FunctionExpression | undefined {
  if (compiler.isArrowFunction(expression) || compiler.isFunctionExpression(expression)) return expression;
  if (compiler.isCallExpression(expression)) {
    const [first] = expression.arguments;
    return first === undefined ? undefined : functionIn(compiler, first);
  }
  return compiler.isParenthesizedExpression(expression) ||
    compiler.isAsExpression(expression) ||
    compiler.isSatisfiesExpression(expression)
    ? functionIn(compiler, expression.expression)
    : undefined;
}

function isMediator(checker: ts.TypeChecker, type: ts.Type): boolean {
  return ['send', 'publish', 'enqueue', 'sendStream'].every(
    (method) => checker.getPropertyOfType(type, method) !== undefined,
  );
}
