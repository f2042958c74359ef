export { command, event, query } from './messages.ts';
export { gate, until } from './wait.ts';
export { jsonCodec, loaded, registryOf } from './registry.ts';

export type { EventFunction, Plain, RegistrySpec, RequestFunction } from './registry.ts';
