import type { ts } from 'ts-morph';
import { contextMemberInScope } from '../../domain/context-in-scope.ts';
import { leadsToFailure } from '../../domain/leads-to-failure.ts';
import { runsPerMessage } from '../../domain/per-message.ts';
import type { Unit } from '../../domain/units.ts';
import type { OptionOf } from '../../options.ts';
import type { FileContext, NodeEdit, Rule } from '../../rule.ts';
import { appendArgument, appendMember, memberText } from '../../syntax/argument-edits.ts';
import { callPatterns, PATTERN_FORM } from '../../syntax/call-patterns.ts';
import { calledFunction, calledName } from '../../syntax/called-function.ts';
import { isWithin } from '../../syntax/flow.ts';
import { isOpen, possibleTypes } from '../../syntax/possible-types.ts';
import { constituents } from '../../syntax/type-at.ts';

const kinds: ReadonlySet<Unit['kind']> = new Set<Unit['kind']>(['handler', 'behavior', 'validator']);

const options: { readonly allow: OptionOf<'strings'> } = {
  allow: {
    type: 'strings',
    default: [],
    description: `Calls that need no signal: ${PATTERN_FORM}.`,
  },
};

type Context = FileContext<typeof options>;

/** Where a signal belongs in a call that has none. */
interface Place {
  readonly edit: (signal: string) => NodeEdit;
}

/**
 * Calls that could be called off together with the message, and are not. Not in `catch` and `finally`: what is put right
 * there has to be done although, or because, the message was given up.
 */
export const signalNotPassed: Rule<typeof options> = {
  id: 'CATGA5007',
  name: 'signal-not-passed',
  title: 'Signal of the message not passed on',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  messages: {
    missing: {
      message: '`{call}(…)` takes a signal and gets none: it goes on when the caller of the message has given up.',
      help: 'Pass `{signal}`; with a limit of its own, `AbortSignal.any([{signal}, …])`.',
    },
  },
  options,
  file(context) {
    const allowed = callPatterns(context.options.allow);
    const takesSignal = createSignalTest(context);
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          const name = calledName(context, node);
          if (name === undefined || name === 'addEventListener' || !runsPerMessage(context, node, kinds)) return;
          if (isCleanUp(context, node) || context.application.messageCall(node) !== undefined) return;
          const place = placeOf(context, node, takesSignal);
          if (place === undefined) return;
          const called = calledFunction(context, node);
          if (called === undefined || allowed.matches(called)) return;
          const signal = contextMemberInScope(context, node, 'signal');
          if (signal === undefined) return;
          context.report({
            message: 'missing',
            data: { call: node.expression.getText().replaceAll(/\s*\n\s*/g, ''), signal },
            at: node,
            suggestions: [{ message: `Pass \`${signal}\`.`, edits: [place.edit(signal)] }],
          });
        },
      },
    };
  },
};

function isCleanUp(context: Context, node: ts.Node): boolean {
  if (leadsToFailure(context, node)) return true;
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (context.ts.isTryStatement(parent) && parent.finallyBlock && isWithin(node, parent.finallyBlock)) return true;
  }
  return false;
}

type SignalTest = (type: ts.Type) => 'options' | 'signal' | undefined;

/** The place for a signal: in an object literal that lacks it, or behind the last argument. */
function placeOf(context: Context, call: ts.CallExpression, takesSignal: SignalTest): Place | undefined {
  const { checker, ts } = context;
  const given = call.arguments;
  if (given.some((argument) => ts.isSpreadElement(argument))) return undefined;
  // Few functions take signals: overloads are resolved, and arguments looked at, for those alone.
  const mayTake = possibleTypes(context, call.expression).some(
    (type) =>
      isOpen(context, type) ||
      type.getCallSignatures().some(({ parameters, typeParameters = [] }) =>
        parameters.some((one) => {
          const taken = checker.getTypeOfSymbolAtLocation(one, call);
          return takesSignal(taken) !== undefined || isLeftOpen(context, taken, typeParameters);
        }),
      ),
  );
  if (!mayTake) return undefined;
  const parameters = checker.getResolvedSignature(call)?.getParameters() ?? [];
  for (const [index, parameter] of parameters.entries()) {
    const takes = takesSignal(checker.getTypeOfSymbolAtLocation(parameter, call));
    const argument = given[index];
    if (takes === undefined) {
      // What is handed over may hold a signal already: `fetch(request)`.
      if (argument !== undefined && holdsSignal(checker, argument)) return undefined;
    } else if (argument === undefined) {
      // `setTimeout(ms)` of `node:timers/promises` takes a value before its options.
      const gap = 'undefined, '.repeat(index - given.length);
      return { edit: (signal) => appendArgument(call, gap + (takes === 'signal' ? signal : literal(signal))) };
    } else if (takes === 'options' && ts.isObjectLiteralExpression(argument)) {
      const mayHave = argument.properties.some(
        (property) => ts.isSpreadAssignment(property) || property.name?.getText() === 'signal',
      );
      return mayHave ? undefined : { edit: (signal) => appendMember(argument, memberText('signal', signal)) };
    } else if (takes === 'options' && ts.isStringLiteral(argument)) {
      // `readFile(path, 'utf8')`: the encoding alone, in place of options.
      const { text } = argument;
      const edit = { start: argument.getStart(), end: argument.getEnd() };
      return { edit: (signal) => ({ ...edit, text: `{ encoding: '${text}', ${memberText('signal', signal)} }` }) };
    } else return undefined;
  }
  return undefined;
}

/** Whether a type is a parameter of what is around a function: nobody has said what it stands for. */
function isLeftOpen({ ts }: Context, type: ts.Type, own: readonly ts.Type[]): boolean {
  return constituents(type).some((part) => (part.flags & ts.TypeFlags.Instantiable) !== 0 && !own.includes(part));
}

function holdsSignal(checker: ts.TypeChecker, argument: ts.Expression): boolean {
  return checker.getPropertyOfType(checker.getTypeAtLocation(argument), 'signal') !== undefined;
}

function literal(signal: string): string {
  return `{ ${memberText('signal', signal)} }`;
}

/** Tells whether a parameter is a signal, or options with one, either of which may be left out. Types are asked once. */
function createSignalTest({ checker, ts }: Context): SignalTest {
  const known = new Map<ts.Type, ReturnType<SignalTest>>();
  const test = (type: ts.Type): ReturnType<SignalTest> => {
    const parts = type.isUnion() ? type.types : [type];
    if (isSignal(type)) return 'signal';
    const isOptional = parts.some((part) => {
      const property =
        (part.flags & ts.TypeFlags.Object) !== 0 || part.isIntersection()
          ? checker.getPropertyOfType(part, 'signal')
          : undefined;
      const mayMiss = property !== undefined && (property.flags & ts.SymbolFlags.Optional) !== 0;
      return mayMiss && isSignal(checker.getTypeOfSymbol(property));
    });
    return isOptional ? 'options' : undefined;
  };
  return (type) => {
    if (!known.has(type)) known.set(type, test(type));
    return known.get(type);
  };
}

function isSignal(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.getSymbol()?.name === 'AbortSignal');
}
