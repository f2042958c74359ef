export { Batches } from './batches.ts';
export { Batching } from './batching.ts';

export type { BatchDeclaration } from './batches.ts';
export type { Parking } from './batching.ts';
