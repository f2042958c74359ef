import type { ts } from 'ts-morph';
import { contextInScope, contextMemberInScope } from '../../domain/context-in-scope.ts';
import { isDependency } from '../../domain/dependency.ts';
import { leadsToFailure } from '../../domain/leads-to-failure.ts';
import { storedOnCommit } from '../../domain/reliable-hand-over.ts';
import { bringsUnitOfWork, missingUnitOfWork, type UnitOfWorkPlace } from '../../domain/unit-of-work.ts';
import type { Unit } from '../../domain/units.ts';
import type { OptionOf } from '../../options.ts';
import type { FileContext, NodeEdit, Rule } from '../../rule.ts';
import { appendArgument, appendMember, memberText } from '../../syntax/argument-edits.ts';
import { beginsWithWord } from '../../syntax/first-words.ts';
import { mayBothRun } from '../../syntax/flow.ts';
import { shortText } from '../../syntax/short-text.ts';
import type { Suggestible } from '../../syntax/suggestible.ts';

const options: { readonly reads: OptionOf<'strings'>; readonly writes: OptionOf<'strings'> } = {
  reads: {
    type: 'strings',
    default: [
      'all',
      'any',
      'check',
      'contains',
      'count',
      'exists',
      'fetch',
      'find',
      'get',
      'has',
      'is',
      'list',
      'load',
      'lookup',
      'peek',
      'query',
      'read',
      'scan',
      'search',
      'select',
      'sum',
    ],
    description: 'First words of the methods of injected dependencies that change nothing.',
  },
  writes: {
    type: 'strings',
    default: [],
    description: 'First words of those that change something although they begin as `reads` says: `getOrCreate`.',
  },
};

type Context = FileContext<typeof options>;

interface Write {
  readonly node: ts.CallExpression;
  readonly receiver: ts.Expression;
  readonly unit: Unit;
}

interface HandOver {
  readonly node: ts.CallExpression;
  /** What is handed over: `event` and its name. */
  readonly what: string;
}

/**
 * What a handler changes at once, beside an event that is stored when the handler has succeeded. Which of the two the code
 * does first makes no difference: what goes through the context waits for the commit.
 */
export const stateBeforeEvent: Rule<typeof options> = {
  id: 'CATGA5002',
  name: 'state-before-event',
  title: 'State changed outside the unit of work of a reliable event',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  messages: {
    before: {
      message:
        '`{call}` takes effect at once, but the {what} is stored only when this message has succeeded: if that fails, the change stays and the {kind} is lost.',
      help: 'Pass `{unitOfWork}`, so that both take effect together or not at all.',
    },
  },
  options,
  file(context) {
    const { application, ts } = context;
    const writes: Write[] = [];
    const handOvers: HandOver[] = [];
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          const callee = node.expression;
          if (!ts.isPropertyAccessExpression(callee)) return;
          const call = application.messageCall(node);
          if (call !== undefined) {
            const what = storedOnCommit(context, call);
            if (what !== undefined && !leadsToFailure(context, node)) handOvers.push({ node, what });
          } else if (!isRead(context, callee.name.text)) {
            const unit = application.unitOf(node);
            if (unit !== undefined) writes.push({ node, receiver: callee.expression, unit });
          }
        },
      },
      end() {
        for (const write of handOvers.length === 0 ? [] : writes) reportWrite(context, write, writes, handOvers);
      },
    };
  },
};

function isRead({ options: { reads, writes } }: Context, method: string): boolean {
  return beginsWithWord(reads, method) && !beginsWithWord(writes, method);
}

function reportWrite(context: Context, write: Write, writes: readonly Write[], handOvers: readonly HandOver[]): void {
  const { node, receiver, unit } = write;
  const related = handOvers.filter(
    (one) =>
      mayBothRun(context.ts, node, one.node) &&
      // What is noted down of a failure is meant to stay.
      (node.pos < one.node.pos || !leadsToFailure(context, node)),
  );
  const [first] = related;
  if (first === undefined || !isDependency(context, unit, receiver)) return;
  const place = missingUnitOfWork(context, node);
  if (place === undefined || isBound(context, write, writes)) return;
  const unitOfWork = unitOfWorkFor(context, node, place);
  const edit = unitOfWork === undefined ? undefined : editFor(context, node, place, unitOfWork);
  const suggestions: Suggestible[] = edit === undefined ? [] : [{ message: `Pass \`${unitOfWork}\`.`, edits: [edit] }];
  context.report({
    message: 'before',
    data: {
      call: `${shortText(node.expression)}(…)`,
      what: first.what,
      kind: first.what.split(' ', 1).join(''),
      unitOfWork: unitOfWork ?? 'context.unitOfWork',
    },
    at: node,
    related: related.map((one) => ({
      position: context.positionOf(one.node),
      message: `the ${one.what} is handed over here`,
    })),
    suggestions,
  });
}

/** Whether the dependency has been given the unit of work by a call of its own: `this.#orders.join(context.unitOfWork)`. */
function isBound({ checker }: Context, { node, receiver, unit }: Write, writes: readonly Write[]): boolean {
  const text = receiver.getText();
  return writes.some((other) => {
    const [only, second] = other.node.arguments;
    return (
      other.unit === unit &&
      other.node.pos < node.pos &&
      only !== undefined &&
      second === undefined &&
      other.receiver.getText() === text &&
      bringsUnitOfWork(checker, only)
    );
  });
}

/** What to pass: the context itself where that is what the call takes. */
function unitOfWorkFor(context: Context, node: ts.Node, { takes }: UnitOfWorkPlace): string | undefined {
  return takes === 'context' ? contextInScope(context, node) : contextMemberInScope(context, node, 'unitOfWork');
}

function editFor(
  { ts }: Context,
  call: ts.CallExpression,
  { index, takes }: UnitOfWorkPlace,
  unitOfWork: string,
): NodeEdit | undefined {
  const argument = call.arguments[index];
  const member = memberText('unitOfWork', unitOfWork);
  const text = takes === 'options' ? `{ ${member} }` : unitOfWork;
  if (argument === undefined) return appendArgument(call, 'undefined, '.repeat(index - call.arguments.length) + text);
  if (takes === 'options' && ts.isObjectLiteralExpression(argument)) return appendMember(argument, member);
  const isNothing =
    argument.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(argument) && argument.text === 'undefined');
  return isNothing ? { start: argument.getStart(), end: argument.getEnd(), text } : undefined;
}
