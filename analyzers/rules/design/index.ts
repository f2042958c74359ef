import type { AnyRule } from '../../rule.ts';
import { commandReturnsEntity } from './command-returns-entity.ts';
import { eventTense } from './event-tense.ts';
import { globalTypeExtended } from './global-type-extended.ts';
import { mutableMessage } from './mutable-message.ts';
import { queryWithSideEffects } from './query-with-side-effects.ts';
import { requestTense } from './request-tense.ts';

/** 6xxx: how messages are called, and what they are made of. Sorted by id. */
export const design: readonly AnyRule[] = [
  eventTense,
  requestTense,
  mutableMessage,
  commandReturnsEntity,
  globalTypeExtended,
  queryWithSideEffects,
];
