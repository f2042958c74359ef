import type { ts } from 'ts-morph';
import { mayAwait } from '../../syntax/async-function.ts';
import { moveImport } from '../../syntax/move-import.ts';
import type { CalledFunction } from '../../syntax/called-function.ts';
import type { Suggestible } from '../../syntax/suggestible.ts';
import type { FileView } from '../../rule.ts';

/** Functions of `node:fs` whose form in `node:fs/promises` takes the same arguments and answers with the same. */
const sameInPromises: ReadonlySet<string> = new Set([
  'access',
  'appendFile',
  'chmod',
  'chown',
  'copyFile',
  'cp',
  'link',
  'lstat',
  'mkdir',
  'mkdtemp',
  'readFile',
  'readdir',
  'readlink',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'stat',
  'statfs',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
]);

/** `readFileSync(…)` as `await readFile(…)`, where an `await` may stand and nothing else has to change. */
export function promiseForm(view: FileView, call: ts.CallExpression, called: CalledFunction): readonly Suggestible[] {
  const { ts } = view;
  const name = called.name.replace(/Sync$/, '');
  if (called.owner !== 'fs' || !sameInPromises.has(name) || !mayAwait(ts, call) || isLenient(call)) return [];
  const callee = call.expression;
  const whole = { start: call.getStart(), end: call.getEnd() };
  const [opening, closing] = isPartOfMore(ts, call) ? ['(await ', ')'] : ['await ', ''];
  const around = (inner: Suggestible['edits']): Suggestible['edits'] => [
    { start: whole.start, end: whole.start, text: opening },
    ...inner,
    ...(closing === '' ? [] : [{ start: whole.end, end: whole.end, text: closing }]),
  ];
  if (ts.isPropertyAccessExpression(callee)) {
    if (!ts.isIdentifier(callee.expression)) return [];
    const text = `${callee.expression.text}.promises.${name}`;
    const edit = { start: callee.getStart(), end: callee.getEnd(), text: `promises.${name}` };
    return [{ message: `Use \`${text}\`.`, edits: around([{ ...edit, start: callee.name.getStart() }]) }];
  }
  if (!ts.isIdentifier(callee)) return [];
  const moved = moveImport(view, callee, { name, module: 'fs/promises' });
  if (moved === undefined) return [];
  const edit = { start: callee.getStart(), end: callee.getEnd(), text: moved.name };
  return [{ message: `Use \`${name}\` of \`node:fs/promises\`.`, edits: [...moved.edits, ...around([edit])] }];
}

/** `throwIfNoEntry: false` has no counterpart. */
function isLenient(call: ts.CallExpression): boolean {
  return call.arguments.some((argument) => argument.getText().includes('throwIfNoEntry'));
}

/** Whether `await` before the call would take in what follows. */
function isPartOfMore(compiler: typeof ts, call: ts.CallExpression): boolean {
  const { parent } = call;
  return (
    ((compiler.isPropertyAccessExpression(parent) || compiler.isElementAccessExpression(parent)) &&
      parent.expression === call) ||
    (compiler.isCallExpression(parent) && parent.expression === call) ||
    compiler.isNonNullExpression(parent)
  );
}
