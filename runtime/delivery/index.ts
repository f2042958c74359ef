export { Consumer } from './consumer.ts';

export type { DeliveringEngine } from './consumer.ts';
export type { DeliveryPolicy } from './policy.ts';
