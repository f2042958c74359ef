import type { ts } from 'ts-morph';
import type { FileReport, Rule } from '../../rule.ts';
import { hasErrorHandling } from '../../syntax/error-handling.ts';
import { isAsync } from '../../syntax/async-function.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { bindsTighterThanAwait } from '../../syntax/precedence.ts';
import { removeAwait } from '../../syntax/remove-await.ts';
import { awaitabilityOf } from '../../syntax/thenable.ts';

const options = {
  when: {
    type: 'choice',
    choices: ['in-try-catch', 'always', 'error-handling-correctness-only', 'never'],
    default: 'in-try-catch',
    description:
      'Where returned promises are awaited: where errors are handled only, everywhere, there and elsewhere as you like, or nowhere.',
  },
} as const;

/**
 * A promise that is returned out of a `try` without `await`: what handles errors there does not see it fail. What is
 * reported, and where, is what typescript-eslint's `return-await` reports with the same option; a test compares the two.
 */
export const returnAwait: Rule<typeof options> = {
  id: 'CATGA3005',
  name: 'return-await',
  title: 'Promise returned past error handling',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  repair: 'fix',
  messages: {
    passing: {
      message:
        'The promise is returned before it settles: the `catch`, `finally` or `using` around it is done by then.',
      help: 'Write `return await`.',
    },
    required: { message: 'The promise is returned without `await`.', help: 'Write `return await`.' },
    disallowed: {
      message: 'The promise is awaited before it is returned, which changes nothing here.',
      help: 'Return the promise.',
    },
    plain: { message: 'What is awaited before it is returned is no promise.', help: 'Return the value.' },
  },
  options,
  presetOptions: { when: 'error-handling-correctness-only' },
  file(context) {
    const { ts, options: chosen, report } = context;

    const check = (returned: ts.Expression): void => {
      const node = withoutParentheses(ts, returned);
      if (ts.isConditionalExpression(node)) {
        check(node.whenTrue);
        check(node.whenFalse);
        return;
      }
      const isAwait = ts.isAwaitExpression(node);
      const operand = isAwait ? withoutParentheses(ts, node.expression) : node;
      // Where neither is asked for, nothing needs to be known about the value.
      const isHandled = hasErrorHandling(ts, node);
      const wanted = wantedAt(chosen.when, isHandled);
      if (!isAwait && wanted !== 'await') return;
      const value = awaitabilityOf(context, node, operand);
      if (isAwait && value === 'never') {
        report({ message: 'plain', at: node, fix: removeAwait(ts, node, { ofStatements: false }) });
      }
      if (value !== 'always') return;
      if (isAwait && wanted === 'promise') {
        const edits = removeAwait(ts, node, { ofStatements: false });
        report({ message: 'disallowed', at: node, ...repair(edits, isHandled, 'Remove `await`.') });
      } else if (!isAwait && wanted === 'await') {
        const edits = insertAwait(ts, node);
        report({ message: isHandled ? 'passing' : 'required', at: node, ...repair(edits, isHandled, 'Add `await`.') });
      }
    };

    return {
      enter: {
        ArrowFunction(node: ts.ArrowFunction) {
          if (!ts.isBlock(node.body) && isAsync(ts, node)) check(node.body);
        },
        ReturnStatement(node: ts.ReturnStatement) {
          if (node.expression !== undefined && isAsync(ts, ts.findAncestor(node, ts.isFunctionLike))) {
            check(node.expression);
          }
        },
      },
    };
  },
};

type Wanted = 'await' | 'either' | 'promise';

function wantedAt(when: (typeof options.when.choices)[number], isHandled: boolean): Wanted {
  switch (when) {
    case 'always':
      return 'await';
    case 'never':
      return 'promise';
    case 'in-try-catch':
      return isHandled ? 'await' : 'promise';
    default:
      return isHandled ? 'await' : 'either';
  }
}

/** Where errors are handled, other code runs after the repair: that is for people to decide. */
function repair(
  edits: NonNullable<FileReport['fix']>,
  isHandled: boolean,
  message: string,
): Pick<FileReport, 'fix' | 'suggestions'> {
  return isHandled ? { suggestions: [{ message, edits }] } : { fix: edits };
}

function insertAwait(compiler: typeof ts, node: ts.Expression): NonNullable<FileReport['fix']> {
  const [start, end] = [node.getStart(), node.getEnd()];
  if (bindsTighterThanAwait(compiler, node)) return [{ start, end: start, text: 'await ' }];
  return [
    { start, end: start, text: 'await (' },
    { start: end, end, text: ')' },
  ];
}
