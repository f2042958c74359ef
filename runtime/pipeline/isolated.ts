import type { MessageContext } from '../messages/context.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { settleEvent } from './settle.ts';

/**
 * Runs one of an event's handlers with a unit of work of its own, so that a handler that fails takes nothing of the
 * others with it.
 *
 * @throws What the handler threw, or why its unit of work could not be committed.
 */
export async function isolated(context: MessageContext, run: (own: MessageContext) => Promise<unknown>): Promise<void> {
  const own = (context as DispatchContext).branch();
  own.begin();
  const result = await settleEvent(start(run, own), own);
  if (!result.ok) throw result.error;
}

// A handler that throws before its first await must not skip the ending.
async function start(run: (own: MessageContext) => Promise<unknown>, own: MessageContext): Promise<unknown> {
  return await run(own);
}
