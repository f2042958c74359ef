import type { DeliveryOptions } from '../messages/context.ts';
import type { MessageDescriptor } from '../messages/descriptor.ts';
import { CatgaError } from '../messages/error.ts';
import type { DispatchContext } from '../pipeline/index.ts';
import type { Clock, QueueEntry, Subscription } from '../ports/index.ts';

/** One entry for each handler of an event, so that one that fails does not make the others run again. */
export function eventEntries(
  message: object,
  descriptor: MessageDescriptor,
  subscriptions: readonly Subscription[],
  context: DispatchContext,
  options: DeliveryOptions | undefined,
  clock: Clock,
): readonly QueueEntry[] {
  const delay = delayOf(options, descriptor, clock);
  return subscriptions.map(({ handler }) => ({
    ...common(message, descriptor, context),
    ...delay,
    id: `${descriptor.name}/${handler}/${context.messageId}`,
    handler,
  }));
}

/** The entry of an enqueued command. */
export function commandEntry(
  message: object,
  descriptor: MessageDescriptor,
  context: DispatchContext,
  options: DeliveryOptions | undefined,
  clock: Clock,
): QueueEntry {
  return {
    ...common(message, descriptor, context),
    ...delayOf(options, descriptor, clock),
    id: `${descriptor.name}//${context.messageId}`,
  };
}

/** Whether the caller asked for the message to be delivered later. */
export function isDelayed(options: DeliveryOptions | undefined): boolean {
  return options?.delayMs !== undefined || options?.deliverAt !== undefined;
}

function common(message: object, descriptor: MessageDescriptor, context: DispatchContext): Omit<QueueEntry, 'id'> {
  const { causationId, correlationId, messageId } = context;
  return {
    messageId,
    messageType: descriptor.name,
    message,
    qos: descriptor.qos,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
  };
}

function delayOf(
  options: DeliveryOptions | undefined,
  descriptor: MessageDescriptor,
  clock: Clock,
): { readonly delayMs?: number } {
  const { delayMs, deliverAt } = options ?? {};
  if (delayMs !== undefined && deliverAt !== undefined) {
    throw new CatgaError('CONFIGURATION_INVALID', 'delayMs and deliverAt exclude each other: give one of them');
  }
  if (delayMs !== undefined && !(delayMs >= 0 && Number.isFinite(delayMs))) {
    throw new CatgaError('CONFIGURATION_INVALID', `delayMs must be 0 or more, but is ${delayMs}`);
  }
  if (deliverAt !== undefined && Number.isNaN(deliverAt.getTime())) {
    throw new CatgaError('CONFIGURATION_INVALID', 'deliverAt is not a valid date');
  }
  const wait = deliverAt === undefined ? (delayMs ?? descriptor.delayMs) : deliverAt.getTime() - clock.now();
  return wait === undefined || wait <= 0 ? {} : { delayMs: wait };
}
