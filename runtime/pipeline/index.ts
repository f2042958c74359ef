export { asResult, errorOf, failureOf } from './failure.ts';
export { backoff, retrying } from './retry.ts';
export { compose } from './behaviors.ts';
export { DispatchContext } from './dispatch-context.ts';
export { disposeAll } from './dispose-all.ts';
export { conclude, endThrown, finish, finishThrown, guard, settle, settleEvent } from './settle.ts';
export { InFlight } from './in-flight.ts';
export { isolated } from './isolated.ts';
export { limited, timed } from './limit.ts';

export type { Arriving } from './arrival.ts';
export type { Engine } from './engine.ts';
export type { Identity, Origin } from './dispatch-context.ts';
export type { Limits } from './limit.ts';
