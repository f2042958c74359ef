import type { ts } from 'ts-morph';
import type { TypeSpecifier } from '../options.ts';
import { isBuiltIn } from './built-in.ts';
import { handlerCall } from './handler-call.ts';
import { isOptionalChain } from './optional-chain.ts';
import { withoutParentheses } from './parentheses.ts';
import { isPlainValue } from './plain-value.ts';
import { isOpen, possibleTypes } from './possible-types.ts';
import { isRejectable } from './thenable.ts';
import { constituents, typeAt } from './type-at.ts';
import { isOneOfTypes } from './type-specifier.ts';
import type { TypeView } from './type-view.ts';

/** How a promise is left alone: as it is, with a rejection handler that is not a function, or among others in an array. */
export type Unhandled = 'array' | 'floating' | 'uselessHandler';

/** What counts as a promise, and as a way to deal with one. */
export interface PromiseOptions {
  readonly ignoreVoid: boolean;
  readonly checkThenables: boolean;
  readonly allowForKnownSafePromises: readonly TypeSpecifier[];
}

/** Whether an expression whose value is dropped drops a promise with it. Parentheses around it do not count. */
export function unhandledPromise(
  view: TypeView,
  expression: ts.Expression,
  options: PromiseOptions,
): Unhandled | undefined {
  const { ts } = view;
  const node = withoutParentheses(ts, expression);
  const next = (part: ts.Expression): Unhandled | undefined => unhandledPart(view, part, options);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return undefined;
    // The values before a comma are dropped whatever the type of the last one is.
    if (operator === ts.SyntaxKind.CommaToken) return next(node.left) ?? next(node.right);
  }
  if (ts.isVoidExpression(node)) return options.ignoreVoid ? undefined : next(node.expression);
  if (holdsNoPromise(ts, node) || !mayHoldPromise(view, node, options)) return undefined;
  const type = typeAt(view.checker, node);
  if (isArrayOfPromises(view, node, type, options)) return 'array';
  // `await` has seen to a promise, even where the checker takes its value for one, but not to those in an array.
  if (ts.isAwaitExpression(node) || !isPromise(view, node, type, options)) return undefined;
  if (ts.isCallExpression(node)) return unhandledCall(view, node, options);
  if (ts.isConditionalExpression(node)) return next(node.whenFalse) ?? next(node.whenTrue);
  return ts.isBinaryExpression(node) && isLogical(ts, node) ? (next(node.left) ?? next(node.right)) : 'floating';
}

/** The same for a part of an expression, in which a chain with `?.` is dropped whatever is called at its end. */
function unhandledPart(view: TypeView, part: ts.Expression, options: PromiseOptions): Unhandled | undefined {
  const { ts, checker } = view;
  const node = withoutParentheses(ts, part);
  if (!isOptionalChain(ts, node)) return unhandledPromise(view, node, options);
  const type = typeAt(checker, node);
  if (isArrayOfPromises(view, node, type, options)) return 'array';
  return isPromise(view, node, type, options) ? 'floating' : undefined;
}

function unhandledCall(view: TypeView, call: ts.CallExpression, options: PromiseOptions): Unhandled | undefined {
  const handler = handlerCall(view, call);
  if (handler === undefined) return 'floating';
  const { method, receiver, rejected } = handler;
  if (method === 'finally') {
    // Within one chain the receiver is a link of it and no chain of its own.
    return view.ts.isParenthesizedExpression(receiver)
      ? unhandledPart(view, receiver, options)
      : unhandledPromise(view, receiver, options);
  }
  if (rejected === undefined) return 'floating';
  return typeAt(view.checker, rejected).getCallSignatures().length > 0 ? undefined : 'uselessHandler';
}

/** Expressions that are common as statements, and never a promise: the checker need not be asked. */
function holdsNoPromise(compiler: typeof ts, node: ts.Expression): boolean {
  return (
    isPlainValue(compiler, node) ||
    (compiler.isCallExpression(node) && node.expression.kind === compiler.SyntaxKind.SuperKeyword)
  );
}

/** Whether a value may, by what is declared, be a promise, or an array or a tuple that holds some. */
function mayHoldPromise(view: TypeView, node: ts.Expression, { checkThenables }: PromiseOptions): boolean {
  const { checker, ts } = view;
  const isPromiseLike = (type: ts.Type): boolean => {
    const apparent = checker.getApparentType(type);
    return isOpen(view, type) || isBuiltIn(view, apparent, 'Promise') || (checkThenables && hasThen(apparent));
  };
  return possibleTypes(view, node).some((type) => {
    const apparent = checker.getApparentType(type);
    if (!checker.isArrayType(apparent) && !checker.isTupleType(apparent)) {
      return ts.isAwaitExpression(node) ? isOpen(view, type) : isPromiseLike(type);
    }
    // Both are references, to `Array` and to the tuple's own target.
    return checker
      .getTypeArguments(apparent as ts.TypeReference)
      .flatMap(constituents)
      .some(isPromiseLike);
  });
}

function hasThen(type: ts.Type): boolean {
  return type.getProperty('then') !== undefined;
}

function isLogical({ SyntaxKind }: typeof ts, { operatorToken }: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ||
    operatorToken.kind === SyntaxKind.BarBarToken ||
    operatorToken.kind === SyntaxKind.QuestionQuestionToken
  );
}

function isArrayOfPromises(view: TypeView, node: ts.Node, type: ts.Type, options: PromiseOptions): boolean {
  const { checker } = view;
  return constituents(type)
    .map((part) => checker.getApparentType(part))
    .some((part) => {
      if (!checker.isArrayType(part) && !checker.isTupleType(part)) return false;
      // Both are references, to `Array` and to the tuple's own target.
      const elements = checker.getTypeArguments(part as ts.TypeReference);
      return elements.some((element) => isPromise(view, node, element, options));
    });
}

function isPromise(
  view: TypeView,
  node: ts.Node,
  type: ts.Type,
  { allowForKnownSafePromises, checkThenables }: PromiseOptions,
): boolean {
  if (isOneOfTypes(view, type, allowForKnownSafePromises)) return false;
  return (
    constituents(view.checker.getApparentType(type)).some((part) => isBuiltIn(view, part, 'Promise')) ||
    (checkThenables && isRejectable(view, node, type))
  );
}
