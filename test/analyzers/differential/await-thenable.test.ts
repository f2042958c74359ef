import { awaitThenable } from '../../../analyzers/rules/promises/await-thenable.ts';
import { testAgreement } from './agreement.ts';
import { generated } from './await-thenable/generated.ts';
import { declaredPrelude, declaredThenables } from './declared.ts';
import { handWritten, prelude } from './await-thenable/hand-written.ts';
import { prelude as shared } from './floating-promise/prelude.ts';

testAgreement({
  rule: awaitThenable,
  peer: 'await-thenable',
  kinds: {
    await: 'await',
    forAwait: 'forAwaitOfNonAsyncIterable',
    awaitUsing: 'awaitUsingOfNonAsyncDisposable',
    aggregator: 'invalidPromiseAggregatorInput',
  },
  repairs: 'same',
  prelude: `${shared}${prelude}${declaredPrelude}`,
  compilerOptions: { noImplicitAny: false, noImplicitThis: false },
  groups: [declaredThenables, ...handWritten, ...generated],
  disagreements: [],
});
