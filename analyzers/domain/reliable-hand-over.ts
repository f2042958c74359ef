import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';
import type { MessageCall } from './message-call.ts';

/**
 * What a handler hands over that is stored when its unit of work commits, as texts say it: `event`, or `command` and its
 * name. `undefined`: the call hands nothing of the kind over, as far as can be told.
 */
export function storedOnCommit(
  { application, checker }: Pick<FileView, 'application' | 'checker'>,
  { message, method, receiver }: MessageCall,
): string | undefined {
  if (receiver !== 'context' || message === undefined) return undefined;
  const known = application.messageOf(message);
  const name = known === undefined ? '' : ` \`${known.exportName}\``;
  if (method === 'enqueue') return `command${name}`;
  if (method !== 'publish') return undefined;
  const isReliable = known === undefined ? isReliableType(checker, message) : known.qos > 0;
  return isReliable ? `event${name}` : undefined;
}

/** Whether an event of another package is a `ReliableEvent`: told by its phantom member. */
function isReliableType(checker: ts.TypeChecker, message: ts.Expression): boolean {
  const contract = checker.getPropertyOfType(checker.getTypeAtLocation(message), '~catga');
  return (
    contract !== undefined && checker.getPropertyOfType(checker.getTypeOfSymbol(contract), 'reliable') !== undefined
  );
}
