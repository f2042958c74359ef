import type { ProjectModel } from '../../../generator/model/project.ts';
import {
  alias,
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

/** Five messages that between them use every construct. */
export const kitchenSink: ProjectModel = project(
  ['Small', 'Order', 'Happened', 'Tree', 'Bag'],
  [
    object('Small', { orderId: string, amount: number, quantity: number }),
    object('Order', {
      orderId: string,
      status: union(literal('cancelled'), literal('paid'), literal('pending')),
      'note?': string,
      'sentAt!': date,
      items: array(reference('Item')),
    }),
    object('Item', {
      sku: string,
      quantity: number,
      'discount?': number,
      'gift?': boolean,
      'note?': string,
      'tags?': array(string),
    }),
    object('Happened', {
      at: date,
      seq: bigint,
      payload: bytes,
      attributes: { kind: 'map', key: string, value: number },
      labels: { kind: 'set', element: string },
      range: { kind: 'tuple', elements: [number, union(nothing, number)] },
      change: reference('Change'),
      origin: union(nothing, number, string),
    }),
    alias('Change', union(reference('Created'), reference('Paid'), reference('Lost'))),
    object('Created', { kind: literal('created'), by: string }),
    object('Paid', { kind: literal('paid'), amount: number, means: reference('Means') }),
    object('Lost', { kind: literal('lost') }),
    alias('Means', union(reference('Card'), reference('Transfer'))),
    object('Card', { last4: string }),
    object('Transfer', { iban: string, 'bic?': string }),
    object('Tree', { root: reference('Branch') }),
    object('Branch', {
      value: union(number, string),
      children: array(reference('Branch')),
      'parent?': union(nothing, reference('Branch')),
    }),
    object(
      'Bag',
      { id: string, scores: { kind: 'record', key: 'number', value: number }, anything: unknownType },
      { index: { kind: 'record', key: 'string', value: union(number, string) } },
    ),
  ],
);

/** One valid value of each. */
export const kitchenSinkValues: Readonly<Record<string, object>> = {
  Small: { orderId: 'ord-1', amount: 12.5, quantity: 3, $type: 'Small' },
  Order: {
    orderId: 'ord-1',
    status: 'paid',
    note: 'größe 日本 😀',
    sentAt: undefined,
    items: [
      { sku: 'a', quantity: 1 },
      { sku: 'b', quantity: 70_000, discount: 0.25, gift: true, note: 'n', tags: ['x', 'y'] },
    ],
    $type: 'Order',
  },
  Happened: {
    at: new Date(1_700_000_000_123),
    seq: 2n ** 70n,
    payload: new Uint8Array([1, 2, 3]),
    attributes: new Map([
      ['a', 1],
      ['b', 2.5],
    ]),
    labels: new Set(['x']),
    range: [1, null],
    change: { kind: 'paid', amount: 5, means: { iban: 'DE1' } },
    origin: 'web',
    $type: 'Happened',
  },
  Tree: { root: { value: 1, children: [{ value: 'x', children: [], parent: null }] }, $type: 'Tree' },
  Bag: { id: 'b', scores: { 1: 2 }, anything: [{ deep: [1, 'x', null] }], more: 'text', other: 7, $type: 'Bag' },
};
