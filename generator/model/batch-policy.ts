import type { BatchModel, HandlerModel, MessageModel } from './project.ts';

const defaultPolicy: BatchModel = { size: 100, waitMs: 10 };

/** How a handler takes batches of a message; `undefined` where it takes one message at a time. */
export function batchPolicy(
  message: Pick<MessageModel, 'options'>,
  handler: Pick<HandlerModel, 'batch'>,
): BatchModel | undefined {
  return handler.batch && (handler.batch.policy ?? message.options.batch ?? defaultPolicy);
}
