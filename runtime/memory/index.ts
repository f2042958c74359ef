export { MemoryQueue } from './memory-queue.ts';

export type { MemoryQueueOptions } from './memory-queue.ts';
