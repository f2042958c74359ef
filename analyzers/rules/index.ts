import type { Rule } from '../rule.ts';
import { floatingMessagePromise } from './floating-message-promise.ts';
import { idleBatchTag } from './idle-batch-tag.ts';
import { unhandledMessage } from './unhandled-message.ts';

/** Every rule, by name. */
export const rules: readonly Rule[] = [floatingMessagePromise, idleBatchTag, unhandledMessage];
