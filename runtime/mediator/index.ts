export { LocalEngine } from './engine.ts';
export { LocalMediator } from './local-mediator.ts';

export type { BatchOptions, PublishBatchOptions, PublishOutcome } from './batch.ts';
export type { EngineParts } from './engine.ts';
export type { Mediator } from './mediator.ts';
