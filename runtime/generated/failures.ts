import type { HandlerFailure, MessageContext, PublishReceipt } from '../messages/context.ts';
import { type DispatchContext, errorOf } from '../pipeline/index.ts';

const none: readonly HandlerFailure[] = Object.freeze([]);

/** Adds one more failed event handler to the list, made on first use. */
export function failed(
  failures: readonly HandlerFailure[] | undefined,
  handler: string,
  thrown: unknown,
): readonly HandlerFailure[] {
  const failure: HandlerFailure = { handler, error: errorOf(thrown) };
  return failures === undefined ? [failure] : [...failures, failure];
}

/**
 * Ends the publishing of an event to its `handlers` handlers: the receipt, which the emitted function returns, so that no
 * further promise is needed. Watched by `bench dispatch publish/3`.
 */
export function published(
  context: MessageContext,
  handlers: number,
  failures: readonly HandlerFailure[] | undefined,
): PublishReceipt {
  // Emitted code passes on the context that the mediator made.
  (context as DispatchContext).end();
  return { messageId: context.messageId, handlers, failures: failures ?? none, stored: false };
}
