import { floatingPromise } from '../../../analyzers/rules/promises/floating-promise.ts';
import { testAgreement } from './agreement.ts';
import { declaredPrelude, declaredPromises } from './declared.ts';
import { generated } from './floating-promise/generated.ts';
import { handlers } from './floating-promise/handlers.ts';
import { options } from './floating-promise/options.ts';
import { places } from './floating-promise/places.ts';
import { prelude } from './floating-promise/prelude.ts';
import { statements } from './floating-promise/statements.ts';

testAgreement({
  rule: floatingPromise,
  peer: 'no-floating-promises',
  kinds: {
    floating: 'floating',
    floatingVoid: 'floatingVoid',
    uselessHandler: 'floatingUselessRejectionHandler',
    uselessHandlerVoid: 'floatingUselessRejectionHandlerVoid',
    array: 'floatingPromiseArray',
    arrayVoid: 'floatingPromiseArrayVoid',
  },
  prelude: `${prelude}${declaredPrelude}`,
  groups: [declaredPromises, statements, places, handlers, ...options, ...generated],
  disagreements: [],
});
