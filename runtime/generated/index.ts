export { define } from '../messages/constructor.ts';
export { REGISTRY_FORMAT } from './registry.ts';

export type { Codec } from '../codecs/codec.ts';
export type { HandlerFailure, MessageContext } from '../messages/context.ts';
export type { Init, ResponseOf } from '../messages/contract.ts';
export type { MessageConstructor, MessageOf } from '../messages/constructor.ts';
export type { MessageDescriptor } from '../messages/descriptor.ts';
export type { Result } from '../messages/result.ts';
export type { Dispatcher, ModuleStamp, Registry, Route, Subscription } from './registry.ts';
