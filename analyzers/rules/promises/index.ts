import type { AnyRule } from '../../rule.ts';
import { floatingMessagePromise } from './floating-message-promise.ts';
import { floatingPromise } from './floating-promise.ts';

/** 3xxx: promises that nobody awaits. Sorted by id. */
export const promises: readonly AnyRule[] = [floatingMessagePromise, floatingPromise];
