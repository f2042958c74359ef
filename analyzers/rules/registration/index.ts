import type { AnyRule } from '../../rule.ts';
import { eventWithoutHandler } from './event-without-handler.ts';
import { idleBatchTag } from './idle-batch-tag.ts';
import { requestWithoutHandler } from './request-without-handler.ts';

/** 2xxx: messages and who handles them. Sorted by id. */
export const registration: readonly AnyRule[] = [requestWithoutHandler, eventWithoutHandler, idleBatchTag];
