import type { ts } from 'ts-morph';
import type { MessageModel } from '../../../generator/model/project.ts';
import { isBuiltInObject, isDependency } from '../../domain/dependency.ts';
import { runsPerMessage } from '../../domain/per-message.ts';
import { bringsUnitOfWork } from '../../domain/unit-of-work.ts';
import type { Unit } from '../../domain/units.ts';
import type { OptionOf } from '../../options.ts';
import type { FileContext, Rule } from '../../rule.ts';
import { calledName } from '../../syntax/called-function.ts';
import { beginsWithWord } from '../../syntax/first-words.ts';
import { isGlobalName } from '../../syntax/global-name.ts';
import { shortText } from '../../syntax/short-text.ts';

const kinds: ReadonlySet<Unit['kind']> = new Set<Unit['kind']>(['handler']);

/** What is called so tells one attempt from another. */
const keyName = /idempoten|message-?id|dedup/i;

const options: { readonly effects: OptionOf<'strings'> } = {
  effects: {
    type: 'strings',
    default: [
      'add',
      'append',
      'charge',
      'create',
      'decrement',
      'email',
      'increment',
      'insert',
      'notify',
      'pay',
      'refund',
      'send',
      'transfer',
    ],
    description: 'First words of the methods of injected dependencies that do something once more with each call.',
  },
};

type Context = FileContext<typeof options>;

/** Handlers of messages that can come twice, and what they do that must not happen twice. */
export const handlerNotIdempotent: Rule<typeof options> = {
  id: 'CATGA5003',
  name: 'handler-not-idempotent',
  title: 'Handler that is not idempotent',
  severity: 'warning',
  preset: 'strict',
  scope: 'application',
  messages: {
    repeated: {
      message:
        'The {kind} `{message}` is delivered at least once, so it can come twice: `{call}` is then done once more.',
      help: 'Pass a key by which a repetition is told (`context.messageId`, a member of the message), or the unit of work; or declare `@idempotencyKey` or `@qos exactlyOnce` at the message.',
    },
  },
  options,
  file: (context) => ({
    enter: {
      CallExpression(node: ts.CallExpression) {
        const name = calledName(context, node);
        if (name === undefined || !(name === 'fetch' || beginsWithWord(context.options.effects, name))) return;
        const unit = context.application.unitOf(node);
        const message = unit === undefined ? undefined : repeatable(context, unit);
        if (unit === undefined || message === undefined || !runsPerMessage(context, node, kinds)) return;
        if (context.application.messageCall(node) !== undefined) return;
        if (!isPost(context, node) && !isEffect(context, unit, node, name)) return;
        if (node.arguments.some((argument) => tellsRepetition(context, argument))) return;
        context.report({
          message: 'repeated',
          data: { kind: message.kind, message: message.exportName, call: `${shortText(node.expression)}(…)` },
          at: node,
        });
      },
    },
  }),
};

/** The first message of a handler that can come twice, and by nothing is known when it does. */
function repeatable({ application }: Context, unit: Unit): MessageModel | undefined {
  if (unit.kind !== 'handler') return undefined;
  return application
    .handledBy(unit.model)
    .find(({ kind, qos, options: tags }) => kind !== 'query' && qos === 1 && tags.idempotencyKey === undefined);
}

/** A method of a dependency whose declaration is known: what is `any` may be anything. */
function isEffect(context: Context, unit: Unit, node: ts.CallExpression, name: string): boolean {
  const { checker, ts } = context;
  const callee = node.expression;
  return (
    ts.isPropertyAccessExpression(callee) &&
    beginsWithWord(context.options.effects, name) &&
    isDependency(context, unit, callee.expression) &&
    checker.getResolvedSignature(node)?.declaration !== undefined &&
    !isBuiltInObject(context, callee.expression)
  );
}

/** The platform's `fetch`, with options that say `POST`. */
function isPost(context: Context, node: ts.CallExpression): boolean {
  const { ts } = context;
  const { expression } = node;
  if (!ts.isIdentifier(expression) || expression.text !== 'fetch' || !isGlobalName(context, expression)) return false;
  const given = node.arguments[1];
  const init = given === undefined ? undefined : valueOf(context, given);
  if (init === undefined || !ts.isObjectLiteralExpression(init)) return false;
  return init.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      property.name.getText() === 'method' &&
      ts.isStringLiteralLike(property.initializer) &&
      property.initializer.text.toUpperCase() === 'POST',
  );
}

/** Whether an argument is the unit of work, or has something in it that is called like a key of repetitions. */
function tellsRepetition(context: Context, argument: ts.Expression): boolean {
  const { checker, ts } = context;
  const holdsKey = (node: ts.Node, depth: number): boolean => {
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && keyName.test(node.text)) return true;
    if (depth > 0 && ts.isIdentifier(node)) {
      const value = valueOf(context, node);
      if (value !== node && holdsKey(value, depth - 1)) return true;
    }
    return ts.forEachChild(node, (child) => holdsKey(child, depth)) === true;
  };
  return bringsUnitOfWork(checker, argument) || holdsKey(argument, 2);
}

/** What a variable begins with; anything else as it is. */
function valueOf({ checker, ts }: Context, expression: ts.Expression): ts.Expression {
  if (!ts.isIdentifier(expression)) return expression;
  const symbol = ts.isShorthandPropertyAssignment(expression.parent)
    ? checker.getShorthandAssignmentValueSymbol(expression.parent)
    : checker.getSymbolAtLocation(expression);
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    ? declaration.initializer
    : expression;
}
