import { EventBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import Emittery from 'emittery';
import { Mediator, NotificationData, notificationHandler, type NotificationHandler } from 'mediatr-ts';
import { setImmediate } from 'node:timers/promises';
import type { Subject } from '../measure.ts';
import { nestApplication } from './nest-application.ts';

const tally = { total: 0 };

class OrderPlaced extends NotificationData {
  readonly total: number;

  constructor(total: number) {
    super();
    this.total = total;
  }
}

class SendReceipt implements NotificationHandler<OrderPlaced>, IEventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    tally.total += event.total;
  }
}

class UpdateStock implements NotificationHandler<OrderPlaced>, IEventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    tally.total += event.total;
  }
}

class CountOrders implements NotificationHandler<OrderPlaced>, IEventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    tally.total += event.total;
  }
}

const handlers = [SendReceipt, UpdateStock, CountOrders];
const messages: readonly OrderPlaced[] = Array.from({ length: 16 }, (_, index) => new OrderPlaced(index));

/** `Mediator.publish` to three handlers. */
export function mediatrEvents(): Subject {
  for (const handler of handlers) notificationHandler(OrderPlaced)(handler);
  const mediator = new Mediator();
  return {
    name: 'mediatr-ts',
    async run(iterations) {
      tally.total = 0;
      // In range by the mask: there are sixteen messages.
      for (let i = 0; i < iterations; i++) await mediator.publish(messages[i & 15] as OrderPlaced);
      return tally.total;
    },
  };
}

/** `emit` to three asynchronous listeners. */
export function emitteryEvents(): Subject {
  const emitter = new Emittery<{ orderPlaced: OrderPlaced }>();
  for (const handler of handlers.map((type) => new type())) emitter.on('orderPlaced', (event) => handler.handle(event));
  return {
    name: 'emittery',
    async run(iterations) {
      tally.total = 0;
      // In range by the mask: there are sixteen messages.
      for (let i = 0; i < iterations; i++) await emitter.emit('orderPlaced', messages[i & 15] as OrderPlaced);
      return tally.total;
    },
  };
}

/**
 * `EventBus.publish` to three handlers. It cannot be awaited: bursts are published, then the event loop turns until the
 * handlers have run, which costs Nest less than waiting for each event would.
 */
export async function nestEvents(): Promise<Subject> {
  for (const handler of handlers) EventsHandler(OrderPlaced)(handler);
  const application = await nestApplication(handlers);
  const bus = application.get(EventBus);
  return {
    name: 'nest-cqrs',
    async run(iterations) {
      tally.total = 0;
      for (let i = 0; i < iterations; i += 64) {
        // In range by the mask: there are sixteen messages. What `publish` answers is the publisher's, not a promise.
        for (let j = 0; j < 64; j++) void bus.publish(messages[j & 15] as OrderPlaced);
        await setImmediate();
      }
      return tally.total;
    },
  };
}
