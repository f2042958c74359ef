import type { ProjectModel } from '../../../generator/model/project.ts';
import {
  array,
  bigint,
  boolean,
  bytes,
  date,
  literal,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  union,
  unknownType,
} from './build-model.ts';

const order = { id: string, lines: array(reference('Line')), 'note?': string, 'child?': reference('Order') };
const means = union(reference('Card'), reference('Cash'));

/** The version that a consumer was generated from: with `@wire keepUnknown`, or without. */
function consumer(extra: { readonly wire?: 'keepUnknown' }): ProjectModel {
  return project(
    ['Order', 'Paid', 'Empty', 'Own'],
    [
      object('Order', order, extra),
      object('Line', { sku: string, quantity: number }, extra),
      object('Paid', { means }, extra),
      object('Card', { kind: literal('card'), digits: string }, extra),
      object('Cash', { kind: literal('cash') }, extra),
      object('Empty', {}, extra),
      object('Own', { 'constructor?': bytes, toString: number }, extra),
    ],
  );
}

export const keeping: ProjectModel = consumer({ wire: 'keepUnknown' });
export const forgetful: ProjectModel = consumer({});

/** Longer than a name that the usual header has room for. */
export const longName = 'a very long name that needs a header of its own, because 31 bytes are not enough';

/** The version that a producer has by now: members of every kind were added. */
export const later: ProjectModel = project(
  ['Order', 'Paid', 'Empty', 'Own'],
  [
    object('Order', {
      ...order,
      'total?': number,
      'small?': number,
      'wide?': number,
      'exact?': bigint,
      'huge?': bigint,
      'at?': date,
      'photo?': bytes,
      'floats?': { kind: 'binary', type: 'Float64Array' },
      'tags?': { kind: 'set', element: string },
      'prices?': { kind: 'map', key: string, value: number },
      'labels?': { kind: 'record', key: 'string', value: string },
      'anything?': unknownType,
      'maybe?': union(nothing, string),
      'inner?': reference('Inner'),
      ['__proto__?']: string,
      'constructor?': string,
      [`${longName}?`]: string,
    }),
    object('Line', { sku: string, quantity: number, 'gift?': boolean }),
    object('Inner', { x: number, list: array(reference('Line')) }),
    object('Paid', { means, 'by?': string }),
    object('Card', { kind: literal('card'), digits: string, 'expires?': date }),
    object('Cash', { kind: literal('cash'), 'change?': number }),
    object('Empty', { 'name?': string }),
    object('Own', { 'constructor?': bytes, toString: number, 'valueOf?': string, 'hasOwnProperty?': number }),
  ],
);

/** What JSON says as MessagePack does. */
const plain = {
  note: 'n',
  total: 12.5,
  small: -7,
  wide: 1_700_000_000_000,
  labels: { a: 'b', ü: '日本' },
  anything: { deep: [1, { er: null }], __proto: 1 },
  maybe: null,
  inner: { x: 1, list: [{ sku: 'c', quantity: 3, gift: false }] },
  ['__proto__']: 'just data',
  constructor: 'as well',
};

/** What the producer sends: by message. */
export const sent: Readonly<Record<string, readonly object[]>> = {
  Order: [
    {
      id: 'o-1',
      lines: [
        { sku: 'a', quantity: 1, gift: true },
        { sku: 'b', quantity: 2 },
      ],
      ...plain,
      child: { id: 'o-2', lines: [], total: 1, at: new Date(1), $type: 'Order' },
      exact: 7n,
      huge: -(2n ** 90n),
      at: new Date('2024-05-06T07:08:09.123Z'),
      photo: new Uint8Array([1, 2, 3]),
      floats: new Float64Array([1.5, -0.25]),
      tags: new Set(['x', 'y']),
      prices: new Map([['a', 1]]),
      [longName]: 'x'.repeat(70_000),
    },
    { id: 'o-3', lines: [] },
  ],
  Paid: [
    { means: { kind: 'card', digits: '4', expires: new Date(5) }, by: 'me' },
    { means: { kind: 'cash', change: 2 } },
  ],
  Empty: [{ name: 'x' }, {}],
  Own: [{ toString: 1, valueOf: 'x', hasOwnProperty: 2 }],
};

/** Of that, what needs no declared type to be read back from JSON. */
export const sentPlain: object = { id: 'o-1', lines: [{ sku: 'a', quantity: 1, gift: true }], ...plain };
