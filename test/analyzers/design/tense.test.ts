import { eventTense } from '../../../analyzers/rules/design/event-tense.ts';
import { requestTense } from '../../../analyzers/rules/design/request-tense.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { testRule } from '../rule-cases.ts';

const message = (base: string, name: string): string =>
  `import type { ${base} } from 'catga';\nexport interface ${name} extends ${base}${base === 'Query' ? '<string>' : ''} { readonly orderId: string }\n`;

const named = (base: string, name: string, text: string): InvalidCase => ({
  title: name,
  code: message(base, name),
  scope: 'handlers',
  findings: [{ line: 2, column: 18, message: text }],
});

const event = (name: string, verb: string): InvalidCase =>
  named(
    'DomainEvent',
    name,
    `The event ${name} is called as if it were to happen (\`${verb}\`): an event says what has happened.`,
  );

const request = (base: 'Command' | 'Query', name: string, verb: string): InvalidCase => {
  const kind = base.toLowerCase();
  return named(
    base,
    name,
    `The ${kind} ${name} is called as if it had happened (\`${verb}\`): a ${kind} asks for something.`,
  );
};

testRule(eventTense, {
  valid: [
    ...[
      'OrderPlaced',
      'OrderPlacedEvent',
      'Placed',
      'InvoicePaid',
      'EmailSent',
      'CartLeft',
      'PriceUpdated',
      'PaymentRequest',
      'PriceChange',
      'OrderProcessed',
      'ProcessingStarted',
      'PlacingFailed',
      'OrderWithdrawn',
      'OrderPutOnHold',
      'PasswordReset',
      'OrderCanceled',
      'StockLevel',
      'OrderShipping',
      'Heartbeat',
      'Order',
      'UserSignedIn',
      'GoodsBroughtIn',
      'OrderPlacedV2',
    ].map((name) => ({ title: name, code: message('DomainEvent', name) })),
    { title: 'commands', code: message('Command', 'PlaceOrder') },
    {
      title: 'a past of one’s own',
      code: message('DomainEvent', 'CreateBrought'),
      options: { verbs: ['bring:brought'] },
    },
  ],
  invalid: [
    event('PlaceOrderEvent', 'place'),
    event('PlaceOrder', 'place'),
    event('OrderCreate', 'create'),
    event('OrderCreateDomainEvent', 'create'),
    event('OrderCreating', 'creating'),
    event('OrderPay', 'pay'),
    event('SendEmail', 'send'),
    event('CustomerDelete', 'delete'),
    event('OrderCancelling', 'cancelling'),
    { ...event('ParcelBring', 'bring'), options: { verbs: ['bring:brought'] } },
    { ...event('PlanetTerraform', 'terraform'), options: { verbs: ['terraform'] } },
  ],
});

testRule(requestTense, {
  valid: [
    ...[
      'PlaceOrder',
      'PlaceOrderCommand',
      'MarkOrderPaid',
      'SetPaid',
      'Placed',
      'ResetPassword',
      'SplitOrder',
      'PlaceOrderAndGetPaid',
    ].map((name) => ({ title: name, code: message('Command', name) })),
    ...['IsOrderPaid', 'GetOrdersPlaced', 'OrdersShipped', 'HasPaid', 'WhichWereShipped', 'OrderFeed', 'OrderLeft'].map(
      (name) => ({
        title: name,
        code: message('Query', name),
      }),
    ),
    { title: 'events', code: message('DomainEvent', 'OrderPlaced') },
  ],
  invalid: [
    request('Command', 'OrderPlaced', 'placed'),
    request('Command', 'OrderPlacedCommand', 'placed'),
    request('Command', 'CustomerOrderPaid', 'paid'),
    request('Query', 'OrderShipped', 'shipped'),
    request('Query', 'OrderShippedQuery', 'shipped'),
    { ...request('Command', 'ParcelBrought', 'brought'), options: { verbs: ['bring:brought'] } },
  ],
});
