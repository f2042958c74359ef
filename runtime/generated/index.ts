/**
 * What generated code calls. Not for use by hand: it changes together with the generator, guarded by `REGISTRY_FORMAT`.
 *
 * A pipeline that needs a context opens it: `arrival.open(message)`; what is thrown before a promise is there goes to
 * `endThrown`, with that context. Every path through `Dispatcher.send` and `Subscription.deliver` ends in exactly one `guard`, `settle`, `settleEvent`, or
 * `finish`/`finishThrown` (in an async function of its own), and every `Dispatcher.publish` in one `published`; that is also
 * how a stopping application knows what is in flight. `timed` goes around it, `retrying` inside it:
 * `timed(context, 5000, () => settle(retrying(policy, context, () => handle(message, context)), context))`.
 */
export { Batches } from '../batching/index.ts';
export { define } from '../messages/constructor.ts';
export {
  disposeAll,
  endThrown,
  failureOf,
  finish,
  finishThrown,
  guard,
  isolated,
  retrying,
  settle,
  settleEvent,
  timed,
} from '../pipeline/index.ts';
export { codecModule } from './codec-module.ts';
export { disposeWith } from './dispose-with.ts';
export { failed, published } from './failures.ts';
export { invalid } from './invalid.ts';
export { nameClass } from './name-class.ts';
export { ok } from '../messages/result.ts';
export { upcastStep } from './upcast-step.ts';
export { REGISTRY_FORMAT } from '../ports/registry.ts';

export type { AfterHook, AroundHook, BeforeHook, ErrorHook, ValidateHook } from './hooks.ts';
export type { BatchContext } from '../messages/batch-context.ts';
export type { BatchHandler } from '../messages/batch-handler.ts';
export type { Behavior, Next } from '../messages/behavior.ts';
export type { Arrival, Dispatcher, ModuleStamp, Registry, Route, Subscription } from '../ports/registry.ts';
export type { CodecLoader, MessageCodecs } from '../messages/message-codecs.ts';
export type { Failure, Result } from '../messages/result.ts';
export type { EventHandler, RequestHandler } from '../messages/handler.ts';
export type { FormerVersions } from '../messages/former-version.ts';
export type { HandlerFailure, MessageContext, PublishReceipt } from '../messages/context.ts';
export type { Init, ResponseOf } from '../messages/contract.ts';
export type { Copied, MessageConstructor, MessageOf, OutOfDate } from '../messages/constructor.ts';
export type { MessageDescriptor, RetryPolicy } from '../messages/descriptor.ts';
export type { ValidationIssue } from '../messages/validator.ts';
