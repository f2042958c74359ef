import type { AnyRule } from '../../rule.ts';
import { awaitThenable } from './await-thenable.ts';
import { floatingMessagePromise } from './floating-message-promise.ts';
import { floatingPromise } from './floating-promise.ts';
import { ignoredResult } from './ignored-result.ts';
import { misusedPromise } from './misused-promise.ts';
import { returnAwait } from './return-await.ts';
import { unboundedPromises } from './unbounded-promises.ts';

/** 3xxx: promises that nobody awaits. Sorted by id. */
export const promises: readonly AnyRule[] = [
  floatingMessagePromise,
  floatingPromise,
  misusedPromise,
  awaitThenable,
  returnAwait,
  ignoredResult,
  unboundedPromises,
];
