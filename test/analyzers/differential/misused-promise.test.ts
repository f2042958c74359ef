import { misusedPromise } from '../../../analyzers/rules/promises/misused-promise.ts';
import { testAgreement } from './agreement.ts';
import { declaredFunctions, declaredPrelude } from './declared.ts';
import { prelude as shared } from './floating-promise/prelude.ts';
import { generated } from './misused-promise/generated.ts';
import { handWritten, prelude } from './misused-promise/hand-written.ts';

testAgreement({
  rule: misusedPromise,
  peer: 'no-misused-promises',
  // Our options are flat.
  peerOptions: ({
    checksConditionals = true,
    flagUnions = 'none',
    checksSpreads = true,
    checksVoidReturn = true,
    checksVoidReturnArguments = true,
    checksVoidReturnInheritedMethods = true,
    checksVoidReturnProperties = true,
    checksVoidReturnReturns = true,
    checksVoidReturnVariables = true,
  }) => [
    {
      checksConditionals: checksConditionals === true && { flagUnions },
      checksSpreads,
      checksVoidReturn: checksVoidReturn === true && {
        arguments: checksVoidReturnArguments,
        inheritedMethods: checksVoidReturnInheritedMethods,
        properties: checksVoidReturnProperties,
        returns: checksVoidReturnReturns,
        variables: checksVoidReturnVariables,
      },
    },
  ],
  kinds: {
    conditional: 'conditional',
    predicate: 'predicate',
    spread: 'spread',
    argument: 'voidReturnArgument',
    inheritedMethod: 'voidReturnInheritedMethod',
    property: 'voidReturnProperty',
    returnValue: 'voidReturnReturnValue',
    variable: 'voidReturnVariable',
  },
  prelude: `${shared}${prelude}${declaredPrelude}`,
  compilerOptions: { noImplicitAny: false, noImplicitThis: false },
  groups: [declaredFunctions, ...handWritten, ...generated],
  disagreements: [
    {
      group: 'conditionals',
      code: 'items.filter(holder.run);',
      reason: 'The other rule reports the callback twice where it is a member itself.',
    },
  ],
});
