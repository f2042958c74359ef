export { collectingInstrumentation } from './collecting-instrumentation.ts';
export { decodeStored } from './decode-stored.ts';
export { createTestCatga } from './create-test-catga.ts';
export { manualClock } from './manual-clock.ts';
export { messageQueueContract } from './message-queue-contract.ts';

export type { CollectingInstrumentation } from './collecting-instrumentation.ts';
export type { ContractCase, QueueFactory } from './message-queue-contract.ts';
export type { ManualClock } from './manual-clock.ts';
export type { TestCatga, TestCatgaOptions } from './create-test-catga.ts';
export type { StoredMessage } from './decode-stored.ts';
