import type { ts } from 'ts-morph';
import { isBuiltInObject, isDependency } from '../../domain/dependency.ts';
import type { MessageCall } from '../../domain/message-call.ts';
import type { Unit } from '../../domain/units.ts';
import type { FileContext, Rule } from '../../rule.ts';
import { shortText } from '../../syntax/short-text.ts';

const options = {
  methods: {
    type: 'strings',
    default: ['delete', 'insert', 'remove', 'save', 'update', 'upsert'],
    description:
      'Methods of injected dependencies that change something, also as `saveAll`, `deleteMany`, `removeById`.',
  },
} as const;

type Context = FileContext<typeof options>;

/** A query handler that does more than answer. */
export const queryWithSideEffects: Rule<typeof options> = {
  id: 'CATGA6006',
  name: 'query-with-side-effects',
  title: 'Query with side effects',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    sends: {
      message:
        '`{code}` in the handler of the query {query}: who asks does not expect that, and asks again when an answer is late.',
      help: 'Let a command do it, and the query only answer.',
    },
    changes: {
      message:
        '`{code}` changes something in the handler of the query {query}: who asks does not expect that, and asks again when an answer is late.',
      help: 'Let a command do it, and the query only answer. A cache may change: call it one.',
    },
  },
  options,
  file: (context) => ({
    enter: {
      CallExpression(node: ts.CallExpression) {
        if (!context.ts.isPropertyAccessExpression(node.expression)) return;
        const unit = context.application.unitOf(node);
        const query = unit === undefined ? undefined : queryOf(context, unit);
        if (unit === undefined || query === undefined) return;
        const call = context.application.messageCall(node);
        const message =
          call === undefined ? (changes(context, unit, node.expression) ? 'changes' : undefined) : sends(context, call);
        if (message !== undefined) {
          context.report({ message, data: { code: `${shortText(node.expression)}(…)`, query }, at: node });
        }
      },
    },
  }),
};

/** What a handler handles, where that is queries only. */
function queryOf({ application }: Context, unit: Unit): string | undefined {
  if (unit.kind !== 'handler') return undefined;
  const handled = application.handledBy(unit.model);
  return handled.length > 0 && handled.every(({ kind }) => kind === 'query') ? handled[0]?.exportName : undefined;
}

/** Events and stored commands, and what is known to be a command: other queries may be asked. */
function sends({ application }: Context, { message, method }: MessageCall): 'sends' | undefined {
  if (!method.startsWith('send')) return 'sends';
  const sent = message === undefined ? undefined : application.messageOf(message);
  return sent?.kind === 'command' ? 'sends' : undefined;
}

function changes(context: Context, unit: Unit, { expression, name }: ts.PropertyAccessExpression): boolean {
  const method = name.text.replace(/(?<=[a-z])(?:All|By[A-Z]\w*|Many|One)$/, '');
  if (!context.options.methods.includes(method) && !context.options.methods.includes(name.text)) return false;
  if (/cache/i.test(expression.getText()) || !isDependency(context, unit, expression)) return false;
  // A `Map` or a `Set` of its own is memory, a cache in all but name.
  return !isBuiltInObject(context, expression);
}
