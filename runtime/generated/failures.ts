import type { HandlerFailure, MessageContext, PublishReceipt } from '../messages/context.ts';
import { type Arriving, errorOf } from '../pipeline/index.ts';
import type { Arrival } from '../ports/index.ts';

const none: readonly HandlerFailure[] = Object.freeze([]);

/** Adds one more failed event handler, the one at `step` of `handlers` counted from 1, to the list, made on first use. */
export function failed(
  failures: readonly HandlerFailure[] | undefined,
  handlers: readonly string[],
  step: number,
  thrown: unknown,
): readonly HandlerFailure[] {
  const failure: HandlerFailure = { handler: handlers[step - 1] ?? 'unknown', error: errorOf(thrown) };
  return failures === undefined ? [failure] : [...failures, failure];
}

/**
 * Ends the publishing of an event to its `handlers` handlers: the receipt, which the emitted function returns, so that no
 * further promise is needed. Watched by `bench dispatch publish/3`.
 */
export function published(
  arrival: Arrival | MessageContext,
  handlers: number,
  failures: readonly HandlerFailure[] | undefined,
): PublishReceipt {
  // Emitted code passes on what the mediator gave it.
  const arriving = arrival as Arriving;
  arriving.end();
  return { messageId: arriving.takeMessageId(), handlers, failures: failures ?? none, stored: false };
}
