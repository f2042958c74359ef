import type { AnyRule } from '../../rule.ts';
import { mediatorInHandler } from './mediator-in-handler.ts';

/** 5xxx: what is lost, doubled or held up when things go wrong. Sorted by id. */
export const reliability: readonly AnyRule[] = [mediatorInHandler];
