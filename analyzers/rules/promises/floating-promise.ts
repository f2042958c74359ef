import type { ts } from 'ts-morph';
import type { Rule } from '../../rule.ts';
import { isOptionalChain } from '../../syntax/optional-chain.ts';
import { keepPromise } from '../../syntax/keep-promise.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { typeAt } from '../../syntax/type-at.ts';
import { isOneOfTypes, isOneOfValues } from '../../syntax/type-specifier.ts';
import { unhandledPromise } from '../../syntax/unhandled-promise.ts';

const options = {
  ignoreVoid: {
    type: 'boolean',
    default: true,
    description: 'Whether `void` before a promise says that its outcome does not matter.',
  },
  ignoreIIFE: {
    type: 'boolean',
    default: false,
    description:
      'Whether functions that are called where they are written, `(async () => { … })()`, may be left alone.',
  },
  checkThenables: {
    type: 'boolean',
    default: false,
    description: 'Whether whatever has a `then` with two callbacks counts as a promise.',
  },
  allowForKnownSafeCalls: {
    type: 'specifiers',
    default: [],
    description: 'Functions whose promises may be dropped, by name, or by name and file, library or package.',
  },
  allowForKnownSafePromises: {
    type: 'specifiers',
    default: [],
    description: 'Types of promises that may be dropped, by name, or by name and file, library or package.',
  },
} as const;

const dropped = 'The promise is dropped: nobody waits for what it stands for, and nobody learns when it fails.';
const useless = 'The promise is dropped: its rejection handler is not a function, so it is ignored.';
const several = 'An array of promises is dropped: nobody waits for them, and nobody learns when one fails.';
const handle = 'Await or return it, or handle its rejection by `catch` or the second argument of `then`';
const handleAll = 'Await or return `Promise.all` of it, or `Promise.allSettled`';

/**
 * A promise that is neither awaited nor handled. What is reported, and where, is what typescript-eslint's
 * `no-floating-promises` reports with the same options; a test compares the two.
 */
export const floatingPromise: Rule<typeof options> = {
  id: 'CATGA3002',
  name: 'floating-promise',
  title: 'Promise not awaited',
  severity: 'error',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  messages: {
    floating: { message: dropped, help: `${handle}.` },
    floatingVoid: { message: dropped, help: `${handle}, or write \`void\` before it if the outcome does not matter.` },
    uselessHandler: { message: useless, help: `${handle}.` },
    uselessHandlerVoid: {
      message: useless,
      help: `${handle}, or write \`void\` before it if the outcome does not matter.`,
    },
    array: { message: several, help: `${handleAll}.` },
    arrayVoid: {
      message: several,
      help: `${handleAll}, or write \`void\` before it if the outcomes do not matter.`,
    },
  },
  options,
  file(context) {
    const { ts, checker, options: chosen, report } = context;
    const { ignoreVoid, ignoreIIFE, allowForKnownSafeCalls } = chosen;

    const check = (expression: ts.Expression, at: ts.Node): void => {
      const node = withoutParentheses(ts, expression);
      const unhandled = isKnownSafe(node) ? undefined : unhandledPromise(context, node, chosen);
      if (unhandled === undefined) return;
      report({
        message: ignoreVoid ? `${unhandled}Void` : unhandled,
        at,
        ...(unhandled !== 'array' && { suggestions: keepPromise(ts, expression, { offerVoid: ignoreVoid }) }),
      });
    };
    const isKnownSafe = (node: ts.Expression): boolean => {
      if (allowForKnownSafeCalls.length === 0 || !ts.isCallExpression(node)) return false;
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return false;
      const callee = withoutParentheses(ts, node.expression);
      const type = typeAt(checker, callee);
      return (
        isOneOfValues(context, callee, type, allowForKnownSafeCalls) ||
        isOneOfTypes(context, type, allowForKnownSafeCalls)
      );
    };

    return {
      enter: {
        ExpressionStatement(node: ts.ExpressionStatement) {
          if (!ignoreIIFE || !isCalledFunction(ts, node.expression)) check(node.expression, node);
        },
        // The value of such a function is no promise, so that nobody can be expected to await what it makes of one.
        ...(!ignoreVoid && {
          ArrowFunction({ body }: ts.ArrowFunction) {
            const inner = ts.isBlock(body) ? undefined : withoutParentheses(ts, body);
            if (inner !== undefined && ts.isVoidExpression(inner)) check(inner, inner);
          },
        }),
      },
    };
  },
};

function isCalledFunction(compiler: typeof ts, expression: ts.Expression): boolean {
  const call = withoutParentheses(compiler, expression);
  if (!compiler.isCallExpression(call) || isOptionalChain(compiler, call)) return false;
  const callee = withoutParentheses(compiler, call.expression);
  return compiler.isArrowFunction(callee) || compiler.isFunctionExpression(callee);
}
