import type { ts } from 'ts-morph';
import { calledMember, memberName } from './member-name.ts';
import { withoutParentheses } from './parentheses.ts';
import type { TypeView } from './type-view.ts';

/** A call of `then`, `catch` or `finally`, by its name: whose method it is has not been looked at. */
export interface HandlerCall {
  readonly method: 'catch' | 'finally' | 'then';
  /** What the method is called on. */
  readonly receiver: ts.Expression;
  /** What is called with a rejection; absent where there is none, or where a spread hides it. */
  readonly rejected?: ts.Expression;
}

/** Reads a call as one that adds handlers to a promise. */
export function handlerCall(view: TypeView, call: ts.CallExpression): HandlerCall | undefined {
  const { ts } = view;
  const callee = calledMember(ts, call);
  if (callee === undefined) return undefined;
  const method = memberName(view, callee);
  if (method !== 'then' && method !== 'catch' && method !== 'finally') return undefined;
  const spread = call.arguments.findIndex((argument) => ts.isSpreadElement(argument));
  const plain = spread < 0 ? call.arguments : call.arguments.slice(0, spread);
  const rejected = method === 'finally' ? undefined : plain[method === 'catch' ? 0 : 1];
  return {
    method,
    receiver: callee.expression,
    ...(rejected !== undefined && { rejected: withoutParentheses(ts, rejected) }),
  };
}
