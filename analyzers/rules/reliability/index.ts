import type { AnyRule } from '../../rule.ts';
import { blockingCall } from './blocking-call.ts';
import { handlerNotIdempotent } from './handler-not-idempotent.ts';
import { mediatorInHandler } from './mediator-in-handler.ts';
import { mutatedAfterPublish } from './mutated-after-publish.ts';
import { signalNotPassed } from './signal-not-passed.ts';
import { stateBeforeEvent } from './state-before-event.ts';
import { swallowedError } from './swallowed-error.ts';
import { timeoutBeyondAckWait } from './timeout-beyond-ack-wait.ts';

/** 5xxx: what is lost, doubled or held up when things go wrong. Sorted by id. */
export const reliability: readonly AnyRule[] = [
  mediatorInHandler,
  stateBeforeEvent,
  handlerNotIdempotent,
  blockingCall,
  mutatedAfterPublish,
  swallowedError,
  signalNotPassed,
  timeoutBeyondAckWait,
];
