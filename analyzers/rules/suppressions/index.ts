import type { AnyRule } from '../../rule.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { unknownRule } from './unknown-rule.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** 9xxx: comments that take findings back. Sorted by id. */
export const suppressions: readonly AnyRule[] = [unusedSuppression, suppressionWithoutReason, unknownRule];
