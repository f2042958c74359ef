import type { MessageModel, ProjectModel } from '../../generator/model/project.ts';
import type { MemberModel, TypeDefinition, TypeModel } from '../../generator/model/types.ts';

const module = 'bench/codec/messages';
const position = { file: `${module}.ts`, line: 1, column: 1 };

const string: TypeModel = { kind: 'string' };
const number: TypeModel = { kind: 'number' };

function literals(...values: readonly string[]): TypeModel {
  return { kind: 'union', variants: values.map((value) => ({ kind: 'literal', value })) };
}

function reference(name: string): TypeModel {
  return { kind: 'reference', id: `${module}#${name}` };
}

/** Names that end in `?` are optional. */
function object(name: string, members: Readonly<Record<string, TypeModel>>): TypeDefinition {
  const list = Object.entries(members).map(([key, type]): MemberModel =>
    key.endsWith('?') ? { name: key.slice(0, -1), type, optional: true } : { name: key, type },
  );
  return {
    id: `${module}#${name}`,
    name,
    module,
    expression: { name, module },
    shape: { kind: 'object', members: list },
    position,
  };
}

function alias(name: string, ...variants: readonly TypeModel[]): TypeDefinition {
  return {
    id: `${module}#${name}`,
    name,
    module,
    shape: { kind: 'alias', type: { kind: 'union', variants } },
    position,
  };
}

function message(name: string): MessageModel {
  const variable = name.toLowerCase();
  return {
    module,
    exportName: name,
    position,
    name: variable,
    variable,
    kind: 'event',
    reliable: true,
    form: 'data',
    qos: 1,
    version: 1,
    body: reference(name),
    options: {},
  };
}

const types: readonly TypeDefinition[] = [
  object('Cancelled', { kind: { kind: 'literal', value: 'cancelled' }, reason: string }),
  object('Card', { method: { kind: 'literal', value: 'card' }, last4: string, brand: string }),
  object('Created', { kind: { kind: 'literal', value: 'created' }, by: string }),
  object('Doc', {
    id: string,
    title: string,
    author: string,
    lang: string,
    body: string,
    tags: { kind: 'array', element: string },
  }),
  object('Event', {
    id: string,
    at: { kind: 'date' },
    seq: { kind: 'bigint' },
    attributes: { kind: 'map', key: string, value: number },
    payload: { kind: 'bytes' },
    change: reference('EventChange'),
  }),
  alias('EventChange', reference('Cancelled'), reference('Created'), reference('Paid')),
  object('Order', {
    orderId: string,
    customerId: string,
    status: literals('cancelled', 'paid', 'pending', 'shipped'),
    currency: string,
    createdAt: number,
    'note?': string,
    items: { kind: 'array', element: reference('OrderItem') },
  }),
  object('OrderItem', {
    sku: string,
    name: string,
    quantity: number,
    unitPrice: number,
    category: literals('book', 'food', 'tool', 'toy'),
    'discount?': number,
    'note?': string,
  }),
  object('Paid', {
    kind: { kind: 'literal', value: 'paid' },
    amount: number,
    means: reference('PaidMeans'),
    paidAt: { kind: 'date' },
  }),
  alias('PaidMeans', reference('Card'), reference('Transfer')),
  object('Series', { seriesId: string, samples: { kind: 'array', element: number } }),
  object('Small', { orderId: string, amount: number, quantity: number }),
  object('Transfer', { method: { kind: 'literal', value: 'transfer' }, iban: string }),
];

/** What the scanner makes of `messages.ts`. */
export const model: ProjectModel = {
  namespace: '',
  messages: ['Doc', 'Event', 'Order', 'Series', 'Small'].map(message),
  handlers: [],
  behaviors: [],
  validators: [],
  services: [],
  externals: [],
  types,
  modules: [],
};
