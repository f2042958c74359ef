import { returnAwait } from '../../../analyzers/rules/promises/return-await.ts';
import { testAgreement } from './agreement.ts';
import { prelude as shared } from './floating-promise/prelude.ts';
import { generated } from './return-await/generated.ts';
import { handWritten, prelude } from './return-await/hand-written.ts';

testAgreement({
  rule: returnAwait,
  peer: 'return-await',
  peerOptions: ({ when }) => (when === undefined ? [] : [when]),
  kinds: {
    passing: 'requiredPromiseAwait',
    required: 'requiredPromiseAwait',
    disallowed: 'disallowedPromiseAwait',
    plain: 'nonPromiseAwait',
  },
  repairs: 'same',
  prelude: `${shared}${prelude}`,
  compilerOptions: { noImplicitAny: false },
  groups: [
    { name: 'default', options: {} },
    ...returnAwait.options.when.choices.map((when) => ({ name: when, options: { when } })),
  ].flatMap(({ name, options }) => [
    { name, options, cases: handWritten, mayNotCompile: true },
    {
      name: `generated-${name}`,
      options,
      before: 'let held: unknown;',
      cases: generated,
      inModules: 60,
      mayNotCompile: true,
    },
  ]),
  disagreements: [],
});
