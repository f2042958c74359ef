export { createCatga } from './create-catga.ts';

export type { Catga, DeadLetters, Health, StopOptions, StopReport } from './catga.ts';
export type { BatchingOptions, CatgaOptions, DeliveryPolicyOptions, QueueOptions } from './options.ts';
