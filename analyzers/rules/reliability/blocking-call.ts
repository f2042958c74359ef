import type { ts } from 'ts-morph';
import { runsPerMessage } from '../../domain/per-message.ts';
import { callPatterns, PATTERN_FORM } from '../../syntax/call-patterns.ts';
import { calledFunction, calledName } from '../../syntax/called-function.ts';
import { isSpinning, type Loop } from '../../syntax/spinning-loop.ts';
import type { OptionOf } from '../../options.ts';
import type { FileContext, Rule } from '../../rule.ts';
import { promiseForm } from './promise-form.ts';

// What answers within microseconds is not here: `randomFillSync`, `hkdfSync`, `generateKeySync`.
const blocking: readonly string[] = [
  'node:fs.*Sync',
  'node:child_process.*Sync',
  'node:zlib.*Sync',
  'node:crypto.argon2Sync',
  'node:crypto.checkPrimeSync',
  'node:crypto.generateKeyPairSync',
  'node:crypto.generatePrimeSync',
  'node:crypto.pbkdf2Sync',
  'node:crypto.scryptSync',
  'Atomics.wait',
  'bcrypt.*Sync',
  'bcryptjs.*Sync',
  'execa.*Sync',
  'fs-extra.*Sync',
  'graceful-fs.*Sync',
];

const reasons: Readonly<Record<string, string>> = {
  Atomics: 'it wakes up',
  child_process: 'the other process ends',
  fs: 'the disk answers',
  'fs-extra': 'the disk answers',
  'graceful-fs': 'the disk answers',
  execa: 'the other process ends',
};

const options: { readonly also: OptionOf<'strings'>; readonly allow: OptionOf<'strings'> } = {
  also: {
    type: 'strings',
    default: [],
    description: `Calls that block, beside those of Node and a few well-known packages: ${PATTERN_FORM}.`,
  },
  allow: {
    type: 'strings',
    default: [],
    description: 'Calls that are fine although they block, in the same form.',
  },
};

/** Calls that stop the whole process, in code that runs while messages are handled. */
export const blockingCall: Rule<typeof options> = {
  id: 'CATGA5004',
  name: 'blocking-call',
  title: 'Blocking call while messages are handled',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  repair: 'suggestion',
  messages: {
    call: {
      message:
        '`{call}(…)` blocks the process: until {reason}, no other message is handled, no timer runs and no broker is answered.',
      help: 'Use the form that answers with a promise or a callback, or do it once, where the program starts.',
    },
    loop: {
      message:
        'This loop waits without giving way: until it ends, no other message is handled, no timer runs and no broker is answered.',
      help: 'Wait with `await setTimeout(…)` of `node:timers/promises`, or for what is to happen.',
    },
  },
  options,
  file(context) {
    const blocks = callPatterns([...blocking, ...context.options.also]);
    const allowed = callPatterns(context.options.allow);
    const renamed = renamedImports(context);
    const loop = (node: Loop): void => {
      if (isSpinning(context.ts, node) && runsPerMessage(context, node)) {
        context.report({ message: 'loop', at: headOf(context, node) });
      }
    };
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          const name = calledName(context, node);
          if (name === undefined || !(blocks.mayMatch(name) || renamed.has(name))) return;
          if (!runsPerMessage(context, node)) return;
          const called = calledFunction(context, node);
          if (called === undefined || !blocks.matches(called) || allowed.matches(called)) return;
          context.report({
            message: 'call',
            data: {
              call: node.expression.getText().replaceAll(/\s*\n\s*/g, ''),
              reason: reasons[called.owner ?? ''] ?? 'it is done',
            },
            at: node,
            suggestions: promiseForm(context, node, called),
          });
        },
        WhileStatement: loop,
        DoStatement: loop,
        ForStatement: loop,
      },
    };
  },
};

/** The names under which a file imports what is called otherwise. */
function renamedImports({ ts, file }: FileContext<typeof options>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of file.statements) {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) if (propertyName !== undefined) found.add(name.text);
  }
  return found;
}

/** The part of a loop that is marked: up to its body. */
function headOf({ ts, file }: FileContext<typeof options>, loop: Loop): { start: number; end: number } {
  const start = loop.getStart(file);
  const end = ts.isDoStatement(loop) ? loop.getEnd() : file.text.lastIndexOf(')', loop.statement.getStart(file)) + 1;
  return { start, end };
}
