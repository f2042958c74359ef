import type { ts } from 'ts-morph';
import type { MessageCall } from '../../domain/message-call.ts';
import { functionOf, isWithin, loopsAround, mayFollow, mayRepeat } from '../../syntax/flow.ts';
import { mutationsOf, type Mutation } from '../../syntax/mutations.ts';
import type { FileContext, Rule } from '../../rule.ts';

const past: Readonly<Record<MessageCall['method'], string>> = {
  enqueue: 'enqueued',
  publish: 'published',
  publishBatch: 'published',
  send: 'sent',
  sendBatch: 'sent',
  sendStream: 'sent',
};

/**
 * A message that is changed when it has been handed over: messages travel by reference within a process, and what a handler
 * publishes or enqueues is stored when it has ended. Queries that have been answered are over, and may be used again.
 */
export const mutatedAfterPublish: Rule = {
  id: 'CATGA5005',
  name: 'mutated-after-publish',
  title: 'Message changed after it was handed over',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    changed: {
      message:
        '`{changed}` changes a message that has been {past}: who handles it may see it before, after or in between.',
      help: 'Change it before it is handed over, or make a message of its own.',
    },
    repeated: {
      message:
        '`{changed}` changes a message that has been {past} the last time around: every round hands over the same object.',
      help: 'Make the message inside the loop.',
    },
  },
  options: {},
  file(context) {
    const reported = new Set<ts.Node>();
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          const call = context.application.messageCall(node);
          if (call?.message === undefined || isAnswered(context, call)) return;
          for (const variable of variablesIn(context, call.message)) {
            for (const [mutation, message] of changesAfter(context, call, variable)) {
              if (reported.has(mutation.node)) continue;
              reported.add(mutation.node);
              context.report({
                message,
                data: { changed: mutation.shown, past: past[call.method] },
                at: mutation.node,
                related: [{ position: context.positionOf(node), message: `${past[call.method]} here` }],
              });
            }
          }
        },
      },
    };
  },
};

/** A query whose answer has been waited for. */
function isAnswered({ application, checker, ts }: FileContext, { message, method, node }: MessageCall): boolean {
  if (method !== 'send' || message === undefined || !ts.isAwaitExpression(node.parent)) return false;
  const known = application.messageOf(message)?.kind;
  if (known !== undefined) return known === 'query';
  const contract = checker.getPropertyOfType(checker.getTypeAtLocation(message), '~catga');
  const kind = contract && checker.getPropertyOfType(checker.getTypeOfSymbolAtLocation(contract, message), 'kind');
  const type = kind && checker.getTypeOfSymbolAtLocation(kind, message);
  return type?.isStringLiteral() === true && type.value === 'query';
}

/** The local variables that hold a message, or what is passed to its constructor as it is. */
function variablesIn(context: FileContext, expression: ts.Expression): ReadonlySet<ts.Symbol> {
  const { checker, ts } = context;
  const found = new Set<ts.Symbol>();
  const look = (node: ts.Expression, isMade: boolean): void => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const declaration = symbol?.valueDeclaration;
      if (symbol === undefined || declaration === undefined || !isLocal(ts, declaration, expression)) return;
      found.add(symbol);
      const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
      if (!isMade && made !== undefined) look(made, true);
    } else if (ts.isArrayLiteralExpression(node) && !isMade) for (const element of node.elements) look(element, false);
    else if (ts.isObjectLiteralExpression(node)) for (const property of node.properties) lookAt(property);
    else if (ts.isCallExpression(node) && node.arguments[0] !== undefined && isConstructor(context, node)) {
      if (ts.isObjectLiteralExpression(node.arguments[0])) look(node.arguments[0], true);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
      look(node.expression, isMade);
    }
  };
  const lookAt = (property: ts.ObjectLiteralElementLike): void => {
    if (ts.isPropertyAssignment(property)) {
      if (ts.isIdentifier(property.initializer)) look(property.initializer, true);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      const symbol = checker.getShorthandAssignmentValueSymbol(property);
      const declaration = symbol?.valueDeclaration;
      if (symbol && declaration && isLocal(ts, declaration, expression)) found.add(symbol);
    }
  };
  look(expression, false);
  return found;
}

/** A call of a generated constructor: it copies the members, not what they hold. */
function isConstructor({ application }: FileContext, call: ts.CallExpression): boolean {
  return application.generated.nameOf(call.expression) !== undefined;
}

function isLocal(compiler: typeof ts, declaration: ts.Node, use: ts.Node): boolean {
  return isWithin(declaration, functionOf(compiler, use));
}

type Change = readonly [mutation: Mutation, message: 'changed' | 'repeated'];

function changesAfter(context: FileContext, { node }: MessageCall, variable: ts.Symbol): readonly Change[] {
  const { ts } = context;
  const scope = functionOf(ts, node);
  const mutations = mutationsOf(context, scope, variable);
  const isReassigned = (from: number, to: number): boolean =>
    mutations.some(({ kind, node: { pos, end } }) => kind === 'reassigned' && from <= pos && end <= to);
  const loops = loopsAround(ts, node).filter(
    (loop) => !isWithin(variable.valueDeclaration ?? loop, loop) && mayRepeat(ts, node, loop),
  );
  return mutations.flatMap((mutation): readonly Change[] => {
    const { node: change, kind } = mutation;
    if (kind === 'reassigned') return [];
    if (node.end <= change.pos) {
      return mayFollow(ts, node, change) && !isReassigned(node.end, change.pos) ? [[mutation, 'changed']] : [];
    }
    const loop = loops.find((each) => isWithin(change, each.statement));
    return loop !== undefined && change.end <= node.pos && !isReassigned(loop.pos, loop.end)
      ? [[mutation, 'repeated']]
      : [];
  });
}
