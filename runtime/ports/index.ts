export { REGISTRY_FORMAT } from './registry.ts';
export { loadCodecs } from './load-codecs.ts';
export { systemClock } from './clock.ts';

export type { BatchLimits, BatchPort, BatchSettings, DeadlinePort } from './batches.ts';
export type { Clock } from './clock.ts';
export type {
  DeadLetter,
  Delivery,
  MessageQueue,
  QueueCapabilities,
  QueueDepth,
  QueueEntry,
  Reservation,
} from './message-queue.ts';
export type { Arrival, Dispatcher, ModuleStamp, Registry, Route, Subscription } from './registry.ts';
