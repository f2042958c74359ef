import type { MessageContext } from './context.ts';

/**
 * Everything a batch handler may want to know about, and do on behalf of, the batch it handles.
 *
 * It has ids and a unit of work of its own: what is published and enqueued through it is released, and what is enlisted is
 * committed, when the batch succeeded. `signal` is aborted when every message of the batch has been given up by its
 * caller, or when the application stops without waiting. `deadline` is the latest of the messages', where each has one.
 */
export interface BatchContext extends MessageContext {
  /**
   * The context of each message, in the order of the messages: its ids, attempt, deadline and signal. What is published
   * through one belongs to its message: it names the message as its cause, and is dropped when the message's own result is
   * a failure. It is released with the batch.
   */
  readonly contexts: readonly MessageContext[];
}
