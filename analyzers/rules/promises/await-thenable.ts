import type { ts } from 'ts-morph';
import type { Rule } from '../../rule.ts';
import { plainInputs } from '../../syntax/aggregator.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { removeAwait, removeKeyword } from '../../syntax/remove-await.ts';
import { awaitabilityOf } from '../../syntax/thenable.ts';
import { typeAt } from '../../syntax/type-at.ts';
import { someHasSymbol } from '../../syntax/well-known-symbol.ts';

const options = {
  allowMixedPromiseArrays: {
    type: 'boolean',
    default: false,
    description: 'Whether `Promise.all` and the like may be given values beside promises.',
  },
} as const;

const remove = { message: 'Remove `await`.' };

/**
 * Waiting for what is there already: mostly something else was meant, such as the call of a function. What is reported, and
 * where, is what typescript-eslint's `await-thenable` reports with the same options; a test compares the two.
 */
export const awaitThenable: Rule<typeof options> = {
  id: 'CATGA3004',
  name: 'await-thenable',
  title: 'Await of what is no promise',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  messages: {
    await: {
      message: 'There is nothing to wait for: this value is no promise.',
      help: 'Remove `await`, or await what was meant: a call that is missing its parentheses, a promise further in.',
    },
    forAwait: {
      message: '`for await` over what is no asynchronous iterable: each value is there when it is asked for.',
      help: 'Use `for … of`; where the values are promises, await each in the loop, or `Promise.all` of them.',
    },
    awaitUsing: {
      message: '`await using` of what has no `[Symbol.asyncDispose]`: there is nothing to wait for at the end.',
      help: 'Use `using`, or give the resource the method.',
    },
    aggregator: {
      message: 'This goes where promises are waited for together, and is none.',
      help: 'Leave it out, or pass what was meant: a call that is missing its parentheses, a promise further in.',
    },
  },
  options,
  file(context) {
    const { ts, checker, file, options: chosen, report } = context;
    // Two bits, of which `const` and `using` have one each.
    const awaitUsing: number = ts.NodeFlags.AwaitUsing;
    return {
      enter: {
        AwaitExpression(node: ts.AwaitExpression) {
          const operand = withoutParentheses(ts, node.expression);
          if (awaitabilityOf(context, operand, operand) !== 'never') return;
          report({ message: 'await', at: node, suggestions: [{ ...remove, edits: removeAwait(ts, node) }] });
        },
        CallExpression(node: ts.CallExpression) {
          for (const input of plainInputs(context, node, chosen)) report({ message: 'aggregator', at: input });
        },
        ForOfStatement(node: ts.ForOfStatement) {
          if (node.awaitModifier === undefined) return;
          const type = typeAt(checker, withoutParentheses(ts, node.expression));
          if ((type.flags & ts.TypeFlags.Any) !== 0 || someHasSymbol(context, type, 'asyncIterator')) return;
          const head = node.getChildren(file).findLast(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
          report({
            message: 'forAwait',
            at: { start: node.getStart(file), end: (head ?? node.expression).getEnd() },
            suggestions: [
              {
                message: 'Use an ordinary `for … of`.',
                edits: [removeKeyword(file, node.awaitModifier.getStart(file))],
              },
            ],
          });
        },
        VariableDeclarationList(node: ts.VariableDeclarationList) {
          if ((node.flags & awaitUsing) !== awaitUsing) return;
          for (const { initializer } of node.declarations) {
            if (initializer === undefined) continue;
            const resource = withoutParentheses(ts, initializer);
            const type = typeAt(checker, resource);
            if ((type.flags & ts.TypeFlags.Any) !== 0 || someHasSymbol(context, type, 'asyncDispose')) continue;
            // Of several resources one may need what another does not.
            const isAlone = node.declarations.length === 1;
            report({
              message: 'awaitUsing',
              at: resource,
              ...(isAlone && { suggestions: [{ ...remove, edits: [removeKeyword(file, node.getStart(file))] }] }),
            });
          }
        },
      },
    };
  },
};
